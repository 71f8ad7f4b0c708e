import { type Construct, definitions, type LifeCycleStep } from '../../core/model/index.ts'
import { Button } from '../kit/Button.tsx'
import { useStores } from '../kit/useStore.ts'

const WORDS: Readonly<Record<LifeCycleStep['action'], string>> = {
  accept: 'Accept',
  reject: 'Reject',
  expire: 'Let it expire',
  finish: 'Finish',
  delete: 'Begin deletion',
}

interface LifeCycleButtonsProps {
  readonly construct: Construct
  readonly steps: readonly LifeCycleStep[]
}

/** A button for each thing that can be done to a connection now; each is a step that can be undone. What AWS refuses says why. */
export function LifeCycleButtons({ construct, steps }: LifeCycleButtonsProps) {
  const { design, view } = useStores()
  const called = construct.name || definitions[construct.kind].title
  const take = ({ edit, sentence }: LifeCycleStep) => {
    if (edit) design.getState().apply(sentence, [edit])
    else view.getState().say(sentence, 'error')
  }
  return steps.map((step) => (
    <Button
      key={`${step.action} ${step.to}`}
      look={step.action === 'accept' ? 'primary' : step.action === 'delete' ? 'danger' : 'secondary'}
      className="h-6! px-2! text-xs"
      aria-label={`${WORDS[step.action]}: ${called}`}
      data-tip={step.edit ? `${step.sentence}: its state becomes ${step.to}` : step.sentence}
      aria-disabled={step.edit === null}
      onClick={() => take(step)}
    >
      {WORDS[step.action]}
    </Button>
  ))
}
