import { zonesWithoutCrossRegion } from '../aws/crossRegion.ts'
import { findService } from '../aws/findService.ts'
import { isSameService } from '../aws/serviceForms.ts'
import { listOfKind } from '../model/containment.ts'
import type { Edit } from '../model/edit.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import { shortServiceName } from '../model/kinds/detailParts.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import { lives } from '../model/lives.ts'
import { formatPorts, type PortRange, runsOf } from '../net/ports.ts'
import type { Topology } from '../topology/topology.ts'
import { egressEdits, letOut, type MoreEgress, peersOf, tcpRule } from './groupRules.ts'
import type { ClientNeed, ServingEndpoint } from './needsOf.ts'
import { type Site, siteOf } from './site.ts'

type Interface = ServingEndpoint & { readonly ports: PortRange }

/**
 * The edits that make endpoints for what these clients miss: interface endpoints in their subnets, one for each zone, with private DNS and a
 * security group of their own that lets the clients in; gateway endpoints in the tables of their subnets. Endpoints that are there already get
 * what they lack instead, and groups of the clients that would not let them out a rule. The clients are those of one VPC; empty where nothing
 * can be planned.
 */
export function planEndpoints(
  topology: Topology,
  clients: readonly ConstructId[],
  needs: readonly ClientNeed[],
): readonly Edit[] {
  const site = siteOf(topology, clients)
  if (!site) return []
  const wanted = new Map<string, Interface>()
  const gateways = new Set<string>()
  for (const { endpoint, request } of needs) {
    if (endpoint?.type === 'gateway') gateways.add(endpoint.service)
    else if (endpoint && site.asksAmazon)
      wanted.set(endpoint.service, { ...endpoint, ports: portsOf(topology, endpoint.service, request.port ?? 443) })
  }
  const more: MoreEgress = new Map()
  return [
    ...(wanted.size > 0 || gateways.size > 0 ? dnsEdits(site.vpc) : []),
    ...interfaceEdits(site, more, [...wanted.values()]),
    ...(gateways.size > 0 ? gatewayEdits(site, more, [...gateways]) : []),
    ...egressEdits(site, more),
  ]
}

/** The port that is asked for, and those in a row with it that the service answers on too. */
function portsOf({ catalogue }: Topology, service: string, port: number): PortRange {
  const runs = runsOf(findService(catalogue, service)?.entry.ports ?? [])
  return runs.find(({ from, to }) => from <= port && port <= to) ?? { from: port, to: port }
}

const distinct = (ranges: readonly PortRange[]): readonly PortRange[] => [
  ...new Map(ranges.map((one) => [formatPorts(one), one])).values(),
]

/** Private DNS needs both attributes of the VPC, and any name the first. What is not known (null) stays so. */
function dnsEdits({ id, dnsSupport, dnsHostnames }: ConstructOf<'vpc'>): readonly Edit[] {
  const off = {
    ...(dnsSupport === false && { dnsSupport: true }),
    ...(dnsHostnames === false && { dnsHostnames: true }),
  }
  return Object.keys(off).length > 0 ? [{ kind: 'change', of: 'vpc', id, fields: off }] : []
}

function interfaceEdits(site: Site, more: MoreEgress, wanted: readonly Interface[]): readonly Edit[] {
  const standing = listOfKind(site.design, 'interface-endpoint').filter(
    (one) => one.vpc === site.vpc.id && one.endpointService === null && lives(one),
  )
  const there = (service: string) => standing.find((one) => isSameService(one.service, service))
  const missing = wanted.filter(({ service }) => !there(service))
  const silent = wanted.flatMap(({ service }) => there(service) ?? []).filter(({ privateDns }) => !privateDns)
  return [
    ...silent.map(({ id }): Edit => ({ kind: 'change', of: 'interface-endpoint', id, fields: { privateDns: true } })),
    ...(missing.length > 0 ? newEndpoints(site, more, missing) : []),
  ]
}

function newEndpoints(site: Site, more: MoreEgress, missing: readonly Interface[]): readonly Edit[] {
  const { vpc, subnets, newId, nameFor } = site
  const group = newId('security-group')
  const ports = distinct(missing.map((one) => one.ports))
  const peers = peersOf(site)
  letOut(
    site,
    more,
    ports,
    subnets.flatMap(({ block }) => block ?? []),
    (range) => tcpRule(range, { securityGroup: group }, 'To the interface endpoints'),
  )
  const construct: ConstructOf<'security-group'> = {
    ...createConstruct('security-group', group, nameFor('endpoints'), vpc.id),
    description: 'Interface endpoints',
    ingress: ports.flatMap((range) => peers.map((peer) => tcpRule(range, peer, 'Clients of the endpoints'))),
  }
  return [
    { kind: 'add', construct },
    ...missing.flatMap(({ service, serviceRegion }): Edit[] => {
      const rows = subnets
        .filter(({ zoneId }) => serviceRegion === null || zoneId === null || !zonesWithoutCrossRegion.has(zoneId))
        .map((subnet) => ({ subnet: subnet.id, privateIp: null, ipv6: null }))
      if (rows.length === 0) return []
      const name = nameFor(shortServiceName(service))
      const blank = createConstruct('interface-endpoint', newId('interface-endpoint'), name, vpc.id)
      return [{ kind: 'add', construct: { ...blank, service, serviceRegion, subnets: rows, securityGroups: [group] } }]
    }),
  ]
}

function gatewayEdits(site: Site, more: MoreEgress, services: readonly string[]): readonly Edit[] {
  const { tables, edits } = drawnTables(site)
  for (const service of services) {
    const list = site.topology.prefixListBlocks(service, site.region)
    if (list)
      letOut(site, more, [{ from: 443, to: 443 }], list, (range) =>
        tcpRule(range, { prefixList: service }, `To ${shortServiceName(service)}`),
      )
  }
  return [...edits, ...services.flatMap((service) => gatewayEdit(site, service, tables))]
}

function gatewayEdit({ design, vpc, newId, nameFor }: Site, service: string, tables: readonly ConstructId[]): Edit[] {
  const there = listOfKind(design, 'gateway-endpoint').find(
    (one) => one.vpc === vpc.id && isSameService(one.service, service) && lives(one),
  )
  const routeTables = [...new Set([...(there?.routeTables ?? []), ...tables])]
  if (routeTables.length === (there?.routeTables.length ?? 0)) return []
  if (there) return [{ kind: 'change', of: 'gateway-endpoint', id: there.id, fields: { routeTables } }]
  const name = nameFor(shortServiceName(service))
  const construct = createConstruct('gateway-endpoint', newId('gateway-endpoint'), name, vpc.id)
  return [{ kind: 'add', construct: { ...construct, service, routeTables } }]
}

/** The tables of the clients’ subnets. The main one that is not drawn knows local routes only: an empty one drawn in its place means the same. */
function drawnTables({ tables, vpc, newId, nameFor }: Site): {
  readonly tables: readonly ConstructId[]
  readonly edits: readonly Edit[]
} {
  const ids = tables.flatMap(({ id }) => id ?? [])
  if (ids.length === tables.length || vpc.mainRouteTable !== null) return { tables: ids, edits: [] }
  const id = newId('route-table')
  const construct = createConstruct('route-table', id, nameFor('main'), vpc.id)
  return {
    tables: [...ids, id],
    edits: [
      { kind: 'add', construct },
      { kind: 'change', of: 'vpc', id: vpc.id, fields: { mainRouteTable: id } },
    ],
  }
}
