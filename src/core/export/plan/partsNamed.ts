import { groupBy } from '../../base/groupBy.ts'
import { remember } from '../../base/remember.ts'
import type { Part, PartName, PartOf } from './part.ts'
import type { StackPlan } from './planExport.ts'

const byName = new WeakMap<readonly Part[], ReadonlyMap<PartName, readonly Part[]>>()

/** The parts of that name, in order of creation. Sorted out once per stack. */
export const partsNamed = <N extends PartName>({ parts }: StackPlan, name: N): readonly PartOf<N>[] =>
  (remember(byName, parts, () => groupBy(parts, (one) => one.name)).get(name) ?? []) as readonly PartOf<N>[]
