import type { Connection, ConnectionKind, Drawer } from './connection.ts'
import type { ConstructId, ConstructKind } from './kinds/registry.ts'

const line = (from: ConstructId, to: ConstructId | null, kind: ConnectionKind, label: string): readonly Connection[] =>
  to === null ? [] : [{ from, to, kind, label }]
const lines = (
  from: ConstructId,
  all: readonly ConstructId[],
  kind: ConnectionKind,
  label: string,
): readonly Connection[] => all.map((to) => ({ from, to, kind, label }))

/** The interfaces or nodes that something has in subnets. */
export const inSubnets = (
  id: ConstructId,
  rows: readonly { readonly subnet: ConstructId }[],
  label = 'interface',
): readonly Connection[] =>
  lines(
    id,
    rows.map(({ subnet }) => subnet),
    'network-interface',
    label,
  )
/** The security groups that something carries. */
export const carried = (id: ConstructId, groups: readonly ConstructId[]): readonly Connection[] =>
  lines(id, groups, 'security-group', 'carries')

/** The lines of load balancers, endpoint services, connections between networks, and DNS. */
export const connectionDrawers: { readonly [K in ConstructKind]?: Drawer<K> } = {
  'elastic-ip': ({ id, holder }) => line(id, holder, 'elastic-ip', 'address of'),
  'regional-nat-gateway': ({ id, routeTable }) => line(id, routeTable, 'route-table-association', 'uses'),
  'gateway-load-balancer-endpoint': ({ id, endpointService }) =>
    line(id, endpointService, 'endpoint-service', 'leads to'),
  'endpoint-service': ({ id, loadBalancers }) => lines(id, loadBalancers, 'service-load-balancer', 'stands on'),
  *'network-load-balancer'({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups ?? [])
    for (const { protocol, port, targetGroup } of listeners)
      yield* line(id, targetGroup, 'listener', `${protocol.replace('_', '/')} ${port}`)
  },
  *'application-load-balancer'({ id, subnets, securityGroups, listeners }) {
    yield* inSubnets(id, subnets, 'node')
    yield* carried(id, securityGroups)
    for (const { protocol, port, targetGroup } of listeners)
      yield* line(id, targetGroup, 'listener', `${protocol} ${port}`)
  },
  *'gateway-load-balancer'({ id, subnets, targetGroup }) {
    yield* inSubnets(id, subnets, 'node')
    yield* line(id, targetGroup, 'listener', 'all packets')
  },
  *'target-group'({ id, port: own, targets }) {
    for (const { target, port } of targets) yield* line(id, target, 'target', `port ${port ?? own}`)
  },
  'peering-connection': ({ id, accepter }) => line(id, accepter, 'peering', 'peers with'),
  *'transit-gateway-attachment'({ id, transitGateway, subnets }) {
    yield* line(id, transitGateway, 'attachment', 'attached to')
    yield* lines(id, subnets, 'network-interface', 'interface')
  },
  'transit-gateway-peering': ({ id, peer }) => line(id, peer, 'peering', 'peers with'),
  *'transit-gateway-route-table'({ id, associations, propagations, routes }) {
    for (const from of associations) yield* line(from, id, 'transit-association', 'uses')
    for (const from of propagations) yield* line(from, id, 'propagation', 'puts its blocks into')
    for (const { destination, target } of routes) {
      const label = 'cidr' in destination ? destination.cidr : destination.prefixList
      if (target !== 'blackhole') yield* line(id, target, 'route', label)
      if ('prefixList' in destination) yield* line(id, destination.prefixList, 'route-prefix-list', 'destination')
    }
  },
  'customer-gateway': ({ id, network }) => line(id, network, 'outside-line', 'stands in'),
  *'vpn-connection'({ id, customerGateway, gateway }) {
    yield* line(id, customerGateway, 'outside-line', 'from')
    yield* line(id, gateway, 'attachment', 'to')
  },
  *'direct-connect'({ id, network, gateway }) {
    yield* line(id, network, 'outside-line', 'from')
    yield* line(id, gateway, 'attachment', 'to')
  },
  *'hosted-zone'({ id, vpcs, records }) {
    yield* lines(id, vpcs, 'name-association', 'answers in')
    for (const { name, alias } of records) yield* line(id, alias, 'name-target', name)
  },
  *'resolver-endpoint'({ id, addresses, securityGroups }) {
    yield* inSubnets(id, addresses)
    yield* carried(id, securityGroups)
  },
  *'resolver-rule'({ id, vpcs, resolverEndpoint }) {
    yield* lines(id, vpcs, 'name-association', 'applies to')
    yield* line(id, resolverEndpoint, 'name-target', 'sends through')
  },
  'block-public-access': ({ id, exclusions }) =>
    lines(
      id,
      exclusions.map(({ of }) => of),
      'exclusion',
      'spares',
    ),
  'network-firewall': ({ id, subnets }) => lines(id, subnets, 'network-interface', 'interface'),
  *'resource-endpoint'({ id, subnets, securityGroups }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
  },
  *'service-network-endpoint'({ id, subnets, securityGroups, serviceNetwork }) {
    yield* lines(id, subnets, 'network-interface', 'interface')
    yield* carried(id, securityGroups)
    yield* line(id, serviceNetwork, 'endpoint-service', 'leads to')
  },
}
