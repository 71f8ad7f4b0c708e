import { type Eni, type InspectionNet, PROTOCOL, type TargetGroupNet } from '../../../topology/topology.ts'
import { type Arrival, type ArrivalAt, arriveAt } from '../arrival.ts'
import { filterByNetworkAcl } from '../filters/filterByNetworkAcl.ts'
import { comeInto, passAcl, passGroups } from '../filters/passFilters.ts'
import { detour, forwardFrom, type Next } from '../next.ts'
import { type Packet, replyTo } from '../packet.ts'
import { cannotTell, drop, enter, goTo, lose, nameOf, type Place, placeAt, say } from '../place.ts'
import { addGap, assume } from '../tell.ts'
import type { Walk } from '../walk.ts'
import { type Choice, chooseTargets, lackOfTargets } from './chooseTargets.ts'
import { nodesFor } from './nodesFor.ts'
import { oneOfEachClass } from './oneOfEachClass.ts'
import { chooseWay, type Weighed } from './weighWays.ts'

/** Hands a packet that came to an endpoint of a Gateway Load Balancer to one of the appliances behind it; ends at that appliance. */
export function meetAppliance(place: Place, { id, eni, provider, gap }: InspectionNet): Next {
  const { walk, packet } = place
  const at = { construct: id, path: ['service'] }
  if (gap) return lose(place, gap)
  if (!provider) return cannotTell(place, at, 'a service that is not drawn')
  if (!provider.available) return drop(place, 'BAD_STATE', { construct: provider.id, path: ['state'] })
  const nodes = nodesFor(provider, eni).filter(({ balancer }) => balancer?.kind === 'gateway')
  if (nodes.length === 0)
    return provider.gap
      ? lose(place, provider.gap)
      : drop(place, 'VPCE_SERVICE_NOT_INSTALLED_IN_AZ', { construct: provider.id, path: ['loadBalancers'] })
  return chooseWay(walk, {
    sure: [],
    maybe: nodes,
    tried: 'there',
    start: (on, node) => enterNode(on, node, packet),
    decide(weighed) {
      if (!weighed) return cannotTell(place, at, 'more appliances than are tried')
      if (weighed.doubt)
        addGap(walk, 'CHOICE_NOT_KNOWN', eni.origin, {
          message: 'which of the service’s load balancers AWS has tied to this endpoint is not known',
        })
      return showOne(walk, weighed, arriveAt(eni, packet, null, null), (node) => enterNode(walk, node, packet))
    },
  })
}

/** Walks the way that is shown. Where the ways differ, what stands in this one stops a part only and `others` got there all the same; what comes after stops all. */
function showOne<Way>(walk: Walk, { shown, mixed }: Weighed<Way>, others: Arrival, start: (way: Way) => Next): Next {
  if (!mixed) return start(shown)
  const { told } = walk
  const before = told.mixed
  told.mixed = true
  return detour(start(shown), () => {
    told.mixed = before
    return others
  })
}

function enterNode(walk: Walk, node: Eni, packet: Packet): Next {
  const { id, listeners } = node.balancer!
  const place = placeAt(walk, id, 'load-balancer', packet)
  const listener = listeners[0]
  enter(place)
  if (listener?.usual.gap) return lose(place, listener.usual.gap)
  const [group] = listener?.groups ?? []
  if (!group) return drop(place, 'ELBV2_LISTENER_HAS_NO_TG', { construct: id, path: ['targetGroup'] })
  return chooseAppliance(place, node, group)
}

function chooseAppliance(place: Place, node: Eni, group: TargetGroupNet): Next {
  const { walk, packet } = place
  const { sure, maybe } = chooseTargets(walk.topology, group, node, false)
  if (sure.length + maybe.length === 0)
    return drop(place, lackOfTargets(group), { construct: group.id, path: ['targets'] })
  const asked = { src: packet.src, protocol: PROTOCOL.udp }
  return chooseWay(walk, {
    sure: oneOfEachClass(sure, node, asked),
    maybe: oneOfEachClass(maybe, node, asked),
    tried: 'there',
    start: (on, choice) => reachAppliance(on, node, choice, packet),
    decide(weighed) {
      if (!weighed) return cannotTell(place, node.origin, 'more appliances than are tried')
      const { doubt } = weighed
      if (doubt)
        addGap(walk, 'CHOICE_NOT_KNOWN', doubt.target.origin, {
          message: 'whether this appliance is healthy, and gets packets, is not said',
        })
      return showOne(walk, weighed, arriveAt(node, packet, null, null), (choice) =>
        reachAppliance(walk, node, choice, packet),
      )
    },
  })
}

/** Port of GENEVE, by which appliances take packets. Source: Gateway Load Balancer guide, target groups. */
const GENEVE = 6081

/** The packet, wrapped in GENEVE, on its way from the node to an appliance and back: ACLs and groups see UDP 6081 between these two. */
function reachAppliance(walk: Walk, node: Eni, choice: Choice, packet: Packet): Next {
  const { carried, told } = walk
  const { target, address } = choice
  const place = placeAt(walk, node.owner, 'load-balancer', packet)
  const gap = target.gap ?? choice.eni?.gaps.address ?? node.gaps.address
  if (gap) return lose(place, gap)
  if (address === null || node.address === null)
    return cannotTell(place, target.origin, 'the appliance has no IPv4 address')
  const outer: Packet = {
    src: node.address,
    dst: address,
    protocol: PROTOCOL.udp,
    ports: { from: GENEVE, to: GENEVE },
    from: null,
    icmpType: 0,
    size: 0,
  }
  say({ ...place, packet: outer }, 'forwarded', target.origin)
  const { path } = told
  const { zone, crossed } = carried
  carried.crossed = []
  return detour(forwardFrom(node, outer), (arrival) => {
    told.path = path
    carried.zone = zone
    carried.crossed = crossed
    if (!arrival) return null
    if (arrival.kind === 'outside') return cannotTell(place, target.origin, 'an appliance outside private networks')
    const blocked = told.blockers.length
    admit(walk, arrival, node)
    if (told.blockers.length > blocked) return null
    const { origin, owner } = arrival.eni
    say(placeAt(walk, owner, 'appliance', packet), 'forwarded', target.origin)
    if (!told.assumptions.some(({ code, at }) => code === 'ASSUMED_APPLIANCE_PASSES' && at === origin))
      assume(walk, 'ASSUMED_APPLIANCE_PASSES', origin, { appliance: nameOf(walk, owner) })
    return arrival
  })
}

function admit(walk: Walk, { eni, packet: outer, from }: ArrivalAt<'interface'>, node: Eni): void {
  comeInto(walk, eni.subnet, from, outer)
  goTo(walk, eni.owner)
  passGroups(walk, eni, 'ingress', outer)
  if (eni.listens?.has(`udp/${GENEVE}`) === false)
    drop(placeAt(walk, eni.owner, 'appliance', outer), 'TARGET_PORT_RESTRICTION', {
      construct: eni.owner,
      path: ['listens'],
    })
  if (from?.id === eni.subnet.id) return
  // back to the node: by which port is the load balancer's choice, so that only an ACL that lets none through is told
  const answer = replyTo(outer, { from: 1024, to: 65535 })
  for (const [subnet, direction, peer] of [
    [eni.subnet, 'egress', answer.dst],
    [node.subnet, 'ingress', answer.src],
  ] as const)
    if (filterByNetworkAcl(subnet.acl, direction, answer, peer).outcome === 'denied')
      passAcl(walk, subnet, direction, answer)
}
