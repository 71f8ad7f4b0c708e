import { type ConstructKind, constructAt, definitions } from '../../../core/model/index.ts'
import type { Stores } from '../../../state/types.ts'
import { type DropPlan, planPlaceAt } from '../gestures/planDrop.ts'
import { viewportOf } from '../viewports.ts'

/** Adds a construct without a pointer: into what is selected, else into the only place that fits. The person is told where, or why not. */
export function addConstruct(stores: Stores, kind: ConstructKind): boolean {
  const { design, selection, apply, select } = stores.design.getState()
  const { say } = stores.view.getState()
  const [selected] = selection
  const wishes = selected !== undefined && constructAt(design, selected) ? [selected, null] : [null]
  const plans = wishes.map((target): DropPlan => planPlaceAt(design, kind, target, null))
  const plan = plans.find(({ ok }) => ok) ?? plans[0]!
  if (!plan.ok) {
    const hint = selection.length === 0 ? ' Select where it should go first.' : ''
    say(`${plan.sentence}.${hint}`, 'error')
    return false
  }
  if (!apply(plan.label, plan.edits)) return false
  select(plan.ids)
  const [id] = plan.ids
  say(`${definitions[kind].title} added.`)
  if (id !== undefined) requestAnimationFrame(() => viewportOf(stores)?.reveal(id))
  return true
}
