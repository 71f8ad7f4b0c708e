import { type Address, isIp4 } from '../../../net/address.ts'
import { coversPorts } from '../../../net/ports.ts'
import { type EndpointServiceNet, type Eni, PROTOCOL, type ResourceNet } from '../../../topology/topology.ts'
import { zoneKey } from '../../../topology/zoneKey.ts'
import { passGroups } from '../filters/passFilters.ts'
import { deliverTo, detour, forwardFrom, type Next } from '../next.ts'
import type { Packet } from '../packet.ts'
import { cannotTell, drop, goTo, lose, placeAt, say, sayTranslated } from '../place.ts'
import { addGap, namePath, passThrough } from '../tell.ts'
import { forgetJoins, openSession, type Walk } from '../walk.ts'
import { chooseWay } from './weighWays.ts'

const HOW = 'vpc-lattice'

interface Way {
  readonly node: Eni
  readonly address: Address
}

/**
 * An endpoint, or a VPC's association, that leads to a resource of VPC Lattice: out of a resource gateway's interface in the same zone, under its
 * address, past the outbound rules of its groups. Ends where the connection ends. Source: VPC Lattice guide, resource gateways and configurations.
 */
export function enterResource(
  walk: Walk,
  eni: Eni,
  provider: EndpointServiceNet,
  resource: ResourceNet,
  packet: Packet,
): Next {
  const place = placeAt(walk, eni.owner, HOW, packet)
  const at = (path: string) => ({ construct: provider.id, path: [path] })
  namePath(walk, HOW)
  passThrough(walk, provider.id)
  if (packet.protocol !== PROTOCOL.tcp) return drop(place, 'PROTOCOL_RESTRICTION', at('ports'))
  if (resource.ports?.some((range) => coversPorts(range, packet.ports)) === false)
    return drop(place, 'RESOURCE_PORT_NOT_OFFERED', at('ports'))
  if (resource.gap) return lose(place, resource.gap)
  if (provider.regionCode !== eni.subnet.vpc.regionCode)
    return cannotTell(place, at('region'), 'a resource of VPC Lattice in another Region')
  const nodes = nodesFor(resource, eni)
  if (nodes.length === 0)
    return drop(place, 'RESOURCE_GATEWAY_NOT_IN_ZONE', {
      construct: resource.gateway ?? provider.id,
      path: ['subnets'],
    })
  const ways = nodes.flatMap((node) => addressesFor(resource, node).map((address) => ({ node, address })))
  if (ways.length === 0)
    return cannotTell(place, at('resource'), 'the resource has no address of a family that its resource gateway has')
  // a name of several addresses leads to all of them; which zone an association's packets come out in is AWS's business
  const [sure, maybe] = eni.subnet.virtual ? [[], ways] : [ways, []]
  return chooseWay(walk, {
    sure,
    maybe,
    tried: 'there and back',
    start: (on, way) => connect(on, eni, provider, way, packet),
    decide(weighed) {
      if (!weighed) return cannotTell(place, eni.origin, 'more ways through load balancers than are tried')
      if (weighed.mixed) walk.told.mixed = true
      if (weighed.doubt)
        addGap(walk, 'CHOICE_NOT_KNOWN', eni.origin, {
          message: 'by which interface of the resource gateway the request comes out is not known',
        })
      return connect(walk, eni, provider, weighed.shown, packet)
    },
  })
}

/** Of the endpoint's own zone; an association lies in none. */
const nodesFor = ({ nodes }: ResourceNet, { subnet }: Eni): readonly Eni[] =>
  subnet.virtual ? nodes : nodes.filter((node) => zoneKey(node.subnet) === zoneKey(subnet))

/** Addresses of the resource that a node has an address to ask from. The family does not hang on the client's. Source: VPC Lattice guide, IP address types of resource gateways. */
function addressesFor({ eni, balancer, address }: ResourceNet, node: Eni): readonly Address[] {
  const has = (one: Address | null): one is Address =>
    one !== null && (isIp4(one) ? node.address : node.address6) !== null
  if (address !== null) return [address].filter(has)
  const owners = eni ? [eni] : (balancer?.enis ?? [])
  return owners.flatMap((one) => [one.address, one.address6].filter(has).slice(0, 1))
}

function connect(walk: Walk, eni: Eni, provider: EndpointServiceNet, { node, address }: Way, packet: Packet): Next {
  const src = isIp4(address) ? node.address : node.address6
  const inside: Packet = { ...packet, src: src ?? packet.src, dst: address }
  const place = placeAt(walk, eni.owner, HOW, inside)
  sayTranslated(place, eni.origin, 'destination', packet.dst, address)
  say({ ...place, id: provider.id }, 'forwarded', { construct: provider.id, path: ['resourceGateway'] })
  openSession(walk, { kind: 'endpoint', eni, before: packet })
  openSession(walk, {
    kind: 'balancer',
    eni: node,
    before: packet,
    keepsSource: false,
    privateLink: true,
    passed: walk.carried.passed.length,
  })
  // nothing of the consumer's network is known on this side
  forgetJoins(walk)
  walk.carried.zone = null
  goTo(walk, node.owner)
  passThrough(walk, node.owner)
  sayTranslated({ ...place, id: node.owner }, node.origin, 'source', packet.src, inside.src)
  passGroups(walk, node, 'egress', inside)
  return detour(forwardFrom(node, inside), (arrival) => {
    if (!arrival) return null
    if (arrival.kind === 'outside')
      return cannotTell(place, { construct: provider.id, path: ['definition'] }, 'a resource outside private networks')
    return detour(deliverTo(arrival.eni, arrival.packet, arrival.from), (end) => {
      namePath(walk, HOW)
      return end
    })
  })
}
