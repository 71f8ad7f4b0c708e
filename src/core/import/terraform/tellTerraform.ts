import { groupBy } from '../../base/groupBy.ts'
import { type NoteTaker, takeNote } from '../report.ts'
import { bag } from './bag.ts'
import { isOfNetwork } from './isOfNetwork.ts'
import { listNames } from './listNames.ts'
import type { Existing } from './putExisting.ts'
import type { Instance } from './terraformRoot.ts'
import type { TerraformTypes } from './types/terraformType.ts'
import { words } from './words.ts'

/** One line for each type that nothing is drawn of: what may change the network is unknown, the rest is kept aside. */
export function tellTypes(taker: NoteTaker, instances: readonly Instance[], types: TerraformTypes): void {
  const aside = instances.filter(({ mode, type }) => mode === 'managed' && !Object.hasOwn(types, type))
  for (const [type, some] of groupBy(aside, (one) => one.type)) {
    const addresses = listNames(some.map(({ address }) => address))
    if (isOfNetwork(type))
      takeNote(
        taker,
        'unknown',
        `${type} is not read, so that what it changes in the network is not known: ${addresses}`,
        some[0]!.place,
        { isOfResources: true },
      )
    else
      takeNote(taker, 'unused', `${type} is kept aside, no packet meets it: ${addresses}`, some[0]!.place, {
        isOfResources: true,
      })
  }
}

/** Attributes of any type on which nothing in the network hangs, or that are read wherever they stand. */
const EVERYWHERE = new Set(
  'id arn tags tags_all owner_id region timeouts provider_id resource_id create_time created_time status'.split(' '),
)

/** One line for each type whose attributes say something that nobody asked for. Of a plan only what its author wrote counts. */
export function tellAttributes(
  taker: NoteTaker,
  instances: readonly Instance[],
  types: TerraformTypes,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): void {
  const managed = instances.filter(({ mode, type }) => mode === 'managed' && Object.hasOwn(types, type))
  for (const [type, some] of groupBy(managed, (one) => one.type)) {
    const row = types[type]!
    if (row.ignores === '*') continue
    const known = new Set([...words(row.ignores), ...(asked.get(type) ?? [])])
    const unread = new Map<string, Instance>()
    for (const one of some)
      for (const [name, value] of Object.entries(one.values))
        if (
          !EVERYWHERE.has(name) &&
          !known.has(name) &&
          saysSomething(value) &&
          isWritten(one, name) &&
          !unread.has(name)
        )
          unread.set(name, one)
    const [first] = unread.values()
    if (first) takeNote(taker, 'unused', `${type}: read, and not used: ${listNames([...unread.keys()])}`, first.place)
  }
}

const isWritten = ({ block }: Instance, name: string): boolean => block === null || name in bag(block.expressions)

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return false
  if (typeof value !== 'object') return true
  return Object.values(value).some(saysSomething)
}

/** Data sources of what nothing here reads, folded, and those that nobody has read yet. */
export function tellSources(taker: NoteTaker, { unread, deferred }: Existing): void {
  for (const [type, some] of groupBy(unread, (one) => one.type))
    takeNote(
      taker,
      'unknown',
      `data.${type} is not read: what it says of what exists already is not known: ${listNames(some.map(({ address }) => address))}`,
      some[0]!.place,
      { isOfResources: true },
    )
  if (deferred.length > 0)
    takeNote(
      taker,
      'unknown',
      `Data sources that are read only during the apply: ${listNames(deferred.map(({ address }) => address))}`,
      deferred[0]!.place,
      { isOfResources: true },
    )
}
