import type { PublicHost } from '../../aws/index.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import { type Eni, PROTOCOL, type SubnetNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import { serviceTitle } from '../dns/serviceTitle.ts'
import type { Destination } from '../resolveDestination.ts'
import { addBlocker, addNote, nameOf, type Walk } from '../walk.ts'
import { balance } from './balance/balance.ts'
import { enterProvider } from './balance/enterProvider.ts'
import { isTooLarge } from './balance/isTooLarge.ts'
import { passAcl, passGroups } from './filters/passFilters.ts'
import type { Arrival } from './forwardPacket.ts'
import { isIcmp, type Packet, protocolName } from './packet.ts'
import { type HandOverWords, recordHandOver } from './recordHandOver.ts'

/**
 * A request has reached an interface's subnet: its ACL (unless it came from the same subnet), its groups, then whoever owns the interface.
 * Answers where the request ended up, which is where the reply starts: behind a load balancer that is a target; null when nowhere.
 */
export function deliverToInterface(walk: Walk, eni: Eni, packet: Packet, from: SubnetNet | null): Arrival | null {
  if (from?.id !== eni.subnet.id) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', packet)
  }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  passGroups(walk, eni, 'ingress', packet)
  return receivers[eni.role](walk, eni, packet, from)
}

type Receiver = (walk: Walk, eni: Eni, packet: Packet, from: SubnetNet | null) => Arrival | null

const receivers: { readonly [Role in Eni['role']]: Receiver } = {
  client(walk, eni, packet, from) {
    walk.path ??= from?.id === eni.subnet.id ? 'same-subnet' : 'local'
    // Source: Lambda guide: a function's interfaces open connections, nothing can connect to them
    if (eni.isFunction) refuse(walk, eni, packet, 'LAMBDA_ACCEPTS_NOTHING', { construct: eni.owner, path: ['runtime'] })
    else listen(walk, eni, packet)
    return { kind: 'interface', eni, packet, from, route: null }
  },
  endpoint(walk, eni, packet, from) {
    const provider = admitToEndpoint(walk, eni, packet) ? eni.endpoint?.provider : undefined
    if (provider) return enterProvider(walk, eni, eni.endpoint!, provider, packet)
    if (provider === null) serveEndpoint(walk, eni, packet)
    return { kind: 'interface', eni, packet, from, route: null }
  },
  'load-balancer': (walk, eni, packet, from) => balance(walk, eni, packet, from),
  // Recorded on real networks: a NAT gateway answers nothing that is sent to its own addresses
  nat: silent('NGW_ANSWERS_NOTHING'),
  // the interfaces of these belong to AWS, which routes through them and answers nothing
  'gateway-load-balancer-endpoint': silent('NO_POSSIBLE_DESTINATION'),
  'transit-gateway': silent('NO_POSSIBLE_DESTINATION'),
  resolver(walk, eni, packet, from) {
    // Source: Route 53 guide: outbound endpoints ask, inbound ones answer
    const answers = walk.topology.resolverEndpoints.get(eni.owner)?.direction !== 'outbound'
    if (answers && packet.ports.from === 53 && !isIcmp(packet.protocol)) arrive(walk, eni, packet)
    else refuse(walk, eni, packet, 'TARGET_PORT_RESTRICTION', eni.origin)
    return { kind: 'interface', eni, packet, from, route: null }
  },
}

/** Something that drops whatever is sent to itself. */
function silent(code: Code): Receiver {
  return (walk, eni, packet, from) => {
    refuse(walk, eni, packet, code, { construct: eni.owner, path: [] })
    return { kind: 'interface', eni, packet, from, route: null }
  }
}

/** What holds for every interface endpoint: only an available one carries traffic, and no packet that is too large. Source: AWS PrivateLink guide, endpoint life cycle and quotas. */
function admitToEndpoint(walk: Walk, eni: Eni, packet: Packet): boolean {
  walk.path = 'interface-endpoint'
  walk.via.push(eni.owner)
  if (eni.endpoint && eni.endpoint.state !== 'available') {
    refuse(walk, eni, packet, 'VPCE_STATE_NOT_AVAILABLE', { construct: eni.owner, path: ['state'] })
    return false
  }
  if (!isTooLarge(packet)) return true
  refuse(walk, eni, packet, 'VPCE_PACKET_TOO_LARGE', { construct: eni.owner, path: [] })
  return false
}

/** A service of AWS, of which the catalogue knows the ports, or one that is not drawn. */
function serveEndpoint(walk: Walk, eni: Eni, packet: Packet): void {
  const endpoint = eni.endpoint
  const origin: Origin = { construct: eni.owner, path: ['service'] }
  // Source: AWS PrivateLink guide (endpoints answer TCP only for AWS services, never ping); recorded on real networks too
  const known = endpoint && endpoint.ports !== null ? endpoint.ports : null
  if (packet.protocol !== PROTOCOL.tcp && (known || isIcmp(packet.protocol)))
    refuse(walk, eni, packet, 'PROTOCOL_RESTRICTION', origin)
  else if (!known || endpoint?.foreign) {
    const service = endpoint?.service ?? eni.owner
    const message = endpoint?.foreign
      ? `an endpoint for ${service} in another Region`
      : OF_ANOTHER_OWNER.test(service)
        ? `what the owner of “${service}” serves is not in the design`
        : `the ports of “${service}” are not known`
    addNote(walk.gaps, known ? 'NOT_MODELLED' : 'UNKNOWN_RESOURCE', origin, { message })
    refuse(walk, eni, packet, null, origin)
  } else if (known.includes(packet.ports.from)) arrive(walk, eni, packet)
  else refuse(walk, eni, packet, 'TARGET_PORT_RESTRICTION', origin)
}

/** Services of other accounts and of AWS Marketplace. Source: AWS PrivateLink guide, service names. */
const OF_ANOTHER_OWNER = /\.vpce\..*\.vpce-svc-/

/** Whether anything listens on the port. */
function listen(walk: Walk, eni: Eni, packet: Packet): void {
  const protocol = protocolName(packet.protocol)
  const origin: Origin = { construct: eni.owner, path: ['listens'] }
  const isPing = isIcmp(packet.protocol)
  if (!isPing && eni.listens?.has(`${protocol}/${packet.ports.from}`) === false) {
    refuse(walk, eni, packet, 'PORT_CLOSED', origin)
    return
  }
  if (eni.subnet.vpc.id === eni.owner)
    addNote(walk.assumptions, 'ASSUMED_ON_PREMISES_HOST', eni.origin, { address: formatAddress(packet.dst) })
  else if (!isPing && eni.listens === null)
    addNote(walk.assumptions, 'ASSUMED_LISTENING', origin, { port: `${protocol} ${packet.ports.from}` })
  arrive(walk, eni, packet)
}

/** A client asks its own address: nothing leaves the machine, and no filter sees it. */
export function answerItself(walk: Walk, eni: Eni, packet: Packet): void {
  walk.path = 'same-subnet'
  listen(walk, eni, packet)
}

const HOW = {
  client: 'local',
  endpoint: 'interface-endpoint',
  nat: 'nat-gateway',
  'load-balancer': 'load-balancer',
  'gateway-load-balancer-endpoint': 'gateway-load-balancer-endpoint',
  'transit-gateway': 'transit-gateway',
  resolver: 'local',
} as const satisfies { readonly [Role in Eni['role']]: HandOverWords['how'] }

function arrive(walk: Walk, eni: Eni, packet: Packet): void {
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: 'delivered',
      to: eni.owner,
      how: HOW[eni.role],
      packet,
      decidedBy: eni.origin,
      code: null,
    })
}

/** `code` null: what happens is not known, and the gap has been noted. */
function refuse(walk: Walk, eni: Eni, packet: Packet, code: Code | null, decidedBy: Origin): void {
  if (walk.recorder)
    recordHandOver(walk, {
      outcome: code === null ? 'unknown' : code === 'PORT_CLOSED' ? 'refused' : 'dropped',
      to: eni.owner,
      how: HOW[eni.role],
      packet,
      decidedBy,
      code,
    })
  if (code !== null) addBlocker(walk, code, decidedBy)
}

/** A request has left the VPC: a drawn host, an AWS service by its public name, or an address that nobody has drawn. */
export function deliverOutside(walk: Walk, packet: Packet, destination: Destination): void {
  if (destination.host !== null) reachHost(walk, packet, destination, destination.host)
  else if (destination.service !== null) reachService(walk, packet, destination, destination.service)
  else {
    const address = formatAddress(packet.dst)
    walk.recorder?.atHop(null, address)
    addNote(walk.assumptions, 'ASSUMED_HOST_ANSWERS', null, { address })
    conclude(walk, packet, { outcome: 'delivered', to: null, how: 'internet-host', code: null, decidedBy: null })
  }
}

function reachHost(walk: Walk, packet: Packet, { listens }: Destination, host: ConstructId): void {
  walk.recorder?.atHop(host, nameOf(walk, host))
  const port = `${protocolName(packet.protocol)}/${packet.ports.from}`
  const origin: Origin = { construct: host, path: ['listens'] }
  const closed = !isIcmp(packet.protocol) && listens !== null && !listens.has(port)
  if (!isIcmp(packet.protocol) && listens === null)
    addNote(walk.assumptions, 'ASSUMED_LISTENING', origin, { port: port.replace('/', ' ') })
  conclude(walk, packet, {
    outcome: closed ? 'refused' : 'delivered',
    to: host,
    how: 'internet-host',
    code: closed ? 'PORT_CLOSED' : null,
    decidedBy: closed ? origin : null,
  })
}

function reachService(walk: Walk, packet: Packet, { owner }: Destination, service: PublicHost): void {
  walk.recorder?.atHop(owner, owner === null ? serviceTitle(service) : nameOf(walk, owner))
  const origin: Origin | null = owner === null ? null : { construct: owner, path: [] }
  const ping = isIcmp(packet.protocol)
  if (ping) addNote(walk.assumptions, 'ASSUMED_HOST_ANSWERS', origin, { address: formatAddress(packet.dst) })
  const served = ping || (packet.protocol === PROTOCOL.tcp && service.ports.includes(packet.ports.from))
  conclude(walk, packet, {
    outcome: served ? 'delivered' : 'dropped',
    to: owner,
    how: 'service',
    code: served ? null : 'TARGET_PORT_RESTRICTION',
    decidedBy: served ? null : origin,
  })
}

function conclude(walk: Walk, packet: Packet, words: Omit<HandOverWords, 'packet'>): void {
  if (walk.recorder) recordHandOver(walk, { ...words, packet })
  if (words.code !== null) addBlocker(walk, words.code, words.decidedBy)
}
