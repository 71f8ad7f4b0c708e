import { useEffect, useRef } from 'react'
import { explainStep } from '../../core/explain/index.ts'
import type { Hop, Step, StepRef, Verdict } from '../../core/sim/index.ts'
import { isSameStep } from '../../state/index.ts'
import { Badge } from '../kit/Badge.tsx'
import { classNames } from '../kit/classNames.ts'
import { LearnMore } from '../kit/LearnMore.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useEngine, useStores } from '../kit/useStore.ts'
import { stepLook } from './stepLook.ts'

interface StepItemProps {
  readonly verdict: Verdict
  readonly step: Step
  readonly hop: Hop
  readonly at: StepRef
}

/** One decision in words. Choosing it puts it in the light and selects the entry that it rests on. */
export function StepItem({ verdict, step, hop, at }: StepItemProps) {
  const { engine, view, design } = useStores()
  const own = useRef<HTMLLIElement>(null)
  const current = useEngine(({ cursor }) => cursor !== null && isSameStep(cursor, at))
  const nameOf = useNameOf()
  const { headline, detail, learnMore } = explainStep(step, nameOf)
  const { icon: Icon, colour, word } = stepLook(step)
  const blocks = verdict.blockers.findIndex((blocker) => blocker.step && isSameStep(blocker.step, at))
  const entry = step.evidence.decidedBy
  const arrives = isArrival(verdict, at)

  useEffect(() => {
    if (current) own.current?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const choose = () => {
    engine.getState().setCursor(at)
    if (entry) {
      view.getState().goTo(entry)
      view.getState().showPanel('trace') // the trace stays in front; the inspector is at the entry when it is opened
    } else if (hop.at !== null) design.getState().select([hop.at])
  }

  return (
    <li
      ref={own}
      className={classNames(
        'scroll-mt-12 scroll-mb-2 rounded-md border border-transparent',
        current && 'border-accent! bg-accent-soft',
        blocks >= 0 && !current && 'border-bad/40! bg-bad-soft',
      )}
    >
      <button
        type="button"
        aria-current={current ? 'step' : undefined}
        onClick={choose}
        className={classNames(
          'flex w-full cursor-pointer items-start gap-2 rounded-md px-2 py-1 text-left',
          !current && blocks < 0 && 'hover:bg-hover',
        )}
      >
        <Icon aria-hidden size={15} className={classNames('mt-0.5 shrink-0', colour)} />
        <span className="min-w-0 grow break-words">
          <span className="sr-only">{word}: </span>
          {headline}
        </span>
        {blocks >= 0 ? (
          <Badge tone="bad" className={blocks === 0 ? 'bg-bad! text-surface!' : ''}>
            {blocks === 0 ? 'Decided here' : 'Also blocks'}
          </Badge>
        ) : null}
        {arrives ? <Badge tone="good">Arrives</Badge> : null}
      </button>
      {current || blocks >= 0 ? (
        <div className="pr-2 pb-1.5 pl-[31px] text-xs">
          {detail ? <p className="break-words text-soft leading-[1.125rem]">{detail}</p> : null}
          <div className="flex flex-wrap items-center gap-x-3">
            {entry ? <PlaceLink origin={entry} /> : null}
            {learnMore ? <LearnMore href={learnMore} /> : null}
          </div>
        </div>
      ) : null}
    </li>
  )
}

/** Whether a request that succeeds comes to its end with this step. */
function isArrival(verdict: Verdict, { branch, leg, hop, step }: StepRef): boolean {
  const { kind, legs } = verdict.branches[branch]!
  const { direction, hops } = legs[leg]!
  return (
    kind === 'succeeds' && direction === 'request' && hop === hops.length - 1 && step === hops[hop]!.steps.length - 1
  )
}
