import type { ConstructId } from '../../model/kinds/registry.ts'
import type { Eni, Route, SubnetNet } from '../../topology/topology.ts'
import type { Packet } from './packet.ts'

/** Where a packet ended up: at an interface, or outside with its source as the outside sees it. */
export type Arrival =
  | {
      readonly kind: 'interface'
      readonly eni: Eni
      readonly packet: Packet
      /** The subnet it came from; null = by a gateway or a link. */
      readonly from: SubnetNet | null
      /** The last route that was followed. */
      readonly route: Route | null
    }
  | {
      readonly kind: 'outside'
      readonly packet: Packet
      readonly gateway: 'internet-gateway' | 'egress-only-internet-gateway' | 'gateway-endpoint' | 'own-internet'
      readonly gatewayId: ConstructId
      /** The interface that sent it, to which the answer comes back. */
      readonly sender: Eni
      readonly route: Route | null
    }
export type ArrivalAt<Kind extends Arrival['kind']> = Extract<Arrival, { kind: Kind }>

export const arriveAt = (eni: Eni, packet: Packet, from: SubnetNet | null, route: Route | null): Arrival => ({
  kind: 'interface',
  eni,
  packet,
  from,
  route,
})
