import type { RouteTarget } from '../../../topology/topology.ts'
import { addNote, GAP_CODES, type Walk } from '../../walk.ts'
import { type Arrival, findEni, type HandoverInput, stopAt } from '../forwardPacket.ts'
import { recordHandOver } from '../recordHandOver.ts'
import { passGatewayEndpoint } from './passGatewayEndpoint.ts'
import { passInspection } from './passInspection.ts'
import { passInterface } from './passInterface.ts'
import { passEgressOnlyInternetGateway, passInternetGateway } from './passInternetGateway.ts'
import { passNatGateway, passRegionalNatGateway } from './passNatGateway.ts'
import { passPeering } from './passPeering.ts'
import { passLink, passOwnInternet, passVirtualPrivateGateway } from './passPrivateGateway.ts'
import { passTransitGateway } from './passTransitGateway.ts'
import { standInFor } from './standInFor.ts'

type Handover<K extends RouteTarget['kind']> = (
  walk: Walk,
  input: HandoverInput<Extract<RouteTarget, { kind: K }>>,
) => Arrival | null

/** What happens at each kind of route target: the packet reaches an interface, goes on from another place, or is refused there. */
export const handovers: { readonly [K in RouteTarget['kind']]: Handover<K> } = {
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
  // attachments are targets in the tables of transit gateways alone, which passTransitGateway reads itself
  attachment: (walk, { packet, route }) => stopAt(walk, packet, 'BAD_STATE_ROUTE', route.origin),
  // lookups that find a blackhole are refused before a hand-over; a table built by hand could still lead here
  blackhole: (walk, { packet, route }) => stopAt(walk, packet, 'BAD_STATE_ROUTE', route.origin),
  unknown: (walk, { packet, route }) => {
    const code = GAP_CODES[route.target.code]
    if (walk.recorder)
      recordHandOver(walk, { outcome: 'unknown', to: null, how: 'nobody', packet, decidedBy: route.origin, code })
    addNote(walk.gaps, code, route.origin, { message: route.target.why })
    return null
  },
}

function handOverLocally(walk: Walk, { vpc, subnet, packet, route }: HandoverInput): Arrival | null {
  const eni = findEni(vpc, packet.dst)
  if (eni) return { kind: 'interface', eni, packet, from: subnet, route }
  if (vpc.site === 'on-premises') return standInFor(vpc, packet, subnet, route)
  return stopAt(walk, packet, 'NO_POSSIBLE_DESTINATION', { construct: vpc.id, path: ['cidrs'] })
}
