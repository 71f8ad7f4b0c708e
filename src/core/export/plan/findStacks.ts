import { compareText, sortedBy } from '../../base/index.ts'
import {
  type Construct,
  type ConstructId,
  constructOfKind,
  type Design,
  listConstructs,
  listOfKind,
  referencesOf,
  vpcOf,
} from '../../model/index.ts'
import type { ExportRemark } from '../types.ts'
import { planners } from './planners.ts'
import { addRemark } from './planning.ts'

/** What one account gets in one Region: CloudFormation makes one template of it. */
export interface StackMembers {
  readonly accountId: string
  readonly regionCode: string
  readonly members: readonly Construct[]
}
type Place = Pick<StackMembers, 'accountId' | 'regionCode'>

/** Sorts what is deployed by account and Region. What lies nowhere is left out with a remark. */
export function findStacks(design: Design, remarks: ExportRemark[]): readonly StackMembers[] {
  const stacks = new Map<string, Place & { members: Construct[] }>()
  const add = (place: Place, construct: Construct) => {
    const key = `${place.regionCode} ${place.accountId}`
    const stack = stacks.get(key)
    if (stack) stack.members.push(construct)
    else stacks.set(key, { ...place, members: [construct] })
  }
  for (const construct of listConstructs(design)) {
    if (planners[construct.kind] === null || construct.kind === 'prefix-list') continue
    const place = placeOf(design, construct)
    if (typeof place === 'string') addRemark({ remarks }, construct, place)
    else add(place, construct)
  }
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

/** Where the construct is deployed, or the reason why it is not. */
function placeOf(design: Design, construct: Construct): Place | string {
  const holder = 'account' in construct && 'region' in construct ? construct : vpcOf(design, construct.id)
  if (!holder) return 'it is left out, because it lies in no VPC.'
  const region = constructOfKind(design, holder.region, 'region')
  if (!region) return 'it is left out, because its Region is not in the design.'
  if (holder.kind === 'vpc' && holder.cidrs.length === 0)
    return 'it is left out, because its VPC has no IPv4 block and AWS needs one.'
  return { regionCode: region.code, accountId: constructOfKind(design, holder.account, 'account')?.accountId ?? '' }
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
