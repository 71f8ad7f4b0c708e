import { compareText, sortedBy } from '../../base/order.ts'
import { constructOfKind, listConstructs, listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { referencesOf } from '../../model/references.ts'
import type { ExportRemark } from '../types.ts'
import { type Place, placesOf } from './places.ts'
import { NOT_DEPLOYED, planners } from './planners.ts'
import { addRemark } from './planning.ts'

/** What one account gets in one Region: CloudFormation makes one template of it. */
export interface StackMembers extends Place {
  readonly members: readonly Construct[]
}

/** Sorts what is deployed by account and Region. What lies nowhere is left out with a remark, and clients where only the network is wanted. */
export function findStacks(design: Design, remarks: ExportRemark[], networkOnly: boolean): readonly StackMembers[] {
  const stacks = new Map<string, Place & { members: Construct[] }>()
  const add = (place: Place, construct: Construct) => {
    const key = `${place.regionCode} ${place.accountId}`
    const stack = stacks.get(key)
    if (stack) stack.members.push(construct)
    else stacks.set(key, { ...place, members: [construct] })
  }
  for (const construct of listConstructs(design)) {
    const why = NOT_DEPLOYED[construct.kind]
    if (why !== undefined) addRemark({ remarks }, construct, why)
    if (planners[construct.kind] === null || construct.kind === 'prefix-list') continue
    if (networkOnly && construct.kind === 'client') continue
    const places = placesOf(design, construct)
    if (typeof places === 'string') addRemark({ remarks }, construct, places)
    else for (const place of places) add(place, construct)
  }
  const clients = networkOnly ? listOfKind(design, 'client').length : 0
  if (clients > 0)
    remarks.push({
      construct: null,
      message: `Only the network is exported: ${clients} ${clients === 1 ? 'client is' : 'clients are'} left out, with what hangs on them.`,
    })
  for (const list of listOfKind(design, 'prefix-list')) {
    const regionCode = constructOfKind(design, list.region, 'region')?.code
    if (regionCode === undefined) {
      addRemark({ remarks }, list, 'it is left out, because its Region is not in the design.')
      continue
    }
    for (const place of placesOfList(list.id, list.listName, regionCode, [...stacks.values()], design)) add(place, list)
  }
  const found = [...stacks.values()].sort(
    (a, b) => compareText(a.regionCode, b.regionCode) || compareText(a.accountId, b.accountId),
  )
  return found.map((stack) => ({ ...stack, members: sortedBy(stack.members, (one) => one.id) }))
}

/** A list belongs to no account in the design: every stack of its Region that uses it gets one, and a list nobody uses goes to the first. */
function placesOfList(
  id: ConstructId,
  listName: string,
  regionCode: string,
  stacks: readonly StackMembers[],
  design: Design,
): readonly Place[] {
  const near = sortedBy(
    stacks.filter((stack) => stack.regionCode === regionCode),
    (stack) => stack.accountId,
  )
  const users = near.filter((stack) =>
    stack.members.some((one) => referencesOf(one).some(({ to }) => to === id || to === listName)),
  )
  if (users.length > 0) return users
  return [near[0] ?? { regionCode, accountId: listOfKind(design, 'account')[0]?.accountId ?? '' }]
}
