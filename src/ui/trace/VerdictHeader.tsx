import { ChevronLeft, ChevronRight, RefreshCw } from 'lucide-react'
import { explainDenial, headlineOf } from '../../core/explain/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import { isSameStep, leadingBranch, listSteps } from '../../state/index.ts'
import { TONES } from '../kit/Badge.tsx'
import { classNames } from '../kit/classNames.ts'
import { describeRequest } from '../kit/describeRequest.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'
import { VERDICT_LOOK } from '../kit/VerdictIcon.tsx'

/** The verdict in words over the request it is about, and the buttons that walk along its steps. */
export function VerdictHeader({ verdict }: { readonly verdict: Verdict }) {
  const design = useDesign((state) => state.design)
  const stale = useEngine((state) => state.verdict.stale)
  const isEngineUp = useEngine((state) => state.status === 'ready')
  const nameOf = useNameOf()
  const headline = headlineOf(verdict, nameOf)
  const denial = explainDenial(verdict, design)
  const { icon: Icon, tone, colour } = VERDICT_LOOK[verdict.kind]
  return (
    <>
      {/* Always at the same place: one presses again and again, and the list scrolls below. */}
      <div className="sticky top-0 z-10 flex h-9 items-center border-line border-b bg-surface px-2">
        <StepButtons verdict={verdict} />
        <span role="status" className="ml-auto flex items-center gap-1 text-warn text-xs">
          {stale ? (
            <>
              <RefreshCw aria-hidden size={12} />
              {isEngineUp ? 'Changed: asking again' : 'From before: the engine does not answer'}
            </>
          ) : null}
        </span>
      </div>
      <header className={classNames('m-3 rounded-lg p-3', TONES[tone])}>
        <div className="flex items-start gap-2">
          <Icon aria-hidden size={20} className={classNames('mt-px shrink-0', colour)} />
          <h2 className="min-w-0 break-words font-semibold text-[15px] leading-5.5">{headline}</h2>
        </div>
        <p className="mt-1 break-words pl-7 text-ink text-xs">{describeRequest(design, verdict.request)}</p>
        {denial ? <p className="mt-1.5 break-words pl-7 text-ink text-xs leading-[1.125rem]">{denial}</p> : null}
      </header>
    </>
  )
}

function StepButtons({ verdict }: { readonly verdict: Verdict }) {
  const { engine } = useStores()
  const cursor = useEngine((state) => state.cursor)
  const steps = listSteps(verdict, cursor?.branch ?? leadingBranch(verdict))
  const at = cursor ? steps.findIndex((step) => isSameStep(step, cursor)) : -1
  return (
    <>
      <IconButton
        label="Previous step"
        keys=","
        icon={<ChevronLeft aria-hidden size={16} />}
        onClick={() => engine.getState().stepBy(-1)}
      />
      <IconButton
        label="Next step"
        keys="."
        icon={<ChevronRight aria-hidden size={16} />}
        onClick={() => engine.getState().stepBy(1)}
      />
      <span className="pl-1 text-faint text-xs">
        {at < 0 ? 'Walk along the steps' : `Step ${at + 1} of ${steps.length}`}
      </span>
    </>
  )
}
