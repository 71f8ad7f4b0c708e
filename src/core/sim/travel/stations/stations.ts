import { isIp4 } from '../../../net/address.ts'
import type { RouteTarget } from '../../../topology/topology.ts'
import { arriveAt } from '../arrival.ts'
import { findEni } from '../findEni.ts'
import type { FollowTo, Next } from '../next.ts'
import { nobodyHas } from '../nobodyHas.ts'
import { cannotTell, stop } from '../place.ts'
import { GAP_CODES } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { passGatewayEndpoint } from './passGatewayEndpoint.ts'
import { passInspection } from './passInspection.ts'
import { passInterface } from './passInterface.ts'
import { passEgressOnlyInternetGateway, passInternetGateway } from './passInternetGateway.ts'
import { passNatGateway, passRegionalNatGateway } from './passNatGateway.ts'
import { passPeering } from './passPeering.ts'
import { passLink, passOwnInternet, passVirtualPrivateGateway } from './passPrivateGateway.ts'
import { passTransitGateway } from './passTransitGateway.ts'
import { standInFor } from './standInFor.ts'

/** What happens at each kind of route target: the packet reaches an interface, goes on from another place, or is refused there. */
export const stations: { readonly [K in RouteTarget['kind']]: (walk: Walk, hop: FollowTo<K>) => Next } = {
  local: handOverLocally,
  'internet-gateway': passInternetGateway,
  'egress-only-internet-gateway': passEgressOnlyInternetGateway,
  'nat-gateway': passNatGateway,
  'regional-nat-gateway': passRegionalNatGateway,
  'gateway-endpoint': passGatewayEndpoint,
  'gateway-load-balancer-endpoint': passInspection,
  'network-interface': passInterface,
  peering: passPeering,
  'transit-gateway': passTransitGateway,
  'virtual-private-gateway': passVirtualPrivateGateway,
  link: passLink,
  'own-internet': passOwnInternet,
  // attachments are targets in the tables of transit gateways alone, which crossTransitGateway reads itself
  attachment: (walk, { packet, route }) => stop(walk, packet, 'BAD_STATE_ROUTE', route.origin),
  // lookups that find a blackhole are refused before a hand-over; a table built by hand could still lead here
  blackhole: (walk, { packet, route }) => stop(walk, packet, 'BAD_STATE_ROUTE', route.origin),
  unknown: (walk, { packet, route }) =>
    cannotTell({ walk, id: null, how: 'nobody', packet }, route.origin, route.target.why, GAP_CODES[route.target.code]),
}

function handOverLocally(walk: Walk, { vpc, subnet, packet, route }: FollowTo<'local'>): Next {
  const eni = findEni(vpc, packet.dst)
  if (eni) return arriveAt(eni, packet, subnet, route)
  if (vpc.site === 'on-premises') return standInFor(vpc, packet, subnet, route)
  return nobodyHas(walk, vpc, packet, { construct: vpc.id, path: [isIp4(packet.dst) ? 'cidrs' : 'ipv6Cidrs'] })
}
