import { formatPorts } from '../../core/net/index.ts'

/** What a filter entry says about protocol and port. */
export interface Traffic {
  readonly protocol: 'all' | 'tcp' | 'udp' | 'icmp' | 'icmpv6' | number
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

export const PROTOCOL_WORDS = { all: 'All traffic', tcp: 'TCP', udp: 'UDP', icmp: 'ICMP', icmpv6: 'ICMPv6' } as const

/** Whether ports mean something with this protocol. */
export const hasPorts = (protocol: Traffic['protocol']): boolean => [6, 17, 'tcp', 'udp'].includes(protocol)
/** Whether ICMP types mean something with this protocol. */
export const hasTypes = (protocol: Traffic['protocol']): boolean => [1, 58, 'icmp', 'icmpv6'].includes(protocol)

const formatProtocol = (protocol: Traffic['protocol']): string =>
  typeof protocol === 'number' ? `Protocol ${protocol}` : PROTOCOL_WORDS[protocol]

/** `TCP 443`, `UDP, all ports`, `ICMP type 8`. */
export function formatTraffic({ protocol, ports, icmp }: Traffic): string {
  const name = formatProtocol(protocol)
  if (hasPorts(protocol)) return ports ? `${name} ${formatPorts(ports)}` : `${name}, all ports`
  if (hasTypes(protocol) && icmp && icmp.type !== -1)
    return `${name} type ${icmp.type}${icmp.code === -1 ? '' : ` code ${icmp.code}`}`
  return name
}

export const ALL_PORTS_WORD = 'All'

/** `443`, `1024-65535`, or nothing and `all` for every port; undefined where the text is none of them. */
export function parsePortsText(text: string): Traffic['ports'] | undefined {
  if (/^(all)?$/i.test(text.trim())) return null
  const found = /^(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?$/.exec(text.trim())
  if (!found) return undefined
  const from = Number(found[1])
  const to = Number(found[2] ?? found[1])
  return to > 65535 || from > 65535 ? undefined : { from, to }
}
