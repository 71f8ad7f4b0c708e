import { formatCount } from '../../../base/formatCount.ts'
import type { ConstructId } from '../../../model/kinds/registry.ts'
import type { LinkNet, PeeringNet, Route } from '../../../topology/topology.ts'
import { nameOf, type Place, say } from '../place.ts'
import { addGap } from '../tell.ts'

/** Bytes of the largest packet that gateways carry. Source: EC2 guide, network MTU; transit gateway guide, quotas; VPC guide, NAT gateway basics; Site-to-Site VPN guide, quotas. */
export const MTU = { internet: 1500, vpn: 1500, transit: 8500, nat: 8500, gatewayEndpoint: 8500 } as const

/** The same of a peering connection: jumbo frames within a Region, less between Regions. Source: VPC peering guide; EC2 guide, network MTU. */
export const mtuOfPeering = ({ sameRegion }: PeeringNet): number => (sameRegion ? 9001 : 8500)

/** The same of a link to on premises. What a static route leads over Direct Connect has no jumbo frames. Source: Direct Connect guide, MTUs of virtual interfaces. */
export const mtuOfLink = ({ kind, mtu }: LinkNet, { target, source }: Route): number =>
  kind === 'vpn' || (target.kind === 'virtual-private-gateway' && source === 'static') ? MTU.vpn : (mtu ?? 1500)

/**
 * Packets that are larger than what the place carries. Whether the sender is told, or the two ends agree on smaller ones (path MTU discovery, MSS clamping), or somebody
 * splits them, hangs on systems that no design shows: what becomes of them cannot be told, and the walk goes on.
 */
export function noteSize(place: Place & { readonly id: ConstructId }, most: number): void {
  const { walk, packet, id } = place
  if (packet.size <= most) return
  const at = { construct: id, path: [] }
  say(place, 'unknown', at, { code: 'PACKET_ABOVE_MTU' })
  const message = `${nameOf(walk, id)} carries packets of up to ${formatCount(most)} bytes, these have ${formatCount(packet.size)}`
  addGap(walk, 'PACKET_ABOVE_MTU', at, { message })
}
