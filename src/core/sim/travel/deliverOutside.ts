import type { PublicHost } from '../../aws/findPublicHost.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress } from '../../net/address.ts'
import type { Origin } from '../../topology/origin.ts'
import { PROTOCOL } from '../../topology/topology.ts'
import { serviceTitle } from '../serviceTitle.ts'
import { isIcmp, type Packet, protocolName } from './packet.ts'
import { drop, nameOf, type Place, say } from './place.ts'
import { assume } from './tell.ts'
import type { Walk } from './walk.ts'

/** Who answers at an address outside. */
export interface Outsider {
  /** A drawn host on the internet. */
  readonly host: ConstructId | null
  /** Ports it listens on (`tcp/443`); null = not stated. */
  readonly listens: ReadonlySet<string> | null
  /** An AWS service by its public name. */
  readonly service: PublicHost | null
  /** The drawn construct that stands for the service. */
  readonly owner: ConstructId | null
}

/** A request has left the VPC: a drawn host, an AWS service by its public name, or an address that nobody has drawn. */
export function deliverOutside(walk: Walk, packet: Packet, { host, listens, service, owner }: Outsider): void {
  if (host !== null) reachHost({ walk, id: host, how: 'internet-host', packet }, host, listens)
  else if (service !== null) {
    const label = () => (owner === null ? serviceTitle(service) : nameOf(walk, owner))
    reachService({ walk, id: owner, how: 'service', packet, label }, service)
  } else {
    const address = formatAddress(packet.dst)
    say({ walk, id: null, how: 'internet-host', packet, label: () => address }, 'delivered', null)
    assume(walk, 'ASSUMED_HOST_ANSWERS', null, { address })
  }
}

function reachHost(place: Place, host: ConstructId, listens: Outsider['listens']): void {
  const { walk, packet } = place
  const protocol = protocolName(packet.protocol)
  const { from: port } = packet.ports
  const origin: Origin = { construct: host, path: ['listens'] }
  const isPing = isIcmp(packet.protocol)
  if (!isPing && listens?.has(`${protocol}/${port}`) === false) {
    drop(place, 'PORT_CLOSED', origin, 'refused')
    return
  }
  if (!isPing && listens === null) assume(walk, 'ASSUMED_LISTENING', origin, { port: `${protocol} ${port}` })
  say(place, 'delivered', null)
}

function reachService(place: Place, service: PublicHost): void {
  const { walk, id, packet } = place
  const origin: Origin | null = id === null ? null : { construct: id, path: [] }
  const isPing = isIcmp(packet.protocol)
  if (isPing) assume(walk, 'ASSUMED_HOST_ANSWERS', origin, { address: formatAddress(packet.dst) })
  if (isPing || (packet.protocol === PROTOCOL.tcp && service.ports.includes(packet.ports.from)))
    say(place, 'delivered', null)
  else drop(place, 'TARGET_PORT_RESTRICTION', origin)
}
