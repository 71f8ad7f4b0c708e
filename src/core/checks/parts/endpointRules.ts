import { type ConstructOf, constructOfKind, type Design } from '../../model/index.ts'
import { overlaps } from '../../net/index.ts'
import { type EndpointNet, type FilterEntry, PROTOCOL } from '../../topology/topology.ts'

/** Whether an inbound entry lets TCP connections from somewhere in the endpoint's VPC through to one of its ports. Group members count where `groupsCount` says so. */
export function admitsFromVpc(
  entry: FilterEntry,
  { vpc, ports }: EndpointNet,
  groupsCount: (entry: FilterEntry) => boolean,
): boolean {
  if (entry.protocol !== PROTOCOL.all && entry.protocol !== PROTOCOL.tcp) return false
  if (entry.protocol === PROTOCOL.tcp && !(ports ?? []).some((port) => entry.from <= port && port <= entry.to))
    return false
  if (entry.group) return groupsCount(entry)
  return entry.blocks.some((peer) => vpc.blocks.some((own) => overlaps(peer, own)))
}

/** Inbound rules for the endpoint's ports from every IPv4 block of its VPC. */
export function rulesFromVpc(design: Design, { vpc, ports }: EndpointNet): ConstructOf<'security-group'>['ingress'] {
  const cidrs = constructOfKind(design, vpc.id, 'vpc')?.cidrs ?? []
  return (ports ?? []).flatMap((port) =>
    cidrs.map((cidr) => ({
      protocol: 'tcp' as const,
      ports: { from: port, to: port },
      icmp: null,
      peer: { cidr },
      description: 'Clients in the VPC',
    })),
  )
}
