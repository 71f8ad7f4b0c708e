import type { PeeringNet, TopologyGap } from '../topology.ts'
import { addGap, type Lower } from './building.ts'

/** Peering connections between VPCs. Source: VPC peering guide. */
export const lowerPeerings: Lower<'peering-connection'> = (building, peerings) => {
  for (const peering of peerings) {
    const [requester, accepter] = [building.vpcs.get(peering.requester), building.vpcs.get(peering.accepter)]
    let gap: TopologyGap | null = null
    for (const side of ['requester', 'accepter'] as const)
      if (!building.vpcs.has(peering[side]))
        gap ??= addGap(
          building,
          'dangling-reference',
          { construct: peering.id, path: [side] },
          `the VPC “${peering[side]}” is not in the design`,
        )
    const net: PeeringNet = {
      id: peering.id,
      active: peering.state === 'active',
      state: peering.state,
      requester: requester ?? null,
      accepter: accepter ?? null,
      sameRegion: requester !== undefined && requester.regionCode === accepter?.regionCode,
      dnsResolution: new Map([
        [peering.requester, peering.requesterDnsResolution],
        [peering.accepter, peering.accepterDnsResolution],
      ]),
      gap,
    }
    building.peerings.set(peering.id, { ...net, dnsResolution: new Map(net.dnsResolution) })
    const placed = building.peerings.get(peering.id)!
    requester?.peerings.push(placed)
    if (accepter !== requester) accepter?.peerings.push(placed)
  }
}
