import type { ConstructId } from '../../../model/kinds/registry.ts'
import { type Address, formatAddress } from '../../../net/address.ts'
import { commonPorts, countPorts, type PortRange } from '../../../net/ports.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Eni, SubnetNet } from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import type { Step } from '../../verdict.ts'
import { isIcmp, type Packet, protocolName } from '../packet.ts'
import { goTo } from '../place.ts'
import { addBlocker, addTopologyGap, assumeListed, GAP_CODES } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { type AclMatch, filterByNetworkAcl, findAclDoubt } from './filterByNetworkAcl.ts'
import {
  explainGroupRefusal,
  filterBySecurityGroups,
  findListedRule,
  findOpenMember,
} from './filterBySecurityGroups.ts'
import { explainLostReference } from './findGroupPeer.ts'

type Direction = 'ingress' | 'egress'
const isDrawn = (id: ConstructId | null): id is ConstructId => id !== null

/** Applies the interface's security groups to a packet that starts a connection; notes a refusal and lets the walk go on. */
export function passGroups(walk: Walk, eni: Eni, direction: Direction, packet: Packet): void {
  if (eni.groups.length === 0) return
  const peer = direction === 'ingress' ? packet.src : packet.dst
  const entry = filterBySecurityGroups(walk, eni, direction, packet, peer)
  if (entry) {
    walk.told.recorder?.step(groupStep(eni, direction, packet, peer, entry, 'permitted'))
    return
  }
  const listed = findListedRule(walk, eni.groups, direction, packet)
  if (listed?.list) {
    walk.told.recorder?.step(groupStep(eni, direction, packet, peer, listed, 'permitted'))
    assumeListed(walk, { origin: listed.origin ?? null, label: listed.list.service })
    return
  }
  const refusal = explainGroupRefusal(walk.asked, eni.groups, direction, packet)
  const { decidedBy } = refusal
  const gap = refusal.gap ?? findOpenMember(walk, eni, direction, packet)
  const code = explainLostReference(walk, eni, direction, packet) ?? refusal.code
  const considered = walk.told.recorder ? consideredRules(eni, direction) : []
  const step = (outcome: 'denied' | 'unknown', why: Code, by: Origin | null) =>
    walk.told.recorder?.step({
      ...groupStep(eni, direction, packet, peer, null, outcome),
      code: why,
      evidence: { decidedBy: by, rule: 'no-match', considered },
    })
  if (gap) {
    step('unknown', GAP_CODES[gap.code], gap.at)
    addTopologyGap(walk, gap)
    return
  }
  step('denied', code, decidedBy)
  addBlocker(walk, code, decidedBy)
}

/** A reply to a connection the groups let through: they remember it, no rule is asked. Only the trace shows it. */
export function rememberGroups(walk: Walk, eni: Eni, direction: Direction, packet: Packet): void {
  if (walk.told.recorder && eni.groups.length > 0)
    walk.told.recorder.step(
      groupStep(eni, direction, packet, direction === 'ingress' ? packet.src : packet.dst, null, 'remembered'),
    )
}

const consideredRules = (eni: Eni, direction: Direction) =>
  eni.groups.flatMap((group) => group[direction].map((entry) => entry.origin))

type FilterStep = Extract<Step, { kind: 'filter' }>

function groupStep(
  eni: Eni,
  direction: Direction,
  packet: Packet,
  peer: Address,
  entry: { readonly origin?: Origin } | null,
  outcome: FilterStep['outcome'],
): FilterStep {
  const drawn = eni.groups.map((group) => group.id).filter(isDrawn)
  const undrawn = drawn.length === 0
  return {
    kind: 'filter',
    outcome,
    code: null,
    detail: {
      filter: 'security-group',
      direction,
      filters: drawn,
      peer: formatAddress(peer),
      protocol: protocolName(packet.protocol),
      ports: isIcmp(packet.protocol) ? null : packet.ports,
    },
    evidence: {
      decidedBy: entry?.origin ?? null,
      ...(undrawn ? { rule: 'default-group' as const } : {}),
      considered: [],
    },
  }
}

/** The packet crosses the edge of a subnet: the trace goes there, and its ACL is asked. */
export function crossEdge(walk: Walk, subnet: SubnetNet, direction: Direction, packet: Packet): void {
  goTo(walk, subnet.id)
  passAcl(walk, subnet, direction, packet)
}

/** The packet comes into a subnet, unless it has been there all the time; `from` null = by a gateway or a link. */
export function comeInto(walk: Walk, subnet: SubnetNet, from: SubnetNet | null, packet: Packet): void {
  if (from?.id !== subnet.id) crossEdge(walk, subnet, 'ingress', packet)
}

/** Applies the subnet's network ACL to a packet that crosses the subnet's edge; notes a refusal and lets the walk go on. */
export function passAcl(walk: Walk, subnet: SubnetNet, direction: Direction, packet: Packet): void {
  const { acl } = subnet
  // a VPC's own ACL that nobody has drawn allows everything: only a trace has to say so
  if (subnet.virtual || (acl.id === null && acl.gap === null && walk.told.recorder === null)) return
  const peer = direction === 'ingress' ? packet.src : packet.dst
  const match = filterByNetworkAcl(subnet.acl, direction, packet, peer)
  const gap = subnet.acl.unread.length > 0 ? findAclDoubt(subnet.acl, direction, packet, match) : null
  if (gap) {
    walk.told.recorder?.step({
      ...aclStep(subnet, direction, packet, peer, match),
      outcome: 'unknown',
      code: GAP_CODES[gap.code],
      evidence: { decidedBy: gap.at, considered: [] },
    })
    addTopologyGap(walk, gap)
    return
  }
  const share = match.outcome === 'partly' ? narrowPorts(walk, match.passed, packet.ports) : 0
  walk.told.recorder?.step(aclStep(subnet, direction, packet, peer, match, share))
  if (match.outcome !== 'permitted')
    addBlocker(walk, 'SUBNET_ACL_RESTRICTION', match.entry?.origin ?? closingDeny(subnet, direction), share)
}

/** Keeps the ports that get through this ACL as well as through those before it, and says which part of the connections that leaves. */
function narrowPorts({ carried }: Walk, passed: readonly PortRange[], all: PortRange): number {
  carried.portsLeft = carried.portsLeft === null ? passed : commonPorts(carried.portsLeft, passed)
  return (carried.share * countPorts(carried.portsLeft)) / countPorts([all])
}

const closingDeny = (subnet: SubnetNet, direction: Direction) =>
  subnet.acl.id === null
    ? { construct: subnet.vpc.id, path: ['defaultNetworkAcl'] }
    : { construct: subnet.acl.id, path: [direction] }

function aclStep(
  subnet: SubnetNet,
  direction: Direction,
  packet: Packet,
  peer: Address,
  match: AclMatch,
  share = 0,
): FilterStep {
  const entries = subnet.acl[direction]
  const decided = match.entry === null ? entries.length : entries.indexOf(match.entry)
  return {
    kind: 'filter',
    outcome: match.outcome,
    code: match.outcome === 'permitted' ? null : 'SUBNET_ACL_RESTRICTION',
    detail: {
      filter: 'network-acl',
      direction,
      filters: subnet.acl.id === null ? [] : [subnet.acl.id],
      peer: formatAddress(peer),
      protocol: protocolName(packet.protocol),
      ports: isIcmp(packet.protocol) ? null : packet.ports,
      ...(match.entry?.number ? { ruleNumber: match.entry.number } : {}),
      ...(match.outcome === 'partly' ? { dropped: match.dropped, share } : {}),
    },
    evidence: {
      decidedBy: subnet.acl.id === null ? null : (match.entry?.origin ?? closingDeny(subnet, direction)),
      ...(subnet.acl.id === null
        ? { rule: 'default-acl' as const }
        : match.entry === null
          ? { rule: 'default-deny' as const }
          : {}),
      considered: entries.slice(0, decided).map((entry) => entry.origin),
    },
  }
}
