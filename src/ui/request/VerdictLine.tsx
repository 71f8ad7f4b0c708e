import { CircleAlert } from 'lucide-react'
import { explainVerdict } from '../../core/explain/index.ts'
import { classNames } from '../kit/classNames.ts'
import { describePlace } from '../kit/describePlace.ts'
import { describeRequest } from '../kit/describeRequest.ts'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { LiveRegion } from '../kit/Toast.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'
import { VERDICT_LOOK, VerdictIcon } from '../kit/VerdictBadge.tsx'

/** The answer in a line: what the caller sees, by which path, and what decided it. Its room is kept while there is none. */
export function VerdictLine({ problem: missing }: { readonly problem: string | null }) {
  const failure = useEngine((state) => state.problem)
  const problem = missing ?? failure
  return (
    <div className="flex h-8 items-center gap-2 overflow-hidden border-line border-t bg-sunken px-3">
      {problem ? (
        <p role="alert" className="flex min-w-0 items-center gap-1.5 text-bad">
          <CircleAlert aria-hidden size={15} className="shrink-0" />
          <span className="truncate">{problem}</span>
        </p>
      ) : (
        <Answer />
      )}
    </div>
  )
}

function Answer() {
  const { view } = useStores()
  const design = useDesign((state) => state.design)
  const asked = useEngine((state) => state.asked)
  const verdict = useEngine((state) => state.verdict)
  const stale = useEngine((state) => state.stale)
  const nameOf = useNameOf()
  if (!asked || !verdict)
    return (
      <p className="truncate text-faint text-xs">
        {asked ? 'Asking…' : 'What happens to a request? Choose who asks and for what, then press Ask.'}
      </p>
    )
  const { headline } = explainVerdict(verdict, nameOf)
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
