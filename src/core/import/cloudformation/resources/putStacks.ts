import { groupBy } from '../../../base/groupBy.ts'
import { messageOf } from '../../../base/messageOf.ts'
import { STUMBLED } from '../../assemble.ts'
import type { RecordsTaker } from '../../records.ts'
import { type NoteTaker, takeNote } from '../../report.ts'
import type { Evaluated, Stack, StackResource } from '../stack.ts'
import { chooseAddresses } from './addresses.ts'
import { putDefaults } from './filters.ts'
import { isOfNetwork, isOfOthers, keptAside } from './keptAside.ts'
import { putIds, putOrganisations } from './putIds.ts'
import { isUsed, readElsewhere, tell } from './putting.ts'
import type { Putting, Referred, ResourceType } from './resourceType.ts'
import { RESOURCE_TYPES } from './resourceTypes.ts'
import { putMainTable } from './routing.ts'
import { STACK_READERS } from './stackReaders.ts'
import { textOf } from './values.ts'

/** Puts the records that AWS would print of the stacks once they are deployed, with what it makes by itself. */
export function putStacks(given: readonly Stack[], records: RecordsTaker, taker: NoteTaker): void {
  const stacks = chooseAddresses(given)
  const all = stacks.flatMap(({ resources }) => resources)
  askEverything(all, records)
  const putting: Putting = { records, taker, stacks, byRef: byRefOf(stacks) }
  for (const resource of all) putSafely(resource, putting)
  putIds(all, putting)
  putOrganisations(stacks, putting)
  const texts = textsIn(all)
  for (const resource of all)
    if (resource.type === 'AWS::EC2::VPC') {
      putDefaults(putting, resource, (id) => texts.has(id))
      putMainTable(putting, resource, (id) => texts.has(id))
    }
  tellAside(all, taker)
  const isTold = new Set(taker.notes.flatMap(({ kind, place }) => (kind === 'skipped' ? place : [])))
  for (const resource of all)
    if (isHelper(resource) && !isUsed(putting, resource) && !isTold.has(resource.place))
      tell(putting, resource, 'unused', 'nothing in the files uses it')
}

/** A resource that nobody was prepared for is one that cannot be read: the rest goes on, and the report says so. */
function putSafely(resource: StackResource, putting: Putting): void {
  try {
    rowOf(resource)?.put(resource, putting)
  } catch (error) {
    takeNote(putting.taker, 'skipped', `${STUMBLED}: ${messageOf(error)}`, resource.place)
  }
}

/** Types whose records say nothing but to those that name them. */
const HELPERS: ReadonlySet<string> = new Set([
  'AWS::NetworkFirewall::FirewallPolicy',
  'AWS::NetworkFirewall::RuleGroup',
  'AWS::Route53Resolver::FirewallDomainList',
])
const isHelper = (resource: StackResource): boolean =>
  HELPERS.has(resource.type) || (rowOf(resource)?.put === readElsewhere && !Object.hasOwn(keptAside, resource.type))

const rowOf = ({ type }: StackResource): ResourceType | undefined =>
  Object.hasOwn(RESOURCE_TYPES, type) ? RESOURCE_TYPES[type] : undefined

/** What the templates do not have is not there, so that every list counts as asked for. */
function askEverything(all: readonly StackResource[], records: RecordsTaker): void {
  const places = new Map(all.map((one) => [`${one.account} ${one.region}`, one]))
  for (const { account, region, place } of places.values())
    for (const { key } of STACK_READERS) records.put(key, null, place, { account, region })
}

/** Every resource by what `Ref` gives, by what AWS calls it, and by its id. */
function byRefOf(stacks: readonly Stack[]): ReadonlyMap<string, StackResource> {
  const found = new Map<string, StackResource>()
  const all = stacks.flatMap(({ resources }) => resources)
  for (const one of all) found.set(one.id, one)
  for (const one of all)
    for (const name of [textOf(rowOf(one)?.ref?.(referredOf(one, all))), one.awsId ?? null])
      if (name !== null && !found.has(name)) found.set(name, one)
  return found
}

const referredOf = (one: StackResource, all: readonly StackResource[]): Referred => ({
  id: one.id,
  awsId: one.awsId,
  account: one.account,
  region: one.region,
  property: (name) => one.properties[name] ?? one.stated?.[name] ?? null,
  others: (type) => all.filter((other) => other.type === type).map((other) => referredOf(other, all)),
})

/** Every text that stands in a property. */
function textsIn(all: readonly StackResource[]): ReadonlySet<string> {
  const texts = new Set<string>()
  const look = (value: Evaluated): void => {
    if (typeof value === 'string') texts.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) look(part as Evaluated)
  }
  for (const { properties } of all) look(properties)
  return texts
}

const MOST_NAMED = 20

/** One line for each type that nothing is drawn of. */
function tellAside(all: readonly StackResource[], taker: NoteTaker): void {
  const aside = all.filter(
    (one) => Object.hasOwn(keptAside, one.type) || (rowOf(one)?.isAside?.(one) ?? rowOf(one) === undefined),
  )
  for (const [type, some] of groupBy(aside, (one) => one.type)) {
    const named = some.slice(0, MOST_NAMED).map(({ id }) => id)
    const more = some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : ''
    const ids = `${named.join(', ')}${more}`
    if (isOfNetwork(type) && !Object.hasOwn(keptAside, type))
      takeNote(
        taker,
        'unknown',
        `${type} is not read, so that what it changes in the network is not known: ${ids}`,
        some[0]!.place,
        { isOfResources: true },
      )
    else if (isOfOthers(type))
      takeNote(
        taker,
        'assumed',
        `${type} is made by code of its own, and is taken to change nothing in the network: ${ids}`,
        some[0]!.place,
        { isOfResources: true },
      )
    else
      takeNote(taker, 'unused', `${type} is kept aside, no packet meets it: ${ids}`, some[0]!.place, {
        isOfResources: true,
      })
  }
}
