import { type Construct, definitions, type LifeCycleStep } from '../../core/model/index.ts'
import { Button } from '../kit/Button.tsx'
import { useStores } from '../kit/useStore.ts'

const WORDS: Readonly<Record<LifeCycleStep['action'], string>> = {
  accept: 'Accept',
  reject: 'Reject',
  expire: 'Let it expire',
  finish: 'Skip the wait',
  delete: 'Begin deletion',
}

/** What is between the decision and its effect, on the page as for real. */
const WAITS: Partial<Readonly<Record<LifeCycleStep['action'], string>>> = {
  accept: 'Accepted. AWS now sets it up, which takes a minute or two for real. “Skip the wait” does it at once.',
  delete: 'AWS now takes it down, which takes a minute or two for real. “Skip the wait” does it at once.',
}

interface LifeCycleButtonsProps {
  readonly construct: Construct
  readonly steps: readonly LifeCycleStep[]
}

/** A button for each thing that can be done to a connection now; each is a step that can be undone. What AWS refuses says why. */
export function LifeCycleButtons({ construct, steps }: LifeCycleButtonsProps) {
  const { design, view } = useStores()
  const called = construct.name || definitions[construct.kind].title
  const take = ({ action, edit, sentence }: LifeCycleStep) => {
    if (edit === null) return view.getState().say(sentence, 'error')
    const wait = WAITS[action]
    if (design.getState().apply(sentence, [edit]) && wait) view.getState().say(wait)
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
