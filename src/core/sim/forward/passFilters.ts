import type { ConstructId } from '../../model/constructs/registry.ts'
import type { Address } from '../../net/address.ts'
import type { Eni, FilterEntry, SubnetNet } from '../../topology/topology.ts'
import type { Step } from '../verdict.ts'
import { addBlocker, addTopologyGap, type Walk } from '../walk.ts'
import { type AclMatch, filterByNetworkAcl } from './filterByNetworkAcl.ts'
import { explainGroupRefusal, filterBySecurityGroups } from './filterBySecurityGroups.ts'
import { describePeer, isIcmp, type Packet, protocolName } from './packet.ts'

type Direction = 'ingress' | 'egress'
const isDrawn = (id: ConstructId | null): id is ConstructId => id !== null

/** The far end's interface when `peer` is a private address of this VPC: group references match by it. */
export const findPeer = (eni: Eni, peer: Address): Eni | undefined =>
  typeof peer === 'number' ? eni.subnet.vpc.eniAt.get(peer) : undefined

/** Applies the interface's security groups to a packet that starts a connection; notes a refusal and lets the walk go on. */
export function passGroups(walk: Walk, eni: Eni, direction: Direction, packet: Packet): void {
  if (eni.groups.length === 0) return
  const peer = direction === 'ingress' ? packet.src : packet.dst
  const peerEni = findPeer(eni, peer) ?? findPeer6(walk, eni, peer)
  const entry = filterBySecurityGroups(eni.groups, direction, packet, peer, peerEni)
  if (entry) {
    if (walk.recorder) walk.recorder.step(groupStep(eni, direction, packet, peer, entry, 'permitted'))
    return
  }
  const refusal = explainGroupRefusal(eni.groups, direction)
  addTopologyGap(walk, refusal.gap)
  walk.recorder?.step({
    ...groupStep(eni, direction, packet, peer, null, 'denied'),
    code: refusal.code,
    evidence: { decidedBy: refusal.decidedBy, rule: 'no-match', considered: consideredRules(eni, direction) },
  })
  addBlocker(walk, refusal.code, refusal.decidedBy)
}

function findPeer6(walk: Walk, eni: Eni, peer: Address): Eni | undefined {
  return typeof peer === 'number'
    ? undefined
    : walk.topology.vpcs.get(eni.subnet.vpc.id)?.eniAt6.get(describePeer(peer))
}

/** A reply to a connection the groups let through: they remember it, no rule is asked. Only the trace shows it. */
export function rememberGroups(walk: Walk, eni: Eni, direction: Direction, packet: Packet): void {
  if (walk.recorder && eni.groups.length > 0)
    walk.recorder.step(
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
  entry: FilterEntry | null,
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
      peer: describePeer(peer),
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

/** Applies the subnet's network ACL to a packet that crosses the subnet's edge; notes a refusal and lets the walk go on. */
export function passAcl(walk: Walk, subnet: SubnetNet, direction: Direction, packet: Packet): void {
  const peer = direction === 'ingress' ? packet.src : packet.dst
  const match = filterByNetworkAcl(subnet.acl, direction, packet, peer)
  addTopologyGap(walk, subnet.acl.gap)
  if (match.outcome === 'permitted') {
    if (walk.recorder) walk.recorder.step(aclStep(subnet, direction, packet, peer, match))
    return
  }
  walk.recorder?.step(aclStep(subnet, direction, packet, peer, match))
  addBlocker(
    walk,
    'SUBNET_ACL_RESTRICTION',
    match.entry?.origin ?? closingDeny(subnet, direction),
    match.outcome === 'partly',
  )
}

const closingDeny = (subnet: SubnetNet, direction: Direction) =>
  subnet.acl.id === null
    ? { construct: subnet.vpc.id, path: ['defaultNetworkAcl'] }
    : { construct: subnet.acl.id, path: [direction] }

function aclStep(subnet: SubnetNet, direction: Direction, packet: Packet, peer: Address, match: AclMatch): FilterStep {
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
      peer: describePeer(peer),
      protocol: protocolName(packet.protocol),
      ports: isIcmp(packet.protocol) ? null : packet.ports,
      ...(match.outcome === 'partly' ? { dropped: match.dropped } : {}),
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
