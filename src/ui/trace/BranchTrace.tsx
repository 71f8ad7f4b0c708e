import { SYMPTOM_WORDS, VERDICT_WORDS } from '../../core/explain/index.ts'
import type { Branch, Verdict } from '../../core/sim/index.ts'
import { leadingBranch } from '../../state/index.ts'
import { Tabs } from '../kit/Tabs.tsx'
import { useEngine, useStores } from '../kit/useStore.ts'
import { VerdictIcon } from '../kit/VerdictIcon.tsx'
import { LegTrace } from './LegTrace.tsx'

/** The ways the request can take, one tab for each where there are several. */
export function BranchTrace({ verdict }: { readonly verdict: Verdict }) {
  const { engine } = useStores()
  const cursor = useEngine((state) => state.cursor)
  const current = Math.min(cursor?.branch ?? leadingBranch(verdict), verdict.branches.length - 1)
  const branch = verdict.branches[current]
  if (!branch) return null
  const legs = branch.legs.map((leg, index) => (
    <LegTrace key={leg.direction} verdict={verdict} leg={leg} at={{ branch: current, leg: index }} />
  ))
  if (verdict.branches.length === 1) return legs
  const tabs = verdict.branches.map((one, index) => ({
    id: String(index),
    label: nameOfBranch(one),
    icon: <VerdictIcon kind={one.kind} size={14} />,
  }))
  return (
    <section aria-label="Ways the request can take" className="border-line border-t">
      <p className="px-3 pt-2 pb-1 text-faint text-xs">
        The name has {verdict.branches.length} answers or the client several interfaces: each way is walked.
      </p>
      <Tabs
        label="Ways"
        tabs={tabs}
        current={String(current)}
        onChange={(id) => engine.getState().setCursor({ branch: Number(id), leg: 0, hop: 0, step: 0 })}
        panelClassName="overflow-visible!"
      >
        <p className="px-3 py-2 text-xs">
          From <span className="font-mono">{branch.from}</span> to <span className="font-mono">{branch.to}</span>
          {branch.zone ? ` in ${branch.zone}` : ''}: <span className="font-medium">{outcomeOf(branch)}</span>
        </p>
        {legs}
      </Tabs>
    </section>
  )
}

const nameOfBranch = (branch: Branch): string => (branch.zone ? `through ${branch.zone}` : branch.to)

function outcomeOf(branch: Branch): string {
  const symptom = branch.blockers[0]?.symptom
  return (branch.kind === 'fails' && symptom ? SYMPTOM_WORDS[symptom] : VERDICT_WORDS[branch.kind]).toLowerCase()
}
