import { limitsAsOf } from '../../../aws/datedLimits.ts'
import { formatAddress } from '../../../net/address.ts'
import { type EndpointNet, type EndpointServiceNet, type Eni, PROTOCOL } from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'
import { addNote, nameOf, type Walk } from '../../walk.ts'
import { passGroups } from '../filters/passFilters.ts'
import type { Arrival } from '../forwardPacket.ts'
import type { Packet } from '../packet.ts'
import { cannotTellAt, dropAt, loseAt, recordHandOver } from '../recordHandOver.ts'
import { walkReply } from '../walkReply.ts'
import { balance } from './balance.ts'
import { weighWays } from './weighWays.ts'

const HOW = 'endpoint-service'

/** An interface endpoint of a drawn service: on to a load balancer of the provider in the same zone. Answers where the connection ends. Source: AWS PrivateLink guide, endpoint services. */
export function enterProvider(
  walk: Walk,
  eni: Eni,
  endpoint: EndpointNet,
  provider: EndpointServiceNet,
  packet: Packet,
): Arrival | null {
  walk.path = HOW
  walk.via.push(provider.id)
  const { id } = endpoint
  if (packet.protocol !== PROTOCOL.tcp && (packet.protocol !== PROTOCOL.udp || isTcpOnly(walk)))
    return dropAt(walk, id, HOW, packet, 'PROTOCOL_RESTRICTION', { construct: id, path: ['endpointService'] })
  if (!provider.available)
    return dropAt(walk, id, HOW, packet, 'BAD_STATE', { construct: provider.id, path: ['state'] })
  const refusal = refusedElsewhere(walk, endpoint, provider)
  if (refusal) return cannotTellAt(walk, id, HOW, packet, { construct: id, path: ['serviceRegion'] }, refusal)
  const nodes = nodesFor(provider, eni)
  if (nodes.length === 0) {
    if (provider.gap) return loseAt(walk, id, HOW, packet, provider.gap)
    const origin = { construct: provider.id, path: ['loadBalancers'] }
    return dropAt(walk, id, HOW, packet, 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ', origin)
  }
  const weighed = weighWays(walk, [], nodes, (fork, node) => {
    const end = connect(fork, eni, node, packet)
    if (end) walkReply(fork, end)
  })
  if (!weighed)
    return cannotTellAt(walk, id, HOW, packet, eni.origin, 'more ways through load balancers than are tried')
  if (weighed.mixed) walk.mixed = true
  if (weighed.doubt)
    addNote(walk.gaps, 'CHOICE_NOT_KNOWN', eni.origin, {
      message: 'which of the service’s load balancers AWS has tied to this interface is not known',
    })
  return connect(walk, eni, weighed.shown, packet)
}

const isTcpOnly = ({ topology }: Walk): boolean =>
  limitsAsOf(topology.design.rulesAsOf).has('interface-endpoint-tcp-only')

/** The load balancers' nodes that an interface may lead to: those of its zone, by zone id; for a service of another Region any. */
export function nodesFor({ balancers, regionCode }: EndpointServiceNet, { subnet }: Eni): readonly Eni[] {
  const nodes = balancers.flatMap(({ enis }) => enis)
  return subnet.vpc.regionCode === regionCode ? nodes.filter((node) => zoneKey(node.subnet) === zoneKey(subnet)) : nodes
}

/** Why AWS would not make this endpoint for a service of another Region; null where it does. Source: AWS PrivateLink guide, cross-Region access. */
function refusedElsewhere(walk: Walk, { id, vpc }: EndpointNet, provider: EndpointServiceNet): string | null {
  if (vpc.regionCode === provider.regionCode) return null
  const construct = walk.topology.design.constructs[id]
  const asked = construct?.kind === 'interface-endpoint' ? construct.serviceRegion : null
  if (limitsAsOf(walk.topology.design.rulesAsOf).has('endpoint-service-same-region-only'))
    return 'an endpoint for a service of another Region, which AWS did not make by the rules of the day'
  if (asked !== provider.regionCode) return 'an endpoint for a service of another Region that does not name that Region'
  return provider.supportedRegions.includes(vpc.regionCode)
    ? null
    : 'an endpoint in a Region that its service is not offered in'
}

/** From the endpoint's interface to one node. Its groups see the client's own address, if they are asked at all. Source: Network Load Balancer guide, security groups. */
function connect(walk: Walk, eni: Eni, node: Eni, packet: Packet): Arrival | null {
  const { balancer } = node
  if (balancer?.kind !== 'network')
    return cannotTellAt(
      walk,
      eni.owner,
      HOW,
      packet,
      node.origin,
      'an interface endpoint to a load balancer of this kind',
    )
  const address = typeof packet.dst === 'number' ? node.address : (node.address6 ?? node.address)
  const gap = node.gaps.address
  if (address === null && gap) return loseAt(walk, eni.owner, HOW, packet, gap)
  const inside: Packet = { ...packet, dst: address ?? packet.dst }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'translated',
      to: eni.owner,
      how: HOW,
      packet: inside,
      decidedBy: eni.origin,
      code: null,
      rewrites: { what: 'destination', from: formatAddress(packet.dst), to: formatAddress(inside.dst) },
    })
  const service = eni.endpoint?.provider
  if (walk.recorder && service) {
    const decidedBy = { construct: service.id, path: ['loadBalancers'] }
    walk.recorder.atHop(service.id, nameOf(walk, service.id))
    recordHandOver(walk, { outcome: 'forwarded', to: service.id, how: HOW, packet: inside, decidedBy, code: null })
  }
  walk.sessions.push({ kind: 'endpoint', eni, before: packet })
  // no group of the consumer's network is known on the provider's side
  walk.crossed.push(eni.owner)
  walk.recorder?.atHop(node.owner, nameOf(walk, node.owner))
  if (balancer.enforcesOnPrivateLink) passGroups(walk, node, 'ingress', inside)
  const end = balance(walk, node, inside, null, true)
  walk.path = HOW
  return end
}
