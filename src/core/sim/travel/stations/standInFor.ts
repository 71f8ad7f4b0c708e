import { isIp4 } from '../../../net/address.ts'
import type { Route, SubnetNet, VpcNet } from '../../../topology/topology.ts'
import type { Arrival } from '../arrival.ts'
import type { Packet } from '../packet.ts'

/** A host of an on-premises network that is not drawn: it is taken to be there, and the one who delivers to it says so. */
export function standInFor(
  network: VpcNet,
  { ...packet }: Packet,
  from: SubnetNet | null,
  route: Route | null,
): Arrival {
  const own = isIp4(packet.dst) ? { address: packet.dst, address6: null } : { address: null, address6: packet.dst }
  return {
    kind: 'interface',
    eni: {
      owner: network.id,
      role: 'client',
      origin: { construct: network.id, path: ['cidrs'] },
      subnet: network.only!,
      ...own,
      sample: true,
      publicAddress: null,
      groups: [],
      ephemeral: { from: 1024, to: 65535 },
      isFunction: false,
      listens: null,
      endpoint: null,
      balancer: null,
      inspection: null,
      leadsTo: null,
      interfaceId: null,
      sourceDestCheck: true,
      forwarding: 'none',
      policyRouting: 'yes',
      translation: 'none',
      gaps: {},
    },
    packet,
    from,
    route,
  }
}
