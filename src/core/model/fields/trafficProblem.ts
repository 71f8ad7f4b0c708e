interface Traffic {
  readonly protocol: string | number
  readonly ports: { readonly from: number; readonly to: number } | null
  readonly icmp: { readonly type: number; readonly code: number } | null
}

const hasPorts = ({ protocol }: Traffic) =>
  protocol === 'tcp' || protocol === 'udp' || protocol === 6 || protocol === 17
const hasTypes = ({ protocol }: Traffic) =>
  protocol === 'icmp' || protocol === 'icmpv6' || protocol === 1 || protocol === 58

/** What is wrong with protocol, ports and ICMP type of a filter entry (which may hold more); null when nothing is. */
export function trafficProblem(value: unknown): string | null {
  const traffic = value as Traffic
  const { ports, icmp } = traffic
  if (ports && !hasPorts(traffic)) return 'Only TCP and UDP have ports'
  if (ports && ports.from > ports.to) return `The first port, ${ports.from}, is above the last, ${ports.to}`
  if (icmp && !hasTypes(traffic)) return 'Only ICMP has types and codes'
  if (icmp && icmp.type === -1 && icmp.code !== -1) return 'With all ICMP types the code must be all as well'
  return null
}
