import type { Addable } from '../../core/model/index.ts'
import { createPart, withPart } from '../../state/parts.ts'
import type { Stores } from '../../state/types.ts'

/** What works out the edits of gestures: fetched with the first of them, or once the page stands idle. */
export const planning = createPart(() => import('./plans.ts'))

/** Adds a construct without a pointer: into what is selected, else into the only place that fits. The person is told where, or why not. */
export const addConstruct = (stores: Stores, kind: Addable): void =>
  withPart(stores, planning, (plans) => void plans.addConstruct(stores, kind))
