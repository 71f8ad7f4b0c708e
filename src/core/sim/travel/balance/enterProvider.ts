import { limitsAsOf } from '../../../aws/datedLimits.ts'
import { type EndpointNet, type EndpointServiceNet, type Eni, PROTOCOL } from '../../../topology/topology.ts'
import { passGroups } from '../filters/passFilters.ts'
import { detour, type Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { cannotTell, drop, goTo, lose, type Place, placeAt, say, sayTranslated } from '../place.ts'
import { addGap, namePath, passThrough } from '../tell.ts'
import { crossJoin, openSession, type Walk } from '../walk.ts'
import { balance } from './balance.ts'
import { nodesFor } from './nodesFor.ts'
import { chooseWay } from './weighWays.ts'

const HOW = 'endpoint-service'

/** An interface endpoint of a drawn service: on to a load balancer of the provider in the same zone. Ends where the connection ends. Source: AWS PrivateLink guide, endpoint services. */
export function enterProvider(
  walk: Walk,
  eni: Eni,
  endpoint: EndpointNet,
  provider: EndpointServiceNet,
  packet: Packet,
): Next {
  const { id } = endpoint
  const { told } = walk
  const place = placeAt(walk, id, HOW, packet)
  namePath(walk, HOW)
  passThrough(walk, provider.id)
  if (packet.protocol !== PROTOCOL.tcp && (packet.protocol !== PROTOCOL.udp || isTcpOnly(walk)))
    return drop(place, 'PROTOCOL_RESTRICTION', { construct: id, path: ['endpointService'] })
  if (!provider.available) return drop(place, 'BAD_STATE', { construct: provider.id, path: ['state'] })
  if (isTooFar(walk, endpoint, provider)) {
    const message = 'an endpoint for a service of another Region, which AWS did not make by the rules of the day'
    return cannotTell(place, { construct: id, path: ['serviceRegion'] }, message)
  }
  const nodes = nodesFor(provider, eni)
  if (nodes.length === 0)
    return provider.gap
      ? lose(place, provider.gap)
      : drop(place, 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ', { construct: provider.id, path: ['loadBalancers'] })
  return chooseWay(walk, {
    sure: [],
    maybe: nodes,
    tried: 'there and back',
    start: (on, node) => connect(on, eni, node, packet),
    decide(weighed) {
      if (!weighed) return cannotTell(place, eni.origin, 'more ways through load balancers than are tried')
      if (weighed.mixed) told.mixed = true
      if (weighed.doubt)
        addGap(walk, 'CHOICE_NOT_KNOWN', eni.origin, {
          message: 'which of the service’s load balancers AWS has tied to this interface is not known',
        })
      return connect(walk, eni, weighed.shown, packet)
    },
  })
}

const isTcpOnly = ({ topology }: Walk): boolean =>
  limitsAsOf(topology.design.rulesAsOf).has('interface-endpoint-tcp-only')

/** Whether AWS did not make endpoints for services of other Regions on the design's day; what it refuses today stands in the endpoint itself. Source: AWS PrivateLink guide, document history. */
const isTooFar = ({ topology }: Walk, { vpc }: EndpointNet, provider: EndpointServiceNet): boolean =>
  vpc.regionCode !== provider.regionCode &&
  limitsAsOf(topology.design.rulesAsOf).has('endpoint-service-same-region-only')

/** From the endpoint's interface to one node. Its groups see the client's own address, if they are asked at all. Source: Network Load Balancer guide, security groups. */
function connect(walk: Walk, eni: Eni, node: Eni, packet: Packet): Next {
  const { balancer } = node
  const place = placeAt(walk, eni.owner, HOW, packet)
  if (balancer?.kind !== 'network')
    return cannotTell(place, node.origin, 'an interface endpoint to a load balancer of this kind')
  const address = typeof packet.dst === 'number' ? node.address : (node.address6 ?? node.address)
  if (address === null && node.gaps.address) return lose(place, node.gaps.address)
  const inside: Packet = { ...packet, dst: address ?? packet.dst }
  sayThroughService({ ...place, packet: inside }, eni, packet)
  openSession(walk, { kind: 'endpoint', eni, before: packet })
  // no group of the consumer's network is known on the provider's side
  crossJoin(walk, eni.owner)
  goTo(walk, node.owner)
  if (balancer.enforcesOnPrivateLink) passGroups(walk, node, 'ingress', inside)
  return detour(balance(walk, node, inside, null, true), (end) => {
    namePath(walk, HOW)
    return end
  })
}

function sayThroughService(place: Place, eni: Eni, { dst }: Packet): void {
  sayTranslated(place, eni.origin, 'destination', dst, place.packet.dst)
  const service = eni.endpoint?.provider
  if (service) say({ ...place, id: service.id }, 'forwarded', { construct: service.id, path: ['loadBalancers'] })
}
