import { ArrowRight } from 'lucide-react'
import { useMemo } from 'react'
import { describePlace, headlineOf } from '../../../core/explain/index.ts'
import type { Design } from '../../../core/model/index.ts'
import { meetsExpectation, type Verdict } from '../../../core/sim/index.ts'
import type { AnswerOf } from '../../../engine/index.ts'
import type { Standing } from '../../../state/index.ts'
import { Badge } from '../Badge.tsx'
import { classNames } from '../classNames.ts'
import { describeRequest } from '../describeRequest.ts'
import { LiveRegion } from '../Toast.tsx'
import { useNameOf } from '../useNameOf.ts'
import { useDesign } from '../useStore.ts'
import { VERDICT_LOOK, VerdictIcon } from '../VerdictIcon.tsx'
import { designWith, type PolicyPlace } from './policyPlace.ts'

interface TrialStripProps {
  readonly place: PolicyPlace
  readonly trial: Standing<AnswerOf<'tryPolicy'> | null>
  /** The answer is about the text that stands there. */
  readonly isFresh: boolean
  /** The text cannot be read: there is nothing to try. */
  readonly isBroken: boolean
}

/** Which saved requests a draft would change, before it is applied. */
export function TrialStrip({ place, trial, isFresh, isBroken }: TrialStripProps) {
  const requests = useDesign((state) => state.design.requests)
  const changes = trial.value?.changes ?? []
  const design = useDesign((state) => state.design)
  const tried = trial.value?.text
  const then = useMemo(() => (tried === undefined ? design : designWith(design, place, tried)), [design, place, tried])
  const all = requests.length === 1 ? 'the saved request' : `all ${requests.length} saved requests`
  const words = isBroken
    ? 'Once the draft can be read, this says which saved requests it would change.'
    : requests.length === 0
      ? 'No request is saved: pin some, and this says which of them the draft would change.'
      : trial.problem !== null
        ? trial.problem
        : (trial.value?.refused ?? null) !== null && isFresh
          ? `It cannot be tried: ${trial.value!.refused}`
          : !isFresh
            ? `Trying it on ${all}…`
            : changes.length === 0
              ? `Nothing changes: ${all} ${requests.length === 1 ? 'is' : 'are'} answered as before.`
              : `${changes.length} of ${requests.length} saved ${requests.length === 1 ? 'request' : 'requests'} would change:`
  return (
    <section
      aria-label="What the draft would change"
      className="rounded-md border border-line bg-sunken px-2.5 py-2 text-xs"
    >
      <LiveRegion>{isFresh && !isBroken ? words : ''}</LiveRegion>
      <p className={classNames('leading-4', changes.length > 0 && isFresh ? 'font-medium' : 'text-soft')}>{words}</p>
      {changes.length > 0 && !isBroken ? (
        <ul className={classNames('mt-1.5 flex flex-col gap-1.5', !isFresh && 'opacity-60')}>
          {changes.map((change) => (
            <Change key={change.id} change={change} design={then} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

interface ChangeProps {
  readonly change: AnswerOf<'tryPolicy'>['changes'][number]
  /** With the draft in it: what decides then is called as it is called then. */
  readonly design: Design
}

function Change({ change: { id, before, after }, design }: ChangeProps) {
  const saved = design.requests.find((one) => one.id === id)
  const missed = saved?.expect ? meetsExpectation(after, saved.expect) !== null : null
  const decided = after.kind !== 'succeeds' && after.decidedBy
  return (
    <li className="border-line border-t pt-1.5">
      <p className="break-words font-medium leading-4">{saved?.name || describeRequest(design, after.request)}</p>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 gap-y-0.5 leading-4">
        <Said verdict={before} />
        <ArrowRight role="img" aria-label="becomes" size={13} className="shrink-0 text-faint" />
        <Said verdict={after} />
        {decided ? <span className="text-faint">by {describePlace(design, decided)}</span> : null}
        {missed === null ? null : (
          <Badge tone={missed ? 'bad' : 'good'}>{missed ? 'not as expected' : 'as expected'}</Badge>
        )}
      </p>
    </li>
  )
}

function Said({ verdict }: { readonly verdict: Verdict }) {
  const nameOf = useNameOf()
  return (
    <span className={classNames('inline-flex items-center gap-1', VERDICT_LOOK[verdict.kind].colour)}>
      <VerdictIcon kind={verdict.kind} size={13} />
      {headlineOf(verdict, nameOf)}
    </span>
  )
}
