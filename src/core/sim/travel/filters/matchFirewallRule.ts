import { type Address, formatAddress, isIp4 } from '../../../net/address.ts'
import { contains } from '../../../net/block.ts'
import { coversPorts, type PortRange } from '../../../net/ports.ts'
import {
  type AddressSet,
  type NameTest,
  type PortSet,
  PROTOCOL,
  type RuleEnds,
  type StatefulRule,
  type StatelessRule,
} from '../../../topology/topology.ts'
import type { StatefulOutcome } from '../walk.ts'

/** Whether a rule matches; `maybe` = it cannot be told. */
export type Match = 'yes' | 'no' | 'maybe'

/** A packet as a firewall sees it: with both its ports, of which one may be any of a range. */
export interface Seen {
  readonly src: Address
  readonly dst: Address
  readonly sourcePorts: PortRange
  readonly destinationPorts: PortRange
  readonly protocol: number
}

/** Where in a connection a packet stands, and what of it is known by then. */
export interface Stage {
  readonly moment: StatefulOutcome['moment']
  readonly toServer: boolean
  readonly established: boolean
  /** What is spoken; null = nothing has been said yet. */
  readonly application: string | null
}

export const turnedRound = ({ src, dst, sourcePorts, destinationPorts, protocol }: Seen): Seen => ({
  src: dst,
  dst: src,
  sourcePorts: destinationPorts,
  destinationPorts: sourcePorts,
  protocol,
})

const isIn = ({ within, without }: AddressSet, address: Address): boolean =>
  (within === null || within.some((block) => contains(block, address))) &&
  !without.some((block) => contains(block, address))

function matchPorts({ within, without }: PortSet, range: PortRange): Match {
  const meets = (one: PortRange) => one.from <= range.to && range.from <= one.to
  if (within !== null && !within.some(meets)) return 'no'
  if (without.some((one) => coversPorts(one, range))) return 'no'
  return without.some(meets) || !(within?.some((one) => coversPorts(one, range)) ?? true) ? 'maybe' : 'yes'
}

function matchEnds(rule: RuleEnds, { src, dst, sourcePorts, destinationPorts, protocol }: Seen): Match {
  if (!isIn(rule.source, src) || !isIn(rule.destination, dst)) return 'no'
  // Source: Network Firewall guide, rules: ports count for TCP and UDP only
  if (protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp) return 'yes'
  return allOf(matchPorts(rule.sourcePorts, sourcePorts), matchPorts(rule.destinationPorts, destinationPorts))
}

const allOf = (...all: readonly Match[]): Match => (all.includes('no') ? 'no' : all.includes('maybe') ? 'maybe' : 'yes')

/** Whether a stateless rule matches one packet. */
export function matchStateless(rule: StatelessRule, packet: Seen): Match {
  if (rule.protocols !== null && !rule.protocols.includes(packet.protocol)) return 'no'
  return allOf(matchEnds(rule, packet), rule.doubt ? 'maybe' : 'yes')
}

/** Whether a stateful rule matches the packet of a stage. `name` is what was asked for; null = an address. */
export function matchStateful(rule: StatefulRule, packet: Seen, stage: Stage, name: string | null): Match {
  if (rule.established !== null && rule.established !== stage.established) return 'no'
  if (rule.toServer !== null && rule.toServer !== stage.toServer) return 'no'
  if (!speaks(rule, packet, stage)) return 'no'
  const ends = rule.bothWays
    ? anyOf(matchEnds(rule, packet), matchEnds(rule, turnedRound(packet)))
    : matchEnds(rule, packet)
  if (!rule.names.every((test) => isNamed(test, packet, stage, name))) return 'no'
  return allOf(ends, rule.doubt ? 'maybe' : 'yes')
}

const anyOf = (a: Match, b: Match): Match => (a === 'yes' || b === 'yes' ? 'yes' : a === 'no' ? b : a)

const TRANSPORT: Readonly<Record<string, readonly number[]>> = {
  tcp: [PROTOCOL.tcp],
  'tcp-pkt': [PROTOCOL.tcp],
  'tcp-stream': [PROTOCOL.tcp],
  udp: [PROTOCOL.udp],
  icmp: [PROTOCOL.icmp, PROTOCOL.icmpv6],
}
/** Suricata's words for the same. */
const SAME: Readonly<Record<string, string>> = { ssl: 'tls', http1: 'http' }

function speaks({ protocol, applications, ipProtocols }: StatefulRule, packet: Seen, { application }: Stage): boolean {
  if (!ipProtocols.every(({ number, negated }) => (packet.protocol === number) !== negated)) return false
  const transport = protocol === 'ip' ? [packet.protocol] : TRANSPORT[protocol]
  if (transport ? !transport.includes(packet.protocol) : application !== (SAME[protocol] ?? protocol)) return false
  if (applications.length === 0) return true
  return (
    application !== null &&
    applications.every(({ name, negated }) => (application === (SAME[name] ?? name)) !== negated)
  )
}

/** Whoever asks by address sends no name in TLS, and the address as the Host. Source: RFC 6066, server name indication; RFC 9110, Host. */
function isNamed(test: NameTest, { dst }: Seen, { application, toServer }: Stage, name: string | null): boolean {
  if (!toServer || application !== (test.of === 'sni' ? 'tls' : 'http')) return false
  const shown = name ?? (test.of === 'host' ? (isIp4(dst) ? formatAddress(dst) : `[${formatAddress(dst)}]`) : null)
  if (shown === null) return false
  const text = `${test.dotted ? '.' : ''}${shown.toLowerCase()}`
  const found =
    test.atStart && test.atEnd
      ? text === test.text
      : test.atStart
        ? text.startsWith(test.text)
        : test.atEnd
          ? text.endsWith(test.text)
          : text.includes(test.text)
  return found !== test.negated
}
