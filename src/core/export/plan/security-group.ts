import { remember } from '../../base/remember.ts'
import { constructOfKind, listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { descriptionText } from '../text/tagText.ts'
import { otherAccounts } from './otherAccounts.ts'
import { type Direction, keyOf, makePart, type Part, type PartKey, type PlannedPeer } from './part.ts'
import { isSamePlace } from './places.ts'
import { addRemark, findInVpc, type Planner, type Planning, remarkWritten, wantConstruct } from './planning.ts'
import { resolveBlock, wordOfBlock } from './resolveBlock.ts'
import { resolveList, wordOfList } from './resolveList.ts'
import { planTraffic, wordOfTraffic } from './traffic.ts'

type Group = Parameters<typeof securityGroup>[0]
type Rule = Group['ingress'][number]

/** The group first and its rules as parts of their own, because groups may name each other. */
export const securityGroup: Planner<'security-group'> = (construct, planning) => {
  const group = keyOf(construct)
  remarkWritten(planning, construct, 'its description', construct.description, descriptionText(construct.description))
  const isDefault = vpcOf(planning.design, construct.id)!.defaultSecurityGroup === construct.id
  const parts: Part[] = [
    makePart('security-group', construct, null, [construct.vpc], { vpc: construct.vpc, isDefault }),
    makePart('group-clearing', construct, 'clearing', [group], { group }),
  ]
  const guests = guestsOf(construct, planning)
  if (guests.length > 0 && isDefault)
    addRemark(
      planning,
      construct,
      'clients of other accounts carry it, and AWS shares no default security group. Give them one of their own.',
    )
  else if (guests.length > 0)
    parts.push(makePart('group-share', construct, 'share', [group], { group, accounts: guests }))
  const seen = new Set<PartKey>()
  for (const direction of ['ingress', 'egress'] as const)
    for (const rule of construct[direction]) {
      const part = planRule(construct, direction, rule, planning)
      if (!part) continue
      if (seen.has(part.key))
        addRemark(planning, construct, `the same ${direction} rule is drawn twice; AWS keeps one.`)
      else parts.push(part)
      seen.add(part.key)
    }
  return parts
}

const carriers = new WeakMap<Design['constructs'], ReadonlyMap<ConstructId, ReadonlySet<ConstructId>>>()

/** Group -> clients that carry it. Collected once per state of the design. */
const carriersIn = (design: Design) =>
  remember(carriers, design.constructs, () => {
    const found = new Map<ConstructId, Set<ConstructId>>()
    for (const { id, interfaces } of listOfKind(design, 'client'))
      for (const group of interfaces.flatMap((one) => one.securityGroups))
        remember(found, group, () => new Set<ConstructId>()).add(id)
    return found
  })

/** Accounts that take part in a shared subnet with clients that carry the group. */
function guestsOf(construct: Group, planning: Planning): readonly string[] {
  const clients = carriersIn(planning.design).get(construct.id) ?? []
  const places = [...clients].flatMap((id) => planning.places.get(id) ?? [])
  return otherAccounts(
    planning,
    places.map(({ accountId }) => accountId),
  )
}

function planRule(construct: Group, direction: Direction, rule: Rule, planning: Planning): Part | null {
  const group = keyOf(construct)
  const end = peerOf(construct, rule, planning)
  if (!end) return null
  const traffic = planTraffic(rule)
  remarkWritten(planning, construct, 'the description', rule.description, descriptionText(rule.description))
  const word = `${direction}-${wordOfTraffic(traffic)}-${direction === 'ingress' ? 'from' : 'to'}-${end.word}`
  const details = { group, direction, traffic, peer: end.peer, description: rule.description }
  return makePart('group-rule', construct, word, [group, keyOf(construct, 'clearing'), ...end.needs], details)
}

/**
 * A group of a VPC that a peering connection joins with that of the rule, in the same account and Region: AWS takes it once the connection is
 * active. Source: VPC peering guide, security group references.
 */
function groupOfPeer(construct: Group, id: ConstructId, planning: Planning): ReturnType<typeof peerOf> {
  const { design } = planning
  const [own, other] = [construct.id, id].map((one) => vpcOf(design, one)?.id)
  const found = constructOfKind(design, id, 'security-group')
  if (!found || own === other || !planning.places.get(id)?.some((place) => isSamePlace(place, planning))) return null
  const joins = listOfKind(design, 'peering-connection').find(
    ({ state, requester, accepter }) =>
      state === 'active' && [requester, accepter].includes(own!) && [requester, accepter].includes(other!),
  )
  if (!joins) return null
  wantConstruct(planning, found)
  wantConstruct(planning, joins)
  return { peer: { group: id }, word: id, needs: [id, keyOf(joins), keyOf(joins, 'acceptance')] }
}

function peerOf(
  construct: Group,
  { peer }: Rule,
  planning: Planning,
): { peer: PlannedPeer; word: string; needs: PartKey[] } | null {
  if ('cidr' in peer) {
    const block = resolveBlock(planning, construct, peer.cidr)
    return {
      peer: { block },
      word: wordOfBlock('text' in block ? block.text : peer.cidr),
      needs: 'from' in block ? [block.from] : [],
    }
  }
  if ('securityGroup' in peer) {
    const far = groupOfPeer(construct, peer.securityGroup, planning)
    if (far) return far
    const group = findInVpc(planning, construct, peer.securityGroup, 'security-group')
    return group && { peer: { group: group.id }, word: group.id, needs: [group.id] }
  }
  const list = resolveList(planning, construct, peer.prefixList)
  return list === null ? null : { peer: { list }, word: wordOfList(list), needs: [list] }
}
