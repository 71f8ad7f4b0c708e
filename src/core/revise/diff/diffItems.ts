import { groupBy } from '../../base/groupBy.ts'
import { APART, type DrawnItem } from '../items/item.ts'
import { diffProps, type PropChange } from './diffProps.ts'

/** How what two designs come to differs, in the order in which the second makes it. */
export interface ItemDiff {
  readonly changed: readonly {
    readonly before: DrawnItem
    readonly after: DrawnItem
    readonly changes: readonly PropChange[]
  }[]
  readonly added: readonly DrawnItem[]
  readonly removed: readonly DrawnItem[]
}

type Items = ReadonlyMap<string, DrawnItem>

/** Compares by name; of items of one list, one that went and one that came are one that was changed. */
export function diffItems(before: Items, after: Items): ItemDiff {
  const added = [...after.values()].filter(({ name }) => !before.has(name))
  const removed = [...before.values()].filter(({ name }) => !after.has(name))
  const came = groupBy(added, placeOf)
  const pairs = new Map<DrawnItem, DrawnItem>()
  for (const [place, gone] of groupBy(removed, placeOf))
    if (place !== '')
      for (const [at, one] of (came.get(place) ?? []).slice(0, gone.length).entries()) pairs.set(one, gone[at]!)
  const paired = new Set(pairs.values())
  const changed = [...after.values()].flatMap((one) => {
    const old = pairs.get(one) ?? before.get(one.name)
    if (!old) return []
    const changes = diffProps(old.props, one.props)
    return changes.length > 0 ? [{ before: old, after: one, changes }] : []
  })
  return {
    changed,
    added: added.filter((one) => !pairs.has(one)),
    removed: removed.filter((one) => !paired.has(one)),
  }
}

/** The list that an item is of, whether it stands there or is a resource of its own; '' for what is no item of a list. */
function placeOf({ within, type, evaluated }: DrawnItem): string {
  const owner = within?.name ?? (OWNERS.has(type) ? evaluated[OWNERS.get(type)!] : undefined)
  return typeof owner === 'string' ? `${owner} ${type}` : ''
}
const OWNERS: ReadonlyMap<string, string> = new Map(
  Object.values(APART).flatMap((lists) => lists.map(({ type, owner }) => [type, owner] as const)),
)
