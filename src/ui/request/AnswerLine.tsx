import { describePlace, headlineOf } from '../../core/explain/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import { classNames } from '../kit/classNames.ts'
import { describeRequest } from '../kit/describeRequest.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { LiveRegion } from '../kit/Toast.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useDesign, useStores } from '../kit/useStore.ts'
import { VERDICT_LOOK, VerdictIcon } from '../kit/VerdictIcon.tsx'

/** A verdict in a line: what the caller sees and what decided it. */
export function AnswerLine({ verdict, stale }: { readonly verdict: Verdict; readonly stale: boolean }) {
  const { view } = useStores()
  const design = useDesign((state) => state.design)
  const nameOf = useNameOf()
  const headline = headlineOf(verdict, nameOf)
  const decided = verdict.kind !== 'succeeds' && verdict.decidedBy
  const sentence = `${headline}: ${describeRequest(design, verdict.request)}${decided ? `. Decided by ${describePlace(design, decided)}` : ''}.`
  return (
    <>
      <LiveRegion>{stale ? '' : sentence}</LiveRegion>
      <button
        type="button"
        data-tip={describeRequest(design, verdict.request)}
        onClick={() => view.getState().showPanel('trace')}
        className={classNames(
          'flex min-h-6 max-w-full shrink-0 cursor-pointer items-center gap-1.5 rounded-sm hover:underline',
          VERDICT_LOOK[verdict.kind].colour,
          stale && 'opacity-60',
        )}
      >
        <VerdictIcon kind={verdict.kind} />
        <span className="truncate font-medium">{headline}</span>
      </button>
      {decided ? (
        <span className="flex min-w-0 items-center text-xs">
          <span className="shrink-0 text-faint">decided by&nbsp;</span>
          <PlaceLink origin={decided} plain className="truncate" />
        </span>
      ) : null}
    </>
  )
}
