import { asNumber, asText, type Fields } from '../../fields.ts'

/** Protocol, ports and ICMP type of a filter entry. */
export interface Traffic {
  readonly protocol: 'all' | 'tcp' | 'udp' | 'icmp' | 'icmpv6' | number
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

const NAMES: Readonly<Record<string, Traffic['protocol']>> = {
  '-1': 'all',
  all: 'all',
  '6': 'tcp',
  tcp: 'tcp',
  '17': 'udp',
  udp: 'udp',
  '1': 'icmp',
  icmp: 'icmp',
  '58': 'icmpv6',
  icmpv6: 'icmpv6',
}

/** The protocol of AWS's `IpProtocol` or `Protocol`: a name, or an IANA number as a text; null where it is neither. */
export function protocolOf(value: unknown): Traffic['protocol'] | null {
  const text = asText(value)?.toLowerCase()
  if (text === undefined) return null
  if (Object.hasOwn(NAMES, text)) return NAMES[text]!
  const number = asNumber(text)
  return number !== null && number >= 0 && number <= 255 ? number : null
}

/** A range of ports; null = every port. A range of which one end is missing says nothing that can be used: `false`. */
export function portsOf(range: Fields, from: string, to: string): Traffic['ports'] | false {
  const first = asNumber(range[from])
  const last = asNumber(range[to])
  if (first === null && last === null) return range[from] == null && range[to] == null ? null : false
  if (first === -1 && (last === -1 || last === null)) return null
  return first !== null && last !== null && first >= 0 && last <= 65535 ? { from: first, to: last } : false
}
