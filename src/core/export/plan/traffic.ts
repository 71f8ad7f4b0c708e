import type { PlannedTraffic } from './part.ts'

const NUMBERS = { all: -1, icmp: 1, tcp: 6, udp: 17, icmpv6: 58 } as const
const WORDS: Readonly<Record<number, string>> = { [-1]: 'All', 1: 'Icmp', 6: 'Tcp', 17: 'Udp', 58: 'Icmpv6' }

interface DrawnTraffic {
  readonly protocol: keyof typeof NUMBERS | number
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

/** TCP and UDP always get their ports and ICMP its type and code, so that no default of AWS is relied on. */
export function planTraffic({ protocol, ports, icmp }: DrawnTraffic): PlannedTraffic {
  const number = typeof protocol === 'number' ? protocol : NUMBERS[protocol]
  if (hasPorts(number)) return { protocol: number, range: ports ?? { from: 0, to: 65535 } }
  if (isIcmp(number)) return { protocol: number, range: { from: icmp?.type ?? -1, to: icmp?.code ?? -1 } }
  return { protocol: number, range: null }
}

/** Whether the protocol has ports: TCP and UDP. */
export const hasPorts = (protocol: number): boolean => protocol === 6 || protocol === 17
/** Whether the protocol has types and codes: ICMP and ICMPv6. */
export const isIcmp = (protocol: number): boolean => protocol === 1 || protocol === 58

/** A word for logical names: `Tcp443`, `Udp1024to65535`, `All`. */
export function wordOfTraffic({ protocol, range }: PlannedTraffic): string {
  const word = WORDS[protocol] ?? `Protocol${protocol}`
  if (!range || (range.from === 0 && range.to === 65535) || (range.from === -1 && range.to === -1)) return word
  const [from, to] = [range.from, range.to].map((number) => (number === -1 ? 'any' : `${number}`))
  return from === to ? `${word}${from}` : `${word}${from}to${to}`
}

/** The name that security groups use: `tcp`, `-1`, `47`. ICMPv6 of one type goes by number, as the name alone means every type. */
export function nameOfProtocol({ protocol, range }: PlannedTraffic): string {
  if (protocol === 58) return range && range.from !== -1 ? '58' : 'icmpv6'
  return { 1: 'icmp', 6: 'tcp', 17: 'udp' }[protocol] ?? `${protocol}`
}
