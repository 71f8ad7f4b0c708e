import type { Address } from '../../net/address.ts'
import type { PortRange } from '../../net/ports.ts'
import { PROTOCOL } from '../../topology/topology.ts'

/** What a filter or a route sees. `ports` are destination ports: one for a request, the caller's ephemeral range for a reply. */
export interface Packet {
  readonly src: Address
  readonly dst: Address
  readonly protocol: number
  readonly ports: PortRange
  /** The port that an answer comes from; null = one of those that the sender of a request opens. */
  readonly from: PortRange | null
  /** ICMP type where the protocol is ICMP: 8 (echo request), 0 (echo reply), or 128 and 129 for ICMPv6. */
  readonly icmpType: number
  /** Bytes of the largest packet of the connection; 0 = small enough for every link. */
  readonly size: number
}

export const isIcmp = (protocol: number): boolean => protocol === PROTOCOL.icmp || protocol === PROTOCOL.icmpv6

const NAMES = new Map<number, string>(Object.entries(PROTOCOL).map(([name, number]) => [number, name]))
/** `tcp`, `icmp`, or `protocol 50`. */
export const protocolName = (protocol: number): string => NAMES.get(protocol) ?? `protocol ${protocol}`

/** The answer to `packet`: addresses swapped, to ports `ports` (those that the asker opened). */
export const replyTo = (packet: Packet, ports: PortRange): Packet => ({
  src: packet.dst,
  dst: packet.src,
  protocol: packet.protocol,
  ports,
  from: packet.ports,
  icmpType: packet.icmpType === 128 ? 129 : 0,
  size: packet.size,
})
