import type { Connection, Drawer, Services } from './connection.ts'
import { carried, connectionDrawers, inSubnets } from './connectionDrawers.ts'
import { constructAt, listConstructs, regionOf } from './containment.ts'
import type { Design } from './design.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'
import { shortServiceName } from './plans/plan.ts'

const drawers: { readonly [K in ConstructKind]?: Drawer<K> } = {
  *subnet({ id, routeTable, networkAcl }) {
    if (routeTable !== null) yield { from: id, to: routeTable, kind: 'route-table-association', label: 'uses' }
    if (networkAcl !== null) yield { from: id, to: networkAcl, kind: 'network-acl-association', label: 'uses' }
  },
  *'route-table'({ id, routes, edgeOf, propagatingGateways }) {
    for (const { destination, target } of routes) {
      const label = 'cidr' in destination ? destination.cidr : destination.prefixList
      if (target !== 'blackhole' && target !== 'local') yield { from: id, to: target, kind: 'route', label }
      if ('prefixList' in destination)
        yield { from: id, to: destination.prefixList, kind: 'route-prefix-list', label: 'destination' }
    }
    if (edgeOf !== null) yield { from: edgeOf, to: id, kind: 'edge-association', label: 'incoming uses' }
    for (const gateway of propagatingGateways)
      yield { from: gateway, to: id, kind: 'propagation', label: 'puts its routes into' }
  },
  *'security-group'({ id, ingress, egress }) {
    for (const [label, rules] of [
      ['lets in', ingress],
      ['lets out to', egress],
    ] as const)
      for (const { peer } of rules) {
        if ('securityGroup' in peer) yield { from: id, to: peer.securityGroup, kind: 'rule-peer', label }
        if ('prefixList' in peer) yield { from: id, to: peer.prefixList, kind: 'rule-peer', label }
      }
  },
  *client({ id, interfaces }) {
    for (const [index, { subnet, securityGroups }] of interfaces.entries()) {
      if (index > 0) yield { from: id, to: subnet, kind: 'network-interface', label: `interface ${index + 1}` }
      for (const group of securityGroups) yield { from: id, to: group, kind: 'security-group', label: 'carries' }
    }
  },
  *'gateway-endpoint'({ id, service, routeTables }, services) {
    for (const table of routeTables)
      yield { from: id, to: table, kind: 'endpoint-route', label: shortServiceName(service) }
    for (const to of services(id, service))
      yield { from: id, to, kind: 'endpoint-service', label: shortServiceName(service) }
  },
  *'interface-endpoint'({ id, service, endpointService, subnets, securityGroups }, services) {
    yield* inSubnets(id, subnets)
    yield* carried(id, securityGroups)
    if (endpointService !== null) yield { from: id, to: endpointService, kind: 'endpoint-service', label: 'leads to' }
    else
      for (const to of services(id, service))
        yield { from: id, to, kind: 'endpoint-service', label: shortServiceName(service) }
  },
  ...connectionDrawers,
}

/** Every line that the design implies between constructs that are there, in the order of their ids; one for each pair and kind. */
export function connectionsOf(design: Design): readonly Connection[] {
  const services = indexServices(design)
  const found = new Map<string, Connection>()
  for (const construct of listConstructs(design))
    for (const connection of draw(construct, services)) {
      if (!constructAt(design, connection.from) || !constructAt(design, connection.to)) continue
      if (connection.to === connection.from) continue
      const key = `${connection.from} ${connection.to} ${connection.kind}`
      const earlier = found.get(key)
      if (!earlier) found.set(key, connection)
      else if (!earlier.label.split(', ').includes(connection.label))
        found.set(key, { ...earlier, label: `${earlier.label}, ${connection.label}` })
    }
  return [...found.values()]
}

function draw<K extends ConstructKind>(construct: ConstructOf<K>, services: Services): Iterable<Connection> {
  const drawer = drawers[construct.kind as K] as Drawer<K> | undefined
  return drawer ? drawer(construct, services) : []
}

function indexServices(design: Design): Services {
  const drawn = new Map<string, ConstructId[]>()
  for (const construct of listConstructs(design)) {
    const service = serviceOf(construct, regionOf(design, construct.id)?.code)
    if (!service) continue
    const key = `${regionOf(design, construct.id)?.id} ${service}`
    const list = drawn.get(key)
    if (list) list.push(construct.id)
    else drawn.set(key, [construct.id])
  }
  return (endpoint, service) => drawn.get(`${regionOf(design, endpoint)?.id} ${service}`) ?? []
}

/** The full name of the service that a drawn service, bucket or table belongs to. */
export function serviceOf(construct: Construct, regionCode: string | undefined): string | null {
  if (construct.kind === 'aws-service') return construct.service
  if (construct.kind === 's3-bucket') return `com.amazonaws.${regionCode}.s3`
  return construct.kind === 'dynamodb-table' ? `com.amazonaws.${regionCode}.dynamodb` : null
}
