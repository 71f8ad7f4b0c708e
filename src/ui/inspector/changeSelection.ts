import {
  type ConstructId,
  constructAt,
  copyConstructs,
  parentOf,
  planPaste,
  planRemoval,
} from '../../core/model/index.ts'
import type { Stores } from '../../state/index.ts'
import { nameOfConstruct } from '../kit/describePlace.ts'

/** How far a duplicate lies from what it was made of. */
const OFFSET = { x: 32, y: 32 }

/** Deletes the constructs with what lies in them, and says so. */
export function removeConstructs({ design, view }: Stores, ids: readonly ConstructId[]) {
  const state = design.getState()
  state.apply(`Delete ${called(state.design, ids)}`, planRemoval(state.design, ids))
  view.getState().say(`Deleted ${called(state.design, ids)}. Ctrl+Z brings it back.`)
}

/** Puts a copy of the constructs beside them and selects it. */
export function duplicateConstructs({ design, view }: Stores, ids: readonly ConstructId[]) {
  const state = design.getState()
  const plan = planPaste(state.design, copyConstructs(state.design, ids), parentOf(state.design, ids[0]!), OFFSET)
  if (!plan.ok) return view.getState().say(plan.sentence, 'error')
  state.apply(`Duplicate ${called(state.design, ids)}`, plan.edits)
  state.select(plan.ids)
}

function called(design: ReturnType<Stores['design']['getState']>['design'], ids: readonly ConstructId[]): string {
  const only = ids.length === 1 ? constructAt(design, ids[0]!) : null
  return only ? nameOfConstruct(only) : `${ids.length} constructs`
}
