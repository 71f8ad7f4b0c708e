import { explainCode, SYMPTOM_WORDS } from '../../core/explain/index.ts'
import type { Blocker, Verdict } from '../../core/sim/index.ts'
import { LearnMore } from '../kit/LearnMore.tsx'
import { PlaceLink } from '../kit/PlaceLink.tsx'
import { Section } from '../kit/Section.tsx'
import { useStores } from '../kit/useStore.ts'

/** Everything that stands in the way, the deciding one first: mending only that may not be enough. */
export function BlockerList({ verdict }: { readonly verdict: Verdict }) {
  if (verdict.blockers.length === 0) return null
  return (
    <Section
      title="What stands in the way"
      mark={<span className="font-normal text-faint">· {verdict.blockers.length}</span>}
    >
      <ol className="flex flex-col gap-2">
        {verdict.blockers.map((blocker, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn anew with each verdict
          <BlockerItem key={index} blocker={blocker} decided={index === 0} />
        ))}
      </ol>
    </Section>
  )
}

function BlockerItem({ blocker, decided }: { readonly blocker: Blocker; readonly decided: boolean }) {
  const { engine } = useStores()
  const { title, meaning, remedy, source } = explainCode(blocker.code)
  return (
    <li className="rounded-md border border-line p-2 text-xs">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium text-[13px]">{title}</span>
        {decided ? <span className="font-medium text-bad">decides</span> : null}
      </div>
      <p className="text-faint">
        <code className="break-all font-mono text-[11px]">{blocker.code}</code> ·{' '}
        {SYMPTOM_WORDS[blocker.symptom].toLowerCase()}
      </p>
      <p className="mt-1 text-soft leading-[1.125rem]">
        {meaning} {remedy ? <span className="text-ink">{remedy}</span> : null}
      </p>
      <div className="flex flex-wrap items-center gap-x-3">
        {blocker.decidedBy ? <PlaceLink origin={blocker.decidedBy} /> : null}
        {blocker.step ? (
          <button
            type="button"
            className="min-h-6 cursor-pointer rounded-sm text-accent hover:underline"
            onClick={() => engine.getState().setCursor(blocker.step)}
          >
            Show the step
          </button>
        ) : null}
        <LearnMore href={source} />
      </div>
    </li>
  )
}
