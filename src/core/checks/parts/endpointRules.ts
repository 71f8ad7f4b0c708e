import { constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { overlaps } from '../../net/block.ts'
import { formatPorts, runsOf } from '../../net/ports.ts'
import { type EndpointNet, type FilterEntry, PROTOCOL } from '../../topology/topology.ts'

/** TCP ports that an endpoint answers on: those of AWS's service, or the listeners of a drawn one; null = not known. */
export function tcpPortsOf({ ports, provider }: EndpointNet): readonly number[] | null {
  if (ports || !provider) return ports
  if (provider.balancers.some(({ listenersGap }) => listenersGap)) return null
  const listeners = provider.balancers.flatMap((balancer) => balancer.listeners)
  return [...new Set(listeners.flatMap(({ protocols, port }) => (protocols.includes(PROTOCOL.tcp) ? port : [])))]
}

/** The same for messages: `443`, `443 or 1024-1064`. */
export const sayPortsOf = (endpoint: EndpointNet, between: string): string =>
  runsOf(tcpPortsOf(endpoint) ?? [])
    .map(formatPorts)
    .join(between)

/** Whether an entry is for one of the endpoint's ports, whoever asks. */
export const admitsPort = ({ protocol, from, to }: FilterEntry, endpoint: EndpointNet): boolean =>
  protocol === PROTOCOL.all ||
  (protocol === PROTOCOL.tcp && (tcpPortsOf(endpoint) ?? []).some((port) => from <= port && port <= to))

/** Whether an inbound entry lets TCP connections from somewhere in the endpoint's VPC through to one of its ports. Group members count where `groupsCount` says so. */
export function admitsFromVpc(
  entry: FilterEntry,
  endpoint: EndpointNet,
  groupsCount: (entry: FilterEntry) => boolean,
): boolean {
  if (!admitsPort(entry, endpoint)) return false
  if (entry.group) return groupsCount(entry)
  return entry.blocks.some((peer) => endpoint.vpc.blocks.some((own) => overlaps(peer, own)))
}

/** Inbound rules for the endpoint's ports from every IPv4 block of its VPC. */
export function rulesFromVpc(design: Design, endpoint: EndpointNet): ConstructOf<'security-group'>['ingress'] {
  const cidrs = constructOfKind(design, endpoint.vpc.id, 'vpc')?.cidrs ?? []
  return runsOf(tcpPortsOf(endpoint) ?? []).flatMap((ports) =>
    cidrs.map((cidr) => ({
      protocol: 'tcp' as const,
      ports,
      icmp: null,
      peer: { cidr },
      description: 'Clients in the VPC',
    })),
  )
}
