import { IPv4, IPv4CidrRange } from 'ip-num'
import type { AccessRequest, ConstructOf, Design } from '../../src/core/model/index.ts'
import type { Topology } from '../../src/core/topology/index.ts'

const inBlock = (cidr: string, address: string): boolean =>
  IPv4CidrRange.fromCidr(cidr).contains(IPv4CidrRange.fromCidr(`${new IPv4(address)}/32`))

/**
 * The straightforward version, for comparison only: for every request it finds the client in the design, scans the routes of its table
 * and the rules of its filters, and reads every block with ip-num as it comes by. It knows the way there and no reply.
 */
export function decideNaively(design: Design, topology: Topology, request: AccessRequest): boolean {
  const client = design.constructs[request.from] as ConstructOf<'client'>
  const one = client.interfaces[0]!
  const to = addressOf(design, topology, request.to)
  const groups = one.securityGroups.map((id) => design.constructs[id] as ConstructOf<'security-group'>)
  const allowed = groups.some((group) =>
    group.egress.some(
      (rule) =>
        (rule.protocol === 'all' || rule.protocol === request.protocol) &&
        (rule.ports === null || (rule.ports.from <= request.port! && rule.ports.to >= request.port!)) &&
        'cidr' in rule.peer &&
        inBlock(rule.peer.cidr, to),
    ),
  )
  if (!allowed) return false
  const subnet = design.constructs[one.subnet] as ConstructOf<'subnet'>
  if (subnet.cidr !== null && inBlock(subnet.cidr, to)) return true
  const zone = design.constructs[subnet.zone] as ConstructOf<'availability-zone'>
  const vpc = design.constructs[zone.vpc] as ConstructOf<'vpc'>
  if (subnet.networkAcl !== null) {
    const acl = design.constructs[subnet.networkAcl] as ConstructOf<'network-acl'>
    const entries = [...acl.egress].sort((a, b) => a.number - b.number)
    const entry = entries.find(
      (rule) =>
        (rule.protocol === 'all' || rule.protocol === request.protocol) &&
        (rule.ports === null || (rule.ports.from <= request.port! && rule.ports.to >= request.port!)) &&
        inBlock(rule.cidr, to),
    )
    if (entry?.action !== 'allow') return false
  }
  const table = design.constructs[subnet.routeTable ?? vpc.mainRouteTable!] as ConstructOf<'route-table'>
  const routes = [
    ...vpc.cidrs.map((cidr) => ({ cidr, target: 'local' })),
    ...table.routes.flatMap((route) =>
      'cidr' in route.destination ? [{ cidr: route.destination.cidr, target: route.target }] : [],
    ),
  ]
  const best = routes
    .filter((route) => inBlock(route.cidr, to))
    .sort((a, b) => Number(b.cidr.split('/')[1]) - Number(a.cidr.split('/')[1]))[0]
  return best !== undefined && best.target !== 'blackhole'
}

function addressOf(design: Design, topology: Topology, to: string): string {
  if (design.constructs[to]?.kind === 'client') {
    const n = topology.enisOf.get(to)![0]!.address!
    return `${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}`
  }
  return /^\d/.test(to) ? to : '52.94.1.1'
}
