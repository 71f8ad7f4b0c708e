import { groupBy } from '../../base/groupBy.ts'
import { listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import { lives } from './endpointLife.ts'

/** Something attached to a transit gateway, as that gateway sees it. */
export interface Attached {
  readonly id: ConstructId
  readonly gateway: ConstructId
}

/** All that is attached to transit gateways: VPCs, peerings (once for each side), VPN connections and Direct Connect links. */
export function attachedIn(design: Design): readonly Attached[] {
  const gateways = new Set(listOfKind(design, 'transit-gateway').map(({ id }) => id))
  const all: Attached[] = [
    ...listOfKind(design, 'transit-gateway-attachment')
      .filter(lives)
      .map(({ id, transitGateway }) => ({ id, gateway: transitGateway })),
    ...listOfKind(design, 'transit-gateway-peering')
      .filter(lives)
      .flatMap(({ id, transitGateway, peer }) => [
        { id, gateway: transitGateway },
        { id, gateway: peer },
      ]),
    ...[...listOfKind(design, 'vpn-connection'), ...listOfKind(design, 'direct-connect')]
      .filter(lives)
      .map(({ id, gateway }) => ({ id, gateway })),
  ]
  return all.filter(({ gateway }) => gateways.has(gateway))
}

/** The tables of each transit gateway. */
export const tablesByGateway = (
  design: Design,
): ReadonlyMap<ConstructId, readonly ConstructOf<'transit-gateway-route-table'>[]> =>
  groupBy(listOfKind(design, 'transit-gateway-route-table'), (table) => table.transitGateway)
