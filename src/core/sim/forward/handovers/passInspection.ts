import { isIp4 } from '../../../net/address.ts'
import type {
  Eni,
  InspectionNet,
  LoadBalancerNet,
  RouteTarget,
  SubnetNet,
  TableNet,
  TargetGroupNet,
} from '../../../topology/topology.ts'
import { PROTOCOL } from '../../../topology/topology.ts'
import { addNote, nameOf, type Walk } from '../../walk.ts'
import { type Choice, chooseTargets, lackOfTargets } from '../balance/chooseTargets.ts'
import { nodesFor } from '../balance/enterProvider.ts'
import { isTooLarge } from '../balance/isTooLarge.ts'
import { oneOfEachClass } from '../balance/oneOfEachClass.ts'
import { weighWays } from '../balance/weighWays.ts'
import { filterByNetworkAcl } from '../filters/filterByNetworkAcl.ts'
import { passAcl, passGroups } from '../filters/passFilters.ts'
import { type Arrival, forwardPacket, type HandoverInput, routeOrigin, takeHop } from '../forwardPacket.ts'
import { type Packet, replyTo } from '../packet.ts'
import { cannotTellAt, dropAt, loseAt, passAt, recordHandOver } from '../recordHandOver.ts'

const HOW = 'gateway-load-balancer-endpoint'

/**
 * A route to an endpoint of a Gateway Load Balancer: the packet goes to an appliance behind it and comes out of the endpoint again as it was.
 * What the appliance does not see in both directions it drops. Source: AWS PrivateLink guide, Gateway Load Balancer endpoints; Gateway Load Balancer guide.
 */
export function passInspection(
  walk: Walk,
  { subnet, vpc, table, packet, route }: HandoverInput<Extract<RouteTarget, { kind: typeof HOW }>>,
): Arrival | null {
  const { id, eni } = route.target
  const drop = (code: Parameters<typeof dropAt>[4], decidedBy: Parameters<typeof dropAt>[5]) =>
    dropAt(walk, id, HOW, packet, code, decidedBy)
  const { inspection } = eni
  if (eni.subnet.vpc !== vpc) return drop('BAD_STATE_ROUTE', routeOrigin(table, route))
  // Source: VPC guide, gateway route tables: that of a virtual private gateway cannot lead here
  if (subnet === null && isOfPrivateGateway(walk, table)) return drop('BAD_STATE_ROUTE', routeOrigin(table, route))
  // its own subnet's table leads back to it, over and over
  if (subnet?.id === eni.subnet.id || !takeHop(walk)) return drop('FORWARDING_LOOP', routeOrigin(table, route))
  walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
  passAcl(walk, eni.subnet, 'ingress', packet)
  if (!inspection) return cannotTellAt(walk, id, HOW, packet, route.origin, 'an endpoint without anything behind it')
  if (inspection.state !== 'available') return drop('VPCE_STATE_NOT_AVAILABLE', { construct: id, path: ['state'] })
  // Source: AWS PrivateLink guide, IP address types: IPv6 passes dual-stack endpoints alone
  if (!isIp4(packet.dst) && eni.address6 === null)
    return eni.gaps.address6
      ? loseAt(walk, id, HOW, packet, eni.gaps.address6)
      : drop('PROTOCOL_RESTRICTION', { construct: id, path: ['ipAddressType'] })
  if (isTooLarge(packet)) return drop('VPCE_PACKET_TOO_LARGE', { construct: id, path: [] })
  walk.path ??= HOW
  passAt(walk, id, HOW, packet, route.origin)
  if (!meetAppliance(walk, inspection, packet)) return null
  if (walk.leg === 'request') walk.sessions.push({ kind: 'inspection', eni })
  else {
    const top = walk.sessions.at(-1)
    // another endpoint's appliances, or none, have seen the request
    if (top?.kind !== 'inspection' || top.eni !== eni) return drop('REPLY_LEAVES_ELSEWHERE', routeOrigin(table, route))
    walk.sessions.pop()
  }
  return forwardPacket(walk, eni.subnet, packet, eni)
}

function isOfPrivateGateway({ topology }: Walk, { id }: TableNet): boolean {
  const { constructs } = topology.design
  const table = id === null ? undefined : constructs[id]
  const gateway = table?.kind === 'route-table' && table.edgeOf !== null ? constructs[table.edgeOf] : undefined
  return gateway?.kind === 'virtual-private-gateway'
}

/** Hands the packet to one of the appliances; null where none can take it, or nobody can tell. */
function meetAppliance(walk: Walk, { id, eni, provider, gap }: InspectionNet, packet: Packet): true | null {
  const at = { construct: id, path: ['service'] }
  if (!provider || gap)
    return gap
      ? loseAt(walk, id, HOW, packet, gap)
      : cannotTellAt(walk, id, HOW, packet, at, 'a service that is not drawn')
  if (!provider.available)
    return dropAt(walk, id, HOW, packet, 'BAD_STATE', { construct: provider.id, path: ['state'] })
  const nodes = nodesFor(provider, eni).filter(({ balancer }) => balancer?.kind === 'gateway')
  if (nodes.length === 0) {
    if (provider.gap) return loseAt(walk, id, HOW, packet, provider.gap)
    const origin = { construct: provider.id, path: ['loadBalancers'] }
    return dropAt(walk, id, HOW, packet, 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ', origin)
  }
  const weighed = weighWays(walk, [], nodes, (fork, node) => void enterNode(fork, node, packet))
  if (!weighed) return cannotTellAt(walk, id, HOW, packet, at, 'more appliances than are tried')
  if (weighed.doubt)
    addNote(walk.gaps, 'CHOICE_NOT_KNOWN', eni.origin, {
      message: 'which of the service’s load balancers AWS has tied to this endpoint is not known',
    })
  return enterNode(walk, weighed.shown, packet)
}

function enterNode(walk: Walk, node: Eni, packet: Packet): true | null {
  const balancer = node.balancer!
  const { id } = balancer
  const listener = balancer.listeners[0]
  const group = listener?.group
  walk.recorder?.atHop(id, nameOf(walk, id))
  if (listener?.gap) return loseAt(walk, id, 'load-balancer', packet, listener.gap)
  if (!group) {
    const origin = { construct: id, path: ['targetGroup'] }
    return dropAt(walk, id, 'load-balancer', packet, 'ELBV2_LISTENER_HAS_NO_TG', origin)
  }
  return chooseAppliance(walk, node, balancer, group, packet)
}

function chooseAppliance(
  walk: Walk,
  node: Eni,
  balancer: LoadBalancerNet,
  group: TargetGroupNet,
  packet: Packet,
): true | null {
  const { id } = balancer
  const { sure, maybe } = chooseTargets(walk.topology, group, node, false)
  if (sure.length + maybe.length === 0) {
    const origin = { construct: group.id, path: ['targets'] }
    return dropAt(walk, id, 'load-balancer', packet, lackOfTargets(group), origin)
  }
  const asked = { src: packet.src, protocol: PROTOCOL.udp }
  const one = (choices: readonly Choice[]) => oneOfEachClass(choices, node, asked)
  const weighed = weighWays(
    walk,
    one(sure),
    one(maybe),
    (fork, choice) => void reachAppliance(fork, node, choice, packet),
  )
  if (!weighed) return cannotTellAt(walk, id, 'load-balancer', packet, node.origin, 'more appliances than are tried')
  const { shown, doubt } = weighed
  if (doubt)
    addNote(walk.gaps, 'CHOICE_NOT_KNOWN', doubt.target.origin, {
      message: 'whether this appliance is healthy, and gets packets, is not said',
    })
  // what stands in the way of one appliance stops its share alone; what comes after stops all
  const before = walk.mixed
  if (weighed.mixed) walk.mixed = true
  const reached = reachAppliance(walk, node, shown, packet)
  walk.mixed = before
  return weighed.mixed ? true : reached
}

/** Port of GENEVE, by which appliances take packets. Source: Gateway Load Balancer guide, target groups. */
const GENEVE = 6081

/** The packet, wrapped in GENEVE, on its way from the node to an appliance and back: ACLs and groups see UDP 6081 between these two. */
function reachAppliance(walk: Walk, node: Eni, choice: Choice, packet: Packet): true | null {
  const { target, address } = choice
  const how = 'load-balancer'
  const gap = target.gap ?? choice.eni?.gaps.address ?? node.gaps.address
  if (gap) return loseAt(walk, node.owner, how, packet, gap)
  if (address === null || node.address === null)
    return cannotTellAt(walk, node.owner, how, packet, target.origin, 'the appliance has no IPv4 address')
  const outer: Packet = {
    src: node.address,
    dst: address,
    protocol: PROTOCOL.udp,
    ports: { from: GENEVE, to: GENEVE },
    icmpType: 0,
    size: 0,
  }
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'forwarded',
      to: node.owner,
      how,
      packet: outer,
      decidedBy: target.origin,
      code: null,
    })
  const { path, zone } = walk
  const crossed = walk.crossed.splice(0)
  const arrival = forwardPacket(walk, node.subnet, outer, node)
  walk.path = path
  walk.zone = zone
  walk.crossed.splice(0, walk.crossed.length, ...crossed)
  if (!arrival) return null
  if (arrival.kind === 'outside')
    return cannotTellAt(walk, node.owner, how, packet, target.origin, 'an appliance outside private networks')
  const blocked = walk.blockers.length
  admit(walk, arrival.eni, outer, arrival.from, node)
  if (walk.blockers.length > blocked) return null
  walk.recorder?.atHop(arrival.eni.owner, nameOf(walk, arrival.eni.owner))
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'forwarded',
      to: arrival.eni.owner,
      how: 'appliance',
      packet,
      decidedBy: target.origin,
      code: null,
    })
  const { origin, owner } = arrival.eni
  const said = walk.assumptions.some(({ code, at }) => code === 'ASSUMED_APPLIANCE_PASSES' && at === origin)
  if (!said) addNote(walk.assumptions, 'ASSUMED_APPLIANCE_PASSES', origin, { appliance: nameOf(walk, owner) })
  return true
}

function admit(walk: Walk, eni: Eni, outer: Packet, from: SubnetNet | null, node: Eni): void {
  const crosses = from?.id !== eni.subnet.id
  if (crosses) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', outer)
  }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  passGroups(walk, eni, 'ingress', outer)
  const listens = { construct: eni.owner, path: ['listens'] }
  if (eni.listens?.has(`udp/${GENEVE}`) === false)
    dropAt(walk, eni.owner, 'appliance', outer, 'TARGET_PORT_RESTRICTION', listens)
  // back to the node: by which port is the load balancer's choice, so that only an ACL that lets none through is told
  const answer = replyTo(outer, { from: 1024, to: 65535 })
  if (!crosses) return
  for (const [subnet, direction, peer] of [
    [eni.subnet, 'egress', answer.dst],
    [node.subnet, 'ingress', answer.src],
  ] as const)
    if (filterByNetworkAcl(subnet.acl, direction, answer, peer).outcome === 'denied')
      passAcl(walk, subnet, direction, answer)
}
