import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { Block } from '../../net/block.ts'
import type { Origin } from '../origin.ts'
import {
  type AclNet,
  type FilterEntry,
  type GroupNet,
  PROTOCOL,
  type TopologyGap,
  type UnreadEntry,
  type VpcNet,
} from '../topology.ts'
import { addGap, type Building, isGap, type Lower, lowerBlock } from './building.ts'
import { unlistedBlocks } from './unlistedBlocks.ts'

const EVERYWHERE: readonly Block[] = [
  { base: 0, length: 0 },
  { base: [0, 0, 0, 0], length: 0 },
]

type Traffic = Pick<ConstructOf<'security-group'>['ingress'][number], 'protocol' | 'ports' | 'icmp'>

/** Protocol number and the port range (TCP, UDP), or type and code (ICMP, -1 for all). */
function lowerTraffic(traffic: Traffic): { protocol: number; from: number; to: number } {
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
export const lowerGroupRules: Lower<'security-group'> = (building, groups) => {
  for (const group of groups) {
    const net = building.groups.get(group.id)
    if (!net) continue
    for (const direction of ['ingress', 'egress'] as const) {
      group[direction].forEach((rule, index) => {
        const origin = { construct: group.id, path: [direction, index] }
        const peer = lowerPeer(building, rule.peer, net.vpc.regionCode, origin)
        const traffic = lowerTraffic(rule)
        if (peer.gap) {
          net.gap ??= peer.gap
          net.unread.push({ direction, allow: true, ...traffic, number: 0, gap: peer.gap, origin, ...peer.unlisted })
        }
        const { blocks, group: named } = peer
        if (blocks.length > 0 || named || !peer.gap)
          net[direction].push({ origin, allow: true, ...traffic, blocks, group: named, number: null })
      })
    }
  }
}

type LoweredPeer = Pick<FilterEntry, 'blocks' | 'group'> & {
  readonly gap: TopologyGap | null
  readonly unlisted?: Pick<UnreadEntry, 'list'>
}

function lowerPeer(
  building: Building,
  peer: ConstructOf<'security-group'>['ingress'][number]['peer'],
  region: string,
  origin: Origin,
): LoweredPeer {
  const unread = (gap: TopologyGap): LoweredPeer => ({ blocks: [], group: null, gap })
  if ('cidr' in peer) {
    const block = lowerBlock(building, peer.cidr, origin)
    return isGap(block) ? unread(block) : { blocks: [block], group: null, gap: null }
  }
  if ('securityGroup' in peer) {
    const group = building.groups.get(peer.securityGroup)
    return group
      ? { blocks: [], group: group as GroupNet, gap: null }
      : unread(addGap(building, 'dangling-reference', origin, `no security group “${peer.securityGroup}”`))
  }
  const list = building.readPrefixList(peer.prefixList, region)
  if (!list) {
    const unlisted = unlistedBlocks(building, peer.prefixList, region)
    const lost = unread(addGap(building, 'dangling-reference', origin, noList(peer.prefixList, region)))
    return unlisted ? { ...lost, unlisted: { list: unlisted } } : lost
  }
  return { blocks: list.blocks, group: null, gap: list.gap }
}

/** A list is known by its name or id, and in its own Region only. */
export const noList = (list: string, region: string): string => `no prefix list “${list}” in ${region || 'no Region'}`

/** What AWS gives a VPC that was never edited: in from the group's own members, out to everywhere. */
export function fillDefaultGroup(group: { -readonly [K in keyof GroupNet]: GroupNet[K] }): void {
  const origin: Origin = { construct: group.vpc.id, path: ['defaultSecurityGroup'] }
  const all = { origin, allow: true, protocol: PROTOCOL.all, from: 0, to: 65535, number: null }
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
    number: null,
  }
  return { id: null, ingress: [all], egress: [all], unread: [], gap: null }
}

/** Stands for entries that nobody knows, both ways: with a missing group they might allow, with a missing ACL deny, anything. */
export const unknownEntries = (gap: TopologyGap, allow: boolean): UnreadEntry[] =>
  (['ingress', 'egress'] as const).map((direction) => ({
    direction,
    allow,
    protocol: PROTOCOL.all,
    from: 0,
    to: 65535,
    number: 0,
    gap,
  }))

/** A drawn network ACL, its entries in rule-number order; AWS's closing deny is left implicit. */
export function lowerAcl(building: Building, acl: ConstructOf<'network-acl'>): AclNet {
  const unread: UnreadEntry[] = []
  const lower = (direction: 'ingress' | 'egress'): FilterEntry[] =>
    acl[direction]
      .map((entry, index) => ({ entry, index }))
      .sort((a, b) => a.entry.number - b.entry.number || a.index - b.index)
      .flatMap(({ entry, index }) => {
        const { number } = entry
        const origin = { construct: acl.id, path: [direction, index] }
        const block = lowerBlock(building, entry.cidr, origin)
        const rest = { allow: entry.action === 'allow', ...lowerTraffic(entry), number }
        if (!isGap(block)) return [{ origin, ...rest, blocks: [block], group: null }]
        unread.push({ direction, ...rest, gap: block })
        return []
      })
  return { id: acl.id, ingress: lower('ingress'), egress: lower('egress'), unread, gap: unread[0]?.gap ?? null }
}
