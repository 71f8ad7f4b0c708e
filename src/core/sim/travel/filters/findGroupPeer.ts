import { type Address, isIp4, sameAddress } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import type { Eni, VpcNet } from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import { findEni } from '../findEni.ts'
import { lookUpRoute } from '../lookUpRoute.ts'
import type { Packet } from '../packet.ts'
import type { Walk } from '../walk.ts'
import { matchesTraffic } from './matchesEntry.ts'

type Direction = 'ingress' | 'egress'

/**
 * The interface that a group reference may know the far end by: one of this VPC, one of a VPC that an active peering of the same Region joins,
 * or one across a transit gateway with references switched on. Source: VPC guide, security group rules; transit gateway guide, security group referencing.
 */
export function findGroupPeer(walk: Walk, eni: Eni, peer: Address, direction: Direction): Eni | undefined {
  const { vpc } = eni.subnet
  if (direction === 'ingress' && walk.carried.sessions.length + walk.carried.passed.length > 0) {
    // behind a load balancer that shows the client's address its own groups are seen; behind an appliance none
    const session = walk.carried.sessions.at(-1)
    if (session?.kind === 'balancer' && session.passed === walk.carried.passed.length) return session.eni
    if (session?.kind === 'inspection' || walk.carried.passed.length > 0) return undefined
  }
  const crossed = direction === 'ingress' && walk.carried.crossed.length > 0
  const own = findEni(vpc, peer)
  if (own) return crossed || (direction === 'egress' && isTurnedAside(eni, peer)) ? undefined : own
  if (vpc.peerings.length === 0 && vpc.attachments.length === 0) return undefined
  // what came in by no join is nobody's that a join leads to
  if (direction === 'ingress' && !crossed) return undefined
  if (direction === 'egress' && vpc.blocks.some((block) => contains(block, peer))) return undefined
  const sender = direction === 'ingress' && walk.carried.sessions.length === 0 ? walk.caller : null
  const far = sender && isAt(sender, peer) ? sender : findFar(vpc, peer)
  if (!far) return undefined
  const join = crossed ? walk.carried.crossed : joinsOf(vpc, far.subnet.vpc)
  return join.length === 1 && holdsOver(eni, far.subnet.vpc, join[0]!, direction) ? far : undefined
}

/** Whether a route leads what is sent to a neighbour by an appliance: groups are not seen through one. Source: VPC guide, security group rules. */
function isTurnedAside({ subnet }: Eni, peer: Address): boolean {
  if (subnet.table.routes4.length + subnet.table.routes6.length === subnet.vpc.blocks.length) return false
  const block = isIp4(peer) ? subnet.block : subnet.block6
  if (block !== null && contains(block, peer)) return false
  const target = lookUpRoute(subnet.table, peer)?.target.kind
  return target === 'network-interface' || target === 'gateway-load-balancer-endpoint'
}

/** An interface with that address in a VPC that is joined to this one. */
function findFar(vpc: VpcNet, peer: Address): Eni | undefined {
  for (const { requester, accepter, active } of vpc.peerings) {
    const other = requester === vpc ? accepter : requester
    const eni = active && other ? findEni(other, peer) : undefined
    if (eni) return eni
  }
  for (const { gateway } of vpc.attachments)
    for (const { vpc: other } of gateway.attachments.values()) {
      const eni = other && other !== vpc ? findEni(other, peer) : undefined
      if (eni) return eni
    }
  return undefined
}

/** Peerings and transit gateways that join two VPCs; the first peering, else the first gateway. */
function joinsOf(vpc: VpcNet, other: VpcNet): readonly string[] {
  const peering = vpc.peerings.find((one) => one.active && (one.requester === other || one.accepter === other))
  if (peering) return [peering.id]
  const attachment = vpc.attachments.find(({ gateway }) => gateway.attachments.has(other.id))
  return attachment ? [attachment.gateway.id] : []
}

/** Across a transit gateway only inbound rules may name groups, and not those of interface endpoints. Source: transit gateway guide, security group referencing. */
function holdsOver({ subnet: { vpc }, role }: Eni, other: VpcNet, join: string, direction: Direction): boolean {
  const peering = vpc.peerings.find(({ id }) => id === join)
  if (peering) return peering.active && peering.sameRegion
  if (direction === 'egress' || role === 'endpoint') return false
  const own = vpc.attachments.find(({ gateway }) => gateway.id === join)
  const far = own?.gateway.attachments.get(other.id)
  return Boolean(own?.gateway.securityGroupReferencing && own.securityGroupReferencing && far?.securityGroupReferencing)
}

/** The code for a refusal that a group reference would have prevented, had it held on this way; null where none names a group of the far end. */
export function explainLostReference(walk: Walk, eni: Eni, direction: Direction, packet: Packet): Code | null {
  const peer = direction === 'ingress' ? packet.src : packet.dst
  const { vpc } = eni.subnet
  const appliance =
    walk.carried.passed.length > 0 || walk.carried.sessions.at(-1)?.kind === 'inspection' || isTurnedAside(eni, peer)
  if (vpc.peerings.length === 0 && vpc.attachments.length === 0 && !appliance) return null
  if (direction === 'ingress' && walk.carried.crossed.length === 0 && !appliance) return null
  if (!eni.groups.some((group) => group[direction].some((entry) => entry.group !== null))) return null
  const far = farOf(walk, vpc, peer)
  if (!far) return null
  const named = eni.groups.some((group) =>
    group[direction].some((entry) => entry.group?.members.has(far) && matchesTraffic(entry, packet)),
  )
  if (!named) return null
  const join = walk.carried.crossed.length > 0 ? walk.carried.crossed : joinsOf(vpc, far.subnet.vpc)
  if (appliance) return 'SG_REFERENCES_NOT_PRESERVED'
  const overTransit = vpc.attachments.some(({ gateway }) => join.includes(gateway.id))
  return overTransit ? 'SG_REFERENCING_SUPPORT' : 'SG_REFERENCES_NOT_PRESERVED'
}

const farOf = (walk: Walk, vpc: VpcNet, peer: Address): Eni | undefined =>
  findEni(vpc, peer) ?? (walk.caller && isAt(walk.caller, peer) ? walk.caller : findFar(vpc, peer))

const isAt = ({ address, address6 }: Eni, peer: Address): boolean =>
  typeof peer === 'number' ? address === peer : address6 !== null && sameAddress(address6, peer)
