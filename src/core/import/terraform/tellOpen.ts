import { groupBy } from '../../base/groupBy.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { listNames } from './listNames.ts'
import type { Instance } from './terraformRoot.ts'
import type { Seen, TerraformTypes } from './types/terraformType.ts'

/** What adds to something that no file manages, or that is known only after the apply. */
export const addsToNothing = (seen: ReadonlyMap<Instance, Seen>, types: TerraformTypes): readonly Seen[] =>
  [...seen.values()].filter(({ instance: { mode, type }, named }) => {
    const { addsTo } = types[type] ?? {}
    return mode === 'managed' && addsTo !== undefined && named(addsTo)?.instance.mode !== 'managed'
  })

/** One line for each type of which instances do. */
export function tellAdding(taker: NoteTaker, seen: ReadonlyMap<Instance, Seen>, types: TerraformTypes): void {
  for (const [type, some] of groupBy(addsToNothing(seen, types), ({ instance }) => instance.type))
    takeNote(
      taker,
      'unknown',
      `${type} adds to what no file manages, or to what is known only after the apply, so that what it changes is not known: ${listNames(some.map(({ instance }) => instance.address))}`,
      some[0]!.instance.place,
      { isOfResources: true },
    )
}
