import type { Route, SubnetNet, VpcNet } from '../../../topology/topology.ts'
import type { Arrival } from '../arrival.ts'
import type { Packet } from '../packet.ts'
import { strangerAt } from '../strangerAt.ts'

/** A host of an on-premises network that is not drawn: it is taken to be there, and the one who delivers to it says so. */
export const standInFor = (
  network: VpcNet,
  { ...packet }: Packet,
  from: SubnetNet | null,
  route: Route | null,
): Arrival => ({ kind: 'interface', eni: strangerAt(network, packet.dst), packet, from, route })
