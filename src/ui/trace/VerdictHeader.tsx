import { ChevronLeft, ChevronRight, RefreshCw } from 'lucide-react'
import { explainCode, explainVerdict } from '../../core/explain/index.ts'
import type { Verdict } from '../../core/sim/index.ts'
import { TONES } from '../kit/Badge.tsx'
import { classNames } from '../kit/classNames.ts'
import { describeRequest } from '../kit/describeRequest.ts'
import { IconButton } from '../kit/IconButton.tsx'
import { LearnMore } from '../kit/LearnMore.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { useNameOf } from '../kit/useNameOf.ts'
import { useDesign, useEngine, useStores } from '../kit/useStore.ts'
import { VERDICT_LOOK } from '../kit/VerdictBadge.tsx'

/** The verdict in words, what decided it, and the buttons that walk along its steps. */
export function VerdictHeader({ verdict }: { readonly verdict: Verdict }) {
  const design = useDesign((state) => state.design)
  const stale = useEngine((state) => state.stale)
  const nameOf = useNameOf()
  const { headline, sentences } = explainVerdict(verdict, nameOf)
  const { icon: Icon, tone, colour } = VERDICT_LOOK[verdict.kind]
  return (
    <header className="border-line border-b px-3 pt-3 pb-2">
      <div className={classNames('rounded-lg p-3', TONES[tone])}>
        <div className="flex items-start gap-2">
          <Icon aria-hidden size={20} className={classNames('mt-px shrink-0', colour)} />
          <h2 className="min-w-0 break-words font-semibold text-[15px] leading-5">{headline}</h2>
        </div>
        <p className="mt-1 break-words pl-7 text-ink text-xs">{describeRequest(design, verdict.request)}</p>
      </div>
      {sentences.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-1 text-soft text-xs leading-[1.125rem]">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-xs">
        {verdict.decidedBy ? <PlaceLink origin={verdict.decidedBy} className="font-medium" /> : null}
        {verdict.code && verdict.kind !== 'succeeds' ? <LearnMore href={explainCode(verdict.code).source} /> : null}
      </div>
      <div className="mt-1 flex h-7 items-center gap-1">
        <StepButtons />
        <span aria-live="polite" className="ml-auto flex items-center gap-1 text-warn text-xs">
          {stale ? (
            <>
              <RefreshCw aria-hidden size={12} />
              The design changed: asking again
            </>
          ) : null}
        </span>
      </div>
    </header>
  )
}

function StepButtons() {
  const { engine } = useStores()
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
      <span className="text-faint text-xs">
        Step with <kbd className="font-sans">,</kbd> and <kbd className="font-sans">.</kbd>
      </span>
    </>
  )
}
