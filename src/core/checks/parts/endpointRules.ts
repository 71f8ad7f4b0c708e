import { constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { tcpRule } from '../../needs/groupRules.ts'
import { overlaps } from '../../net/block.ts'
import { formatPorts, runsOf } from '../../net/ports.ts'
import { type EndpointNet, type FilterEntry, PROTOCOL, type VpcNet } from '../../topology/topology.ts'
import { calledAll } from './called.ts'

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

/** Whether an inbound entry lets TCP connections from somewhere in a VPC through to one of the endpoint's ports. Group members count where `groupsCount` says so. */
export function admitsFrom(
  vpc: VpcNet,
  entry: FilterEntry,
  endpoint: EndpointNet,
  groupsCount: (entry: FilterEntry) => boolean,
): boolean {
  if (!admitsPort(entry, endpoint)) return false
  if (entry.group) return groupsCount(entry)
  return entry.blocks.some((peer) => vpc.blocks.some((own) => overlaps(peer, own)))
}

/** Inbound rules for the endpoint's ports from every IPv4 block of the VPCs. */
export function rulesFrom(
  vpcs: readonly VpcNet[],
  design: Design,
  endpoint: EndpointNet,
): ConstructOf<'security-group'>['ingress'] {
  const blocks = vpcs.flatMap(({ id }) => {
    const { cidrs, name } = constructOfKind(design, id, 'vpc') ?? { cidrs: [], name: '' }
    const description = id === endpoint.vpc.id ? 'Clients in the VPC' : `Clients in ${plain(name || id)}`
    return cidrs.map((cidr) => ({ cidr, description }))
  })
  return runsOf(tcpPortsOf(endpoint) ?? []).flatMap((ports) =>
    blocks.map(({ cidr, description }) => tcpRule(ports, { cidr }, description)),
  )
}

/** What AWS takes in a rule's description. */
const plain = (name: string): string => name.replace(/[^\w .\-:/()#,@[\]+=&;{}!$*]/g, ' ').slice(0, 200)

/** The VPCs in words: `the VPC`, `the VPC and the VPC “spoke-a”`. */
export const fromWhere = (vpcs: readonly VpcNet[], design: Design, { vpc: own }: EndpointNet): string => {
  const others = vpcs.filter((vpc) => vpc !== own).map(({ id }) => id)
  const parts = [vpcs.includes(own) ? 'the VPC' : null, others.length > 0 ? calledAll(design, others) : null]
  return parts.filter(Boolean).join(', and from ')
}
