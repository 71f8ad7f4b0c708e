import { type Address, isIp4, sameAddress } from '../../../net/address.ts'
import type { Origin } from '../../../topology/origin.ts'
import type { Eni, ListenerNet, LoadBalancerNet, SubnetNet, TargetGroupNet } from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import { arriveAt } from '../arrival.ts'
import { passGroups } from '../filters/passFilters.ts'
import { deliverTo, detour, forwardFrom, type Next } from '../next.ts'
import { isIcmp, type Packet } from '../packet.ts'
import { cannotTell, drop, lose, type Place, placeAt, say, sayTranslated } from '../place.ts'
import { addGap, namePathFirst, passThrough } from '../tell.ts'
import { closeSession, forgetJoins, openSession, type Walk } from '../walk.ts'
import { type Choice, chooseTargets, lackOfTargets } from './chooseTargets.ts'
import { listWays, type RuleWay } from './listWays.ts'
import { noteHealth } from './noteHealth.ts'
import { oneOfEachClass } from './oneOfEachClass.ts'
import { chooseWay } from './weighWays.ts'

const HOW = 'load-balancer'

/** A connection reaches a load balancer's node: its listener, then one of the targets. Ends where the connection does. Source: Elastic Load Balancing guides. */
export function balance(walk: Walk, node: Eni, packet: Packet, from: SubnetNet | null, privateLink = false): Next {
  const { balancer } = node
  const { carried, told } = walk
  const place = placeAt(walk, node.owner, HOW, packet)
  namePathFirst(walk, from?.id === node.subnet.id ? 'same-subnet' : 'local')
  passThrough(walk, node.owner)
  if (!balancer) return cannotTell(place, node.origin, 'a load balancer that lies in no VPC')
  if (balancer.kind === 'gateway')
    return cannotTell(place, node.origin, 'what is sent to a Gateway Load Balancer itself')
  const { from: port } = packet.ports
  const seen = carried.sessions.some(
    (one) => one.kind === 'balancer' && one.eni === node && one.before.ports.from === port,
  )
  if (seen) return drop(place, 'FORWARDING_LOOP', node.origin)
  const listener = findListener(place, balancer)
  if (!listener) return null
  const { sessions } = carried
  const blockers = told.blockers.length
  const onward = takeAction({ place, node, privateLink, from }, listener)
  if (balancer.kind !== 'application') return onward
  return detour(onward, (end) => {
    if (end || told.blockers.length === blockers) return end
    // it has taken the connection, and answers with an error of its own
    carried.sessions = sessions
    return arriveAt(node, packet, from, null)
  })
}

/** A connection that a node has taken; `place` is the node, with the packet as it came in. */
interface Connection {
  readonly place: Place
  readonly node: Eni
  readonly privateLink: boolean
  /** The subnet that it came from. */
  readonly from: SubnetNet | null
}
interface Taken extends Connection {
  readonly group: TargetGroupNet
}

const openConnection = (
  walk: Walk,
  { node, privateLink }: Pick<Connection, 'node' | 'privateLink'>,
  before: Packet,
  keepsSource: boolean,
): void =>
  openSession(walk, {
    kind: 'balancer',
    eni: node,
    before,
    keepsSource,
    privateLink,
    passed: walk.carried.passed.length,
  })

/** There is nobody to hand the connection to. */
function giveUp({ place, node, privateLink }: Connection, code: Code, at: Origin): null {
  const { walk, packet } = place
  openConnection(walk, { node, privateLink }, packet, false)
  drop(place, code, at)
  closeSession(walk)
  return null
}

/** Recorded on real networks: a load balancer answers no ping, and no port without a listener. */
function findListener(place: Place, { id, listeners, listenersGap }: LoadBalancerNet): ListenerNet | null {
  const { packet } = place
  const origin = { construct: id, path: ['listeners'] }
  if (isIcmp(packet.protocol)) return drop(place, 'PROTOCOL_RESTRICTION', origin)
  const onPort = listeners.filter(({ port }) => port === packet.ports.from)
  const found = onPort.find(({ protocols }) => protocols.includes(packet.protocol))
  if (found) return found
  if (listenersGap) return lose(place, listenersGap)
  const code = onPort.length > 0 ? 'ELBV2_LISTENERS_MISMATCH' : 'ELBV2_LISTENER_PORT_RESTRICTION'
  return drop(place, code, onPort[0]?.origin ?? origin)
}

/** One of what the listener may do with the request. Where that hangs on what no request says, and they fare differently, it cannot be told. */
function takeAction(connection: Connection, listener: ListenerNet): Next {
  const { walk, packet } = connection.place
  const { sure, maybe } = listWays(listener, walk.name, packet.src)
  return chooseWay(walk, {
    sure,
    maybe,
    tried: 'there and back',
    start: (on, way) => takeWay({ ...connection, place: { ...connection.place, walk: on } }, way),
    decide(weighed) {
      if (!weighed)
        return cannotTell(connection.place, listener.origin, 'more ways through load balancers than are tried')
      const { shown, mixed, doubt } = weighed
      if (mixed) walk.told.mixed = true
      if (doubt) {
        const { rule, hangsOn, action } = shown.hangsOn === null ? doubt : shown
        addGap(walk, 'CHOICE_NOT_KNOWN', action.origin, {
          message: `whether rule ${rule?.priority} takes the request hangs on ${hangsOn}, which the request does not say`,
        })
      }
      return takeWay(connection, shown)
    },
  })
}

function takeWay(connection: Connection, way: RuleWay): Next {
  const { place, node, from } = connection
  const { rule, action, gap, group, isOneOfMany, perhaps } = way
  if (isOneOfMany) say(place, 'forwarded', action.origin, { rule: { priority: rule?.priority ?? null, perhaps } })
  if (gap) return lose(place, gap)
  if (group) return sendToTarget({ ...connection, group })
  if (!action.answer) return giveUp(connection, 'ELBV2_LISTENER_HAS_NO_TG', action.origin)
  const { statusCode } = action.answer
  // as an error of its own is, where no target answers
  if (statusCode >= 500) return giveUp(connection, 'BALANCER_ANSWERS_ERROR', action.origin)
  say(place, 'delivered', action.origin, { answer: action.answer })
  return arriveAt(node, place.packet, from, null)
}

function sendToTarget(taken: Taken): Next {
  const { place, node, group } = taken
  const { walk, packet } = place
  const { sure, maybe } = chooseTargets(walk.topology, group, node, !isIp4(packet.dst))
  if (sure.length + maybe.length === 0)
    return giveUp(taken, lackOfTargets(group), { construct: group.id, path: ['targets'] })
  return chooseWay(walk, {
    sure: oneOfEachClass(sure, node, packet),
    maybe: oneOfEachClass(maybe, node, packet),
    tried: 'there and back',
    start: (on, choice) => connect(on, taken, choice),
    decide(weighed) {
      if (!weighed) return cannotTell(place, node.origin, 'more ways through load balancers than are tried')
      if (weighed.mixed) walk.told.mixed = true
      if (weighed.doubt) noteDoubt(walk, weighed.doubt)
      return connect(walk, taken, weighed.shown)
    },
  })
}

function noteDoubt(walk: Walk, { target }: Choice): void {
  const at = { construct: target.origin.construct, path: [...target.origin.path, 'health'] }
  addGap(walk, 'CHOICE_NOT_KNOWN', at, {
    message: 'whether this target is healthy, and gets connections, is not said',
  })
}

/** The node's own connection to a target, or the client's packet with its source kept. */
function connect(walk: Walk, taken: Taken, choice: Choice): Next {
  const { node } = taken
  const { target, address } = choice
  const { carried, told } = walk
  const { packet } = taken.place
  const place = { ...taken.place, walk }
  const gap = target.gap ?? (address === null ? (choice.eni?.gaps.address ?? null) : null)
  if (gap) return lose(place, gap)
  if (address === null) return cannotTell(place, target.origin, 'the target has no address of its group’s family')
  const keepsSource = keepsClient(taken, address)
  const own = isIp4(address) ? node.address : node.address6
  const nodeGap = node.gaps[isIp4(address) ? 'address' : 'address6']
  if (!keepsSource && own === null)
    return nodeGap
      ? lose(place, nodeGap)
      : cannotTell(place, node.origin, 'the node has no address of the target’s family')
  const onward: Packet = {
    ...packet,
    src: keepsSource ? packet.src : own!,
    dst: address,
    ports: { from: target.port, to: target.port },
  }
  const asks = keepsSource && isAsker(walk, choice)
  // Source: Network Load Balancer guide, troubleshooting: no loopback with preservation. Its authors, in awsdocs/elb-network-load-balancers-user-guide#2: it works where the balancer is internet-facing
  if (asks && !isOwnAddress(walk, choice, packet.src)) return cannotTell(place, settingOf(taken), LOOPBACK)
  if (asks || (keepsSource && cannotKeep(choice, packet, address)))
    return drop(place, 'ELBV2_SOURCE_ADDRESS_PRESERVATION', settingOf(taken))
  const sending = { ...place, packet: onward }
  saySending(sending, taken, choice)
  const { path, mixed } = told
  openConnection(walk, taken, packet, keepsSource)
  const between = metOf(walk)
  forgetJoins(walk)
  carried.zone = null
  passGroups(walk, node, 'egress', onward)
  return detour(forwardFrom(node, onward), (arrival) => {
    if (!arrival) return null
    if (arrival.kind === 'outside') return cannotTell(sending, target.origin, 'a target outside private networks')
    // Source: Network Load Balancer guide: preservation needs the same VPC or a peered one of the Region, and nothing in between
    if (keepsSource && (metOf(walk) > between || !isNear(walk, node, arrival.eni)))
      return drop(sending, 'ELBV2_SOURCE_ADDRESS_PRESERVATION', settingOf(taken))
    const blocked = told.blockers.length
    return detour(deliverTo(arrival.eni, arrival.packet, arrival.from), (end) => {
      told.path = path
      const sound = end !== null && told.blockers.length === blocked && mixed === told.mixed
      return sound ? noteHealth(walk, node, target, taken.group.healthPort, arrival, end) : end
    })
  })
}

/** How much there is on the way that remembers the request. */
const metOf = ({ carried }: Walk): number => carried.sessions.length + carried.passed.length

const settingOf = ({ group }: Taken) => ({
  construct: group.id,
  path: group.type === 'alb' ? ['targetType'] : ['preserveClientIp'],
})

/** Never through AWS PrivateLink, and never from one address family to the other. Source: Network Load Balancer guide, client IP preservation. */
const keepsClient = ({ group, place: { packet }, privateLink }: Taken, address: Address): boolean =>
  group.preservesClient && !privateLink && isIp4(packet.src) === isIp4(address)

/** A target drops its own address as the source; PrivateLink interfaces and other Network Load Balancers lose it. Source: as above. */
const cannotKeep = ({ target, eni }: Choice, packet: Packet, address: Address): boolean =>
  sameAddress(packet.src, address) ||
  (target.balancer === null && (eni?.role === 'endpoint' || eni?.balancer?.kind === 'network'))

/** The target is the machine that asks. */
const isAsker = ({ caller }: Walk, { eni }: Choice): boolean =>
  caller !== null && eni?.role === 'client' && eni.owner === caller.owner

/** Whether the packet still has an address of the target's own as its source: it drops what it did not send itself. */
const isOwnAddress = ({ topology }: Walk, { eni }: Choice, address: Address): boolean =>
  (topology.enisOf.get(eni?.owner ?? '') ?? []).some((one) =>
    [one.address, one.address6].some((own) => own !== null && sameAddress(own, address)),
  )

const LOOPBACK = 'whether a target answers itself through a load balancer that keeps its public address'

/** Whether the target stands in the node's VPC, or in one that a peering of the same Region joins to it. */
function isNear({ carried }: Walk, node: Eni, target: Eni): boolean {
  const { vpc } = node.subnet
  if (target.subnet.vpc === vpc) return true
  const [join] = carried.crossed
  return carried.crossed.length === 1 && vpc.peerings.some(({ id, sameRegion }) => id === join && sameRegion)
}

function saySending(sending: Place, { place: { packet }, group }: Taken, { target }: Choice): void {
  const { src, dst } = sending.packet
  if (sameAddress(packet.src, src))
    sayTranslated(sending, target.origin, 'destination', packet.dst, dst, group.proxyProtocol)
  else sayTranslated(sending, target.origin, 'source', packet.src, src, group.proxyProtocol)
}
