import { type DropPlan, planPlaceAt } from '../../core/layout/index.ts'
import { type Addable, constructAt, wordsOfAddable } from '../../core/model/index.ts'
import type { Stores } from '../../state/types.ts'

/** Adds a construct without a pointer: into what is selected, else into the only place that fits. The person is told where, or why not. */
export function addConstruct(stores: Stores, kind: Addable): boolean {
  const { design, selection, apply } = stores.design.getState()
  const { say, goTo } = stores.view.getState()
  const [selected] = selection
  const wishes = selected !== undefined && constructAt(design, selected) ? [selected, null] : [null]
  const plans = wishes.map((target): DropPlan => planPlaceAt(design, kind, target, null))
  const plan = plans.find(({ ok }) => ok) ?? plans[0]!
  if (!plan.ok) {
    say(`${plan.sentence}.${selected === undefined ? ' Select where it should go first.' : ''}`, 'error')
    return false
  }
  if (!apply(plan.label, plan.edits)) return false
  say(`${wordsOfAddable(kind).title} added.`)
  goTo({ construct: plan.ids[0]!, path: [] })
  return true
}
