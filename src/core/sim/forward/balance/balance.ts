import { type Address, formatAddress, isIp4, sameAddress } from '../../../net/address.ts'
import type { Origin } from '../../../topology/origin.ts'
import {
  type Eni,
  type ListenerNet,
  type LoadBalancerNet,
  PROTOCOL,
  type SubnetNet,
  type TargetGroupNet,
} from '../../../topology/topology.ts'
import type { Code } from '../../codes.ts'
import { addNote, addTopologyGap, createWalk, nameOf, type Walk } from '../../walk.ts'
import { deliverToInterface } from '../deliver.ts'
import { passGroups } from '../filters/passFilters.ts'
import { type Arrival, forwardPacket } from '../forwardPacket.ts'
import { isIcmp, type Packet } from '../packet.ts'
import { cannotTellAt, dropAt, loseAt, recordHandOver } from '../recordHandOver.ts'
import { walkReply } from '../walkReply.ts'
import { type Choice, chooseTargets, lackOfTargets } from './chooseTargets.ts'
import { oneOfEachClass } from './oneOfEachClass.ts'
import { weighWays } from './weighWays.ts'

const HOW = 'load-balancer'

/** A connection reaches a load balancer's node: its listener, then one of the targets. Answers where it ends. Source: Elastic Load Balancing guides. */
export function balance(
  walk: Walk,
  node: Eni,
  packet: Packet,
  from: SubnetNet | null,
  privateLink = false,
): Arrival | null {
  const balancer = node.balancer
  walk.path ??= from?.id === node.subnet.id ? 'same-subnet' : 'local'
  if (walk.via.at(-1) !== node.owner) walk.via.push(node.owner)
  if (!balancer) return cannotTellAt(walk, node.owner, HOW, packet, node.origin, 'a load balancer that lies in no VPC')
  if (balancer.kind === 'gateway')
    return cannotTellAt(walk, node.owner, HOW, packet, node.origin, 'what is sent to a Gateway Load Balancer itself')
  const { from: port } = packet.ports
  const seen = walk.sessions.some(
    (one) => one.kind === 'balancer' && one.eni === node && one.before.ports.from === port,
  )
  if (seen) return dropAt(walk, node.owner, HOW, packet, 'FORWARDING_LOOP', node.origin)
  const listener = findListener(walk, node, balancer, packet)
  if (!listener) return null
  if (listener.gap) return loseAt(walk, node.owner, HOW, packet, listener.gap)
  const taken = { node, packet, privateLink }
  const [sessions, blockers] = [walk.sessions.length, walk.blockers.length]
  const end = listener.group
    ? sendToTarget(walk, { ...taken, group: listener.group })
    : giveUp(walk, taken, 'ELBV2_LISTENER_HAS_NO_TG', listener.origin)
  if (end || balancer.kind !== 'application' || walk.blockers.length === blockers) return end
  // it has taken the connection, and answers with an error of its own
  walk.sessions.length = sessions
  return { kind: 'interface', eni: node, packet, from, route: null }
}

/** There is nobody to hand the connection to. */
function giveUp(walk: Walk, { node, packet, privateLink }: Connection, code: Code, at: Origin): null {
  walk.sessions.push({ kind: 'balancer', eni: node, before: packet, keepsSource: false, privateLink })
  dropAt(walk, node.owner, HOW, packet, code, at)
  walk.sessions.pop()
  return null
}

/** Recorded on real networks: a load balancer answers no ping, and no port without a listener. */
function findListener(walk: Walk, node: Eni, { id, listeners }: LoadBalancerNet, packet: Packet): ListenerNet | null {
  const origin = { construct: id, path: ['listeners'] }
  if (isIcmp(packet.protocol)) return dropAt(walk, id, HOW, packet, 'PROTOCOL_RESTRICTION', origin)
  const onPort = listeners.filter(({ port }) => port === packet.ports.from)
  const found = onPort.find(({ protocols }) => protocols.includes(packet.protocol))
  if (found) return found
  const code = onPort.length > 0 ? 'ELBV2_LISTENERS_MISMATCH' : 'ELBV2_LISTENER_PORT_RESTRICTION'
  return dropAt(walk, node.owner, HOW, packet, code, onPort[0]?.origin ?? origin)
}

/** A connection that a node has taken. */
interface Connection {
  readonly node: Eni
  readonly packet: Packet
  readonly privateLink: boolean
}
interface Taken extends Connection {
  readonly group: TargetGroupNet
}

function sendToTarget(walk: Walk, taken: Taken): Arrival | null {
  const { node, packet, group } = taken
  const six = !isIp4(packet.dst)
  const { sure, maybe } = chooseTargets(walk.topology, group, node, six)
  if (sure.length + maybe.length === 0)
    return giveUp(walk, taken, lackOfTargets(group), { construct: group.id, path: ['targets'] })
  const one = (choices: readonly Choice[]) => oneOfEachClass(choices, node, packet)
  const weighed = weighWays(walk, one(sure), one(maybe), (fork, choice) => {
    const end = connect(fork, taken, choice)
    if (end) walkReply(fork, end)
  })
  if (!weighed)
    return cannotTellAt(walk, node.owner, HOW, packet, node.origin, 'more ways through load balancers than are tried')
  if (weighed.mixed) walk.mixed = true
  if (weighed.doubt) noteDoubt(walk, weighed.doubt)
  return connect(walk, taken, weighed.shown)
}

function noteDoubt(walk: Walk, { target }: Choice): void {
  const at = { construct: target.origin.construct, path: [...target.origin.path, 'health'] }
  addNote(walk.gaps, 'CHOICE_NOT_KNOWN', at, {
    message: 'whether this target is healthy, and gets connections, is not said',
  })
}

/** The node's own connection to a target, or the client's packet with its source kept. */
function connect(walk: Walk, taken: Taken, choice: Choice): Arrival | null {
  const { node, packet, privateLink } = taken
  const { target, address } = choice
  const gap = target.gap ?? (address === null ? (choice.eni?.gaps.address ?? null) : null)
  if (gap) return loseAt(walk, node.owner, HOW, packet, gap)
  if (address === null)
    return cannotTellAt(walk, node.owner, HOW, packet, target.origin, 'the target has no address of its group’s family')
  const keepsSource = keepsClient(taken, address)
  const own = isIp4(address) ? node.address : node.address6
  const nodeGap = node.gaps[isIp4(address) ? 'address' : 'address6']
  if (!keepsSource && own === null && nodeGap) return loseAt(walk, node.owner, HOW, packet, nodeGap)
  if (!keepsSource && own === null)
    return cannotTellAt(walk, node.owner, HOW, packet, node.origin, 'the node has no address of the target’s family')
  const onward: Packet = {
    ...packet,
    src: keepsSource ? packet.src : own!,
    dst: address,
    ports: { from: target.port, to: target.port },
  }
  const clash = keepsSource && cannotKeep(choice, packet, address)
  if (clash) return dropAt(walk, node.owner, HOW, packet, 'ELBV2_SOURCE_ADDRESS_PRESERVATION', settingOf(taken))
  recordSending(walk, taken, choice, onward)
  const { path, mixed } = walk
  walk.sessions.push({ kind: 'balancer', eni: node, before: packet, keepsSource, privateLink })
  const between = walk.sessions.length + walk.passed.length
  walk.crossed.length = 0
  walk.zone = null
  passGroups(walk, node, 'egress', onward)
  const arrival = forwardPacket(walk, node.subnet, onward, node)
  if (!arrival) return null
  if (arrival.kind === 'outside')
    return cannotTellAt(walk, node.owner, HOW, onward, target.origin, 'a target outside private networks')
  // Source: Network Load Balancer guide: preservation needs the same VPC or a peered one of the Region, and nothing in between
  if (keepsSource && (walk.sessions.length + walk.passed.length > between || !isNear(walk, node, arrival.eni)))
    return dropAt(walk, node.owner, HOW, onward, 'ELBV2_SOURCE_ADDRESS_PRESERVATION', settingOf(taken))
  const blocked = walk.blockers.length
  const end = deliverToInterface(walk, arrival.eni, arrival.packet, arrival.from)
  walk.path = path
  if (end && walk.blockers.length === blocked && mixed === walk.mixed) noteHealth(walk, taken, choice, arrival)
  return end
}

type Reached = Extract<Arrival, { kind: 'interface' }>

const settingOf = ({ group }: Taken) => ({
  construct: group.id,
  path: group.type === 'alb' ? ['targetType'] : ['preserveClientIp'],
})

/** Never through AWS PrivateLink, and never from one address family to the other. Source: Network Load Balancer guide, client IP preservation. */
const keepsClient = ({ group, packet, privateLink }: Taken, address: Address): boolean =>
  group.preservesClient && !privateLink && isIp4(packet.src) === isIp4(address)

/** A target that is the client itself drops its own address as the source; PrivateLink interfaces and other Network Load Balancers lose it. Source: as above. */
const cannotKeep = ({ target, eni }: Choice, packet: Packet, address: Address): boolean =>
  sameAddress(packet.src, address) ||
  (target.balancer === null && (eni?.role === 'endpoint' || eni?.balancer?.kind === 'network'))

/** Whether the target stands in the node's VPC, or in one that a peering of the same Region joins to it. */
function isNear(walk: Walk, node: Eni, target: Eni): boolean {
  const { vpc } = node.subnet
  if (target.subnet.vpc === vpc) return true
  const [join] = walk.crossed
  return walk.crossed.length === 1 && vpc.peerings.some(({ id, sameRegion }) => id === join && sameRegion)
}

function recordSending(walk: Walk, { node, packet, group }: Taken, { target }: Choice, onward: Packet): void {
  if (!walk.recorder) return
  const kept = sameAddress(packet.src, onward.src)
  walk.recorder.atHop(node.owner, nameOf(walk, node.owner))
  recordHandOver(walk, {
    outcome: 'translated',
    to: node.owner,
    how: HOW,
    packet: onward,
    decidedBy: target.origin,
    code: null,
    rewrites: kept
      ? { what: 'destination', from: formatAddress(packet.dst), to: formatAddress(onward.dst) }
      : { what: 'source', from: formatAddress(packet.src), to: formatAddress(onward.src) },
    header: group.proxyProtocol,
  })
}

/**
 * A target that fails its health check gets connections where none passes. Where the network keeps the check itself from it, the failure says nothing
 * of what listens there; else whether it answers hangs on why it fails.
 */
function noteHealth(walk: Walk, { node }: Taken, { target }: Choice, { eni, packet }: Reached): void {
  if (target.health !== 'unhealthy' || eni.listens !== null || isCheckStopped(walk, node, packet)) return
  const at = { construct: target.origin.construct, path: [...target.origin.path, 'health'] }
  addTopologyGap(walk, { code: 'not-modelled', at, message: 'whether a target answers that fails its health check' })
}

/** Health checks come from the node's own address, by TCP on the target's port unless told otherwise. Source: Network Load Balancer guide, health checks. */
function isCheckStopped({ topology }: Walk, node: Eni, packet: Packet): boolean {
  const own = isIp4(packet.dst) ? node.address : node.address6
  if (own === null) return false
  const probe = createWalk(topology, null, node)
  const check = { ...packet, src: own, protocol: PROTOCOL.tcp }
  passGroups(probe, node, 'egress', check)
  const arrival = forwardPacket(probe, node.subnet, check, node)
  const end = arrival?.kind === 'interface' && deliverToInterface(probe, arrival.eni, check, arrival.from)
  if (end) walkReply(probe, end)
  return probe.blocked
}
