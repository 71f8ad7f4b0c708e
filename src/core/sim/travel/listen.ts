import { formatAddress } from '../../net/address.ts'
import type { Eni } from '../../topology/topology.ts'
import { isIcmp, type Packet, protocolName } from './packet.ts'
import { drop, placeAt, say } from './place.ts'
import { assume, namePath } from './tell.ts'
import type { Walk } from './walk.ts'

/** Whether anything listens on the port of a client, or of a host on premises. */
export function listen(walk: Walk, eni: Eni, packet: Packet): void {
  const place = placeAt(walk, eni.owner, 'local', packet)
  const { from: port } = packet.ports
  const isPing = isIcmp(packet.protocol)
  const origin = { construct: eni.owner, path: ['listens'] }
  if (!isPing && eni.listens?.has(`${protocolName(packet.protocol)}/${port}`) === false) {
    drop(place, 'PORT_CLOSED', origin, 'refused')
    return
  }
  if (eni.subnet.vpc.id === eni.owner)
    assume(walk, 'ASSUMED_ON_PREMISES_HOST', eni.origin, { address: formatAddress(packet.dst) })
  else if (!isPing && eni.listens === null)
    assume(walk, 'ASSUMED_LISTENING', origin, { port: `${protocolName(packet.protocol)} ${port}` })
  say(place, 'delivered', eni.origin)
}

/** A client asks its own address: nothing leaves the machine, and no filter sees it. */
export function answerItself(walk: Walk, eni: Eni, packet: Packet): void {
  namePath(walk, 'same-subnet')
  listen(walk, eni, packet)
}
