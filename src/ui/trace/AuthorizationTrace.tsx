import { useEffect, useRef } from 'react'
import { ABSENT_WORDS, ANSWER_WORDS, LAYER_WORDS } from '../../core/explain/index.ts'
import { LAYERS } from '../../core/policy/index.ts'
import type { Hop, Step, StepRef, Verdict } from '../../core/sim/index.ts'
import { isSameStep } from '../../state/index.ts'
import { Badge } from '../kit/Badge.tsx'
import { classNames } from '../kit/classNames.ts'
import { useEngine, useStores } from '../kit/useStore.ts'
import { KeyTable } from './KeyTable.tsx'
import { LayerReasons } from './LayerReasons.tsx'
import { StepItem } from './StepItem.tsx'
import { stepLook } from './stepLook.ts'

type CallStep = Extract<Step, { kind: 'call' }>
type PolicyStep = Extract<Step, { kind: 'ask-policies' }>

interface AuthorizationTraceProps {
  readonly verdict: Verdict
  readonly hop: Hop
  readonly at: Omit<StepRef, 'step'>
}

/** What becomes of a call: who asks for what, each layer of policies with its answer, and the condition keys that it carries. */
export function AuthorizationTrace({ verdict, hop, at }: AuthorizationTraceProps) {
  const call = hop.steps.find((step): step is CallStep => step.kind === 'call')
  const asked = [...hop.steps.entries()].flatMap(([index, step]) =>
    step.kind === 'ask-policies' ? [{ step, at: { ...at, step: index } }] : [],
  )
  const absent = new Map(call?.detail.absent.map(({ layer, why }) => [layer, why]))
  return (
    <>
      {call ? (
        <ol>
          <StepItem verdict={verdict} step={call} hop={hop} at={{ ...at, step: hop.steps.indexOf(call) }} />
        </ol>
      ) : null}
      <table aria-label="Layers of policies" className="mt-1.5 w-full table-fixed border-collapse text-xs">
        <thead>
          <tr className="text-left text-faint">
            <th className="w-[42%] py-1 pl-2 font-normal">Layer</th>
            <th className="py-1 pl-2 font-normal">Answer</th>
          </tr>
        </thead>
        <tbody>
          {LAYERS.map((layer) => {
            const why = absent.get(layer)
            return why ? (
              <tr key={layer} className="border-line border-t align-top text-faint">
                <th className="py-1 pl-2 text-left font-normal">{LAYER_WORDS[layer]}</th>
                <td className="py-1 pl-2">{ABSENT_WORDS[why]}</td>
              </tr>
            ) : (
              asked
                .filter(({ step }) => step.detail.layer === layer)
                .map((one) => <LayerRow key={`${layer}/${one.step.detail.target}`} verdict={verdict} {...one} />)
            )
          })}
        </tbody>
      </table>
      {call ? <KeyTable step={call} /> : null}
    </>
  )
}

interface LayerRowProps {
  readonly verdict: Verdict
  readonly step: PolicyStep
  readonly at: StepRef
}

/** A layer, or a level of one: its answer and the statements behind it. Choosing it opens the policy where that stands. */
function LayerRow({ verdict, step, at }: LayerRowProps) {
  const { engine, view } = useStores()
  const own = useRef<HTMLTableRowElement>(null)
  const current = useEngine(({ cursor }) => cursor !== null && isSameStep(cursor, at))
  const { icon: Icon, colour } = stepLook(step)
  const blocks = verdict.blockers.findIndex((blocker) => blocker.step && isSameStep(blocker.step, at))
  const { layer, target } = step.detail
  const place = step.evidence.decidedBy
  useEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <tr
      ref={own}
      className={classNames(
        'scroll-mt-12 border-line border-t align-top',
        current ? 'bg-accent-soft' : blocks >= 0 && 'bg-bad-soft',
      )}
    >
      <th className="py-1 pl-2 text-left font-normal">
        <button
          type="button"
          aria-current={current ? 'step' : undefined}
          data-tip={place ? 'Opens the policy' : undefined}
          onClick={() => {
            engine.getState().setCursor(at)
            if (place) view.getState().goTo(place)
          }}
          className="min-h-6 cursor-pointer rounded-sm text-left hover:underline"
        >
          {LAYER_WORDS[layer]}
          {target ? <span className="text-faint"> of {target}</span> : null}
        </button>
      </th>
      <td className="px-2 py-1">
        <span className="flex min-h-6 flex-wrap items-center gap-x-1.5">
          <Icon aria-hidden size={14} className={classNames('shrink-0', colour)} />
          <span className="font-medium">{ANSWER_WORDS[step.outcome]}</span>
          {blocks >= 0 ? (
            <Badge tone="bad" className={blocks === 0 ? 'bg-bad! text-surface!' : ''}>
              {blocks === 0 ? 'Decided here' : 'Also blocks'}
            </Badge>
          ) : null}
        </span>
        <LayerReasons step={step} />
      </td>
    </tr>
  )
}
