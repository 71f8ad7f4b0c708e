import { formatAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import { type Eni, PROTOCOL, type SubnetNet } from '../../topology/topology.ts'
import type { Code } from '../codes.ts'
import type { Destination } from '../resolveDestination.ts'
import type { Step } from '../verdict.ts'
import { addBlocker, addNote, nameOf, type Walk } from '../walk.ts'
import { recordHandOver } from './handovers.ts'
import { isIcmp, type Packet, protocolName } from './packet.ts'
import { passAcl, passGroups } from './passFilters.ts'

/** A request has reached an interface's subnet: its ACL (unless it came from the same subnet), its groups, then whoever owns the interface. */
export function deliverToInterface(walk: Walk, eni: Eni, packet: Packet, from: SubnetNet | null): void {
  if (from?.id !== eni.subnet.id) {
    walk.recorder?.atHop(eni.subnet.id, nameOf(walk, eni.subnet.id))
    passAcl(walk, eni.subnet, 'ingress', packet)
  }
  walk.recorder?.atHop(eni.owner, nameOf(walk, eni.owner))
  passGroups(walk, eni, 'ingress', packet)
  receivers[eni.role](walk, eni, packet, from)
}

type Receiver = (walk: Walk, eni: Eni, packet: Packet, from: SubnetNet | null) => void

const receivers: { readonly [Role in Eni['role']]: Receiver } = {
  client(walk, eni, packet, from) {
    walk.path ??= from?.id === eni.subnet.id ? 'same-subnet' : 'local'
    const owner = walk.topology.design.constructs[eni.owner]
    // Source: Lambda guide: a function's interfaces open connections, nothing can connect to them
    if (owner?.kind === 'client' && owner.runtime === 'lambda')
      return refuse(walk, eni, packet, 'LAMBDA_ACCEPTS_NOTHING', { construct: eni.owner, path: ['runtime'] })
    if (isIcmp(packet.protocol)) return arrive(walk, eni, packet)
    if (eni.listens === null) {
      addNote(
        walk.assumptions,
        'ASSUMED_LISTENING',
        { construct: eni.owner, path: ['listens'] },
        { port: `${protocolName(packet.protocol)} ${packet.ports.from}` },
      )
      return arrive(walk, eni, packet)
    }
    if (eni.listens.has(`${protocolName(packet.protocol)}/${packet.ports.from}`)) return arrive(walk, eni, packet)
    refuse(walk, eni, packet, 'PORT_CLOSED', { construct: eni.owner, path: ['listens'] })
  },
  endpoint(walk, eni, packet) {
    const endpoint = eni.endpoint
    walk.path = 'interface-endpoint'
    walk.via.push(eni.owner)
    const origin: Origin = { construct: eni.owner, path: ['service'] }
    // Source: AWS PrivateLink guide (endpoints answer TCP only for AWS services, never ping); recorded on real networks too
    if (packet.protocol !== PROTOCOL.tcp) return refuse(walk, eni, packet, 'PROTOCOL_RESTRICTION', origin)
    if (!endpoint || endpoint.ports === null) {
      addNote(walk.gaps, 'UNKNOWN_RESOURCE', origin, {
        message: `the ports of “${endpoint?.service ?? eni.owner}” are not known`,
      })
      return refuse(walk, eni, packet, null, origin)
    }
    if (!endpoint.ports.includes(packet.ports.from)) return refuse(walk, eni, packet, 'TARGET_PORT_RESTRICTION', origin)
    arrive(walk, eni, packet)
  },
  // Recorded on real networks: a NAT gateway answers nothing that is sent to its own addresses
  nat: (walk, eni, packet) => refuse(walk, eni, packet, 'NGW_ANSWERS_NOTHING', { construct: eni.owner, path: [] }),
}

const HOW = { client: 'local', endpoint: 'interface-endpoint', nat: 'nat-gateway' } as const

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
  const { service, host } = destination
  const address = formatAddress(packet.dst)
  if (host !== null) {
    walk.recorder?.atHop(host, nameOf(walk, host))
    const listens = destination.listens
    const key = `${protocolName(packet.protocol)}/${packet.ports.from}`
    if (!isIcmp(packet.protocol) && listens !== null && !listens.has(key))
      return finish(walk, 'refused', packet, host, 'internet-host', 'PORT_CLOSED', {
        construct: host,
        path: ['listens'],
      })
    if (!isIcmp(packet.protocol) && listens === null)
      addNote(
        walk.assumptions,
        'ASSUMED_LISTENING',
        { construct: host, path: ['listens'] },
        { port: key.replace('/', ' ') },
      )
    return finish(walk, 'delivered', packet, host, 'internet-host', null, null)
  }
  if (service === null) {
    walk.recorder?.atHop(null, address)
    addNote(walk.assumptions, 'ASSUMED_HOST_ANSWERS', null, { address })
    return finish(walk, 'delivered', packet, null, 'internet-host', null, null)
  }
  const drawn = destination.owner
  const origin: Origin | null = drawn === null ? null : { construct: drawn, path: [] }
  walk.recorder?.atHop(drawn, drawn === null ? service.service : nameOf(walk, drawn))
  if (isIcmp(packet.protocol)) {
    addNote(walk.assumptions, 'ASSUMED_HOST_ANSWERS', origin, { address })
    return finish(walk, 'delivered', packet, drawn, 'service', null, null)
  }
  const served = packet.protocol === PROTOCOL.tcp && service.ports.includes(packet.ports.from)
  finish(
    walk,
    served ? 'delivered' : 'dropped',
    packet,
    drawn,
    'service',
    served ? null : 'TARGET_PORT_RESTRICTION',
    served ? null : origin,
  )
}

function finish(
  walk: Walk,
  outcome: 'delivered' | 'refused' | 'dropped',
  packet: Packet,
  to: string | null,
  how: Extract<Step, { kind: 'hand-over' }>['detail']['how'],
  code: Code | null,
  decidedBy: Origin | null,
): void {
  if (walk.recorder) recordHandOver(walk, { outcome, to, how, packet, decidedBy, code })
  if (code !== null) addBlocker(walk, code, decidedBy)
}
