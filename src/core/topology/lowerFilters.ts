import type { ConstructOf } from '../model/constructs/registry.ts'
import type { Block } from '../net/block.ts'
import { addGap, type Building, isGap, lowerBlock } from './building.ts'
import type { Origin } from './origin.ts'
import { type AclNet, type FilterEntry, type GroupNet, PROTOCOL, type TopologyGap, type VpcNet } from './topology.ts'

const EVERYWHERE: readonly Block[] = [
  { base: 0, length: 0 },
  { base: [0, 0, 0, 0], length: 0 },
]

type Traffic = Pick<ConstructOf<'security-group'>['ingress'][number], 'protocol' | 'ports' | 'icmp'>

/** Protocol number and the port range (TCP, UDP), or type and code (ICMP, -1 for all). */
export function lowerTraffic(traffic: Traffic): { protocol: number; from: number; to: number } {
  const protocol = typeof traffic.protocol === 'number' ? traffic.protocol : PROTOCOL[traffic.protocol]
  if (protocol === PROTOCOL.icmp || protocol === PROTOCOL.icmpv6)
    return { protocol, from: traffic.icmp?.type ?? -1, to: traffic.icmp?.code ?? -1 }
  // AWS ignores ports unless the protocol has them
  const hasPorts = protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp
  return {
    protocol,
    from: hasPorts ? (traffic.ports?.from ?? 0) : 0,
    to: hasPorts ? (traffic.ports?.to ?? 65535) : 65535,
  }
}

/** Fills the rules of every drawn security group; groups exist already so that rules can name each other. */
export function lowerGroupRules(building: Building): void {
  for (const group of building.byKind['security-group']) {
    const net = building.groups.get(group.id)
    if (!net) continue
    for (const direction of ['ingress', 'egress'] as const) {
      group[direction].forEach((rule, index) => {
        const origin = { construct: group.id, path: [direction, index] }
        const peer = lowerPeer(building, rule.peer, net.vpc.regionCode, origin)
        if (isGap(peer)) net.gap ??= peer
        else net[direction].push({ origin, allow: true, ...lowerTraffic(rule), ...peer })
      })
    }
  }
}

function lowerPeer(
  building: Building,
  peer: ConstructOf<'security-group'>['ingress'][number]['peer'],
  region: string,
  origin: Origin,
): Pick<FilterEntry, 'blocks' | 'group'> | TopologyGap {
  if ('cidr' in peer) {
    const block = lowerBlock(building, peer.cidr, origin)
    return isGap(block) ? block : { blocks: [block], group: null }
  }
  if ('securityGroup' in peer) {
    const group = building.groups.get(peer.securityGroup)
    return group
      ? { blocks: [], group: group as GroupNet }
      : addGap(building, 'dangling-reference', origin, `no security group “${peer.securityGroup}”`)
  }
  const blocks = building.prefixListBlocks(peer.prefixList, region)
  return blocks
    ? { blocks, group: null }
    : addGap(building, 'dangling-reference', origin, `no prefix list “${peer.prefixList}”`)
}

/** What AWS gives a VPC that was never edited: in from the group's own members, out to everywhere. */
export function fillDefaultGroup(group: { -readonly [K in keyof GroupNet]: GroupNet[K] }): void {
  const origin: Origin = { construct: group.vpc.id, path: ['defaultSecurityGroup'] }
  const all = { origin, allow: true, protocol: PROTOCOL.all, from: 0, to: 65535 }
  group.ingress = [{ ...all, blocks: [], group: group as GroupNet }]
  group.egress = [{ ...all, blocks: EVERYWHERE, group: null }]
}

/** A VPC's default network ACL, never edited: everything is allowed both ways. */
export function createDefaultAcl(vpc: Pick<VpcNet, 'id'>): AclNet {
  const origin: Origin = { construct: vpc.id, path: ['defaultNetworkAcl'] }
  const all: FilterEntry = {
    origin,
    allow: true,
    protocol: PROTOCOL.all,
    from: 0,
    to: 65535,
    blocks: EVERYWHERE,
    group: null,
  }
  return { id: null, ingress: [all], egress: [all], gap: null }
}

/** A drawn network ACL, its entries in rule-number order; AWS's closing deny is left implicit. */
export function lowerAcl(building: Building, acl: ConstructOf<'network-acl'>): AclNet {
  let gap: TopologyGap | null = null
  const lower = (direction: 'ingress' | 'egress'): FilterEntry[] =>
    acl[direction]
      .map((entry, index) => ({ entry, index }))
      .sort((a, b) => a.entry.number - b.entry.number || a.index - b.index)
      .flatMap(({ entry, index }) => {
        const origin = { construct: acl.id, path: [direction, index] }
        const block = lowerBlock(building, entry.cidr, origin)
        if (isGap(block)) {
          gap ??= block
          return []
        }
        return [{ origin, allow: entry.action === 'allow', ...lowerTraffic(entry), blocks: [block], group: null }]
      })
  return { id: acl.id, ingress: lower('ingress'), egress: lower('egress'), gap }
}
