import { serviceOf } from '../connections.ts'
import { definitions } from '../constructs/definitions.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../constructs/registry.ts'
import { constructAt, constructOfKind, parentOf, regionOf, vpcOf, zoneOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { nounOf, type Plan, refusal, shortServiceName } from './plan.ts'

/** The edit and its sentence, or a sentence alone: why not. */
type Link = { readonly edit: Edit; readonly sentence: string } | string
type Linker<A extends ConstructKind, B extends ConstructKind> = (
  a: ConstructOf<A>,
  b: ConstructOf<B>,
  design: Design,
) => Link

interface Rule {
  readonly from: ConstructKind
  readonly to: ConstructKind
  readonly link: (a: Construct, b: Construct, design: Design) => Link
}
const rule = <A extends ConstructKind, B extends ConstructKind>(from: A, to: B, link: Linker<A, B>): Rule => ({
  from,
  to,
  link: (a, b, design) => link(a as ConstructOf<A>, b as ConstructOf<B>, design),
})

const ASK = 'Traffic is not drawn but asked about: choose the client in the request bar and ask for the destination'

const routeTo = (table: ConstructOf<'route-table'>, gateway: Construct): Link => {
  const destination = { cidr: '0.0.0.0/0' }
  const standing = table.routes.findIndex(
    (route) => 'cidr' in route.destination && route.destination.cidr === destination.cidr,
  )
  if (table.routes[standing]?.target === gateway.id) return `${table.name} sends 0.0.0.0/0 to ${gateway.name} already`
  const route = { destination, target: gateway.id }
  const routes = standing < 0 ? [...table.routes, route] : table.routes.with(standing, route)
  return {
    edit: { kind: 'change', of: 'route-table', id: table.id, fields: { routes } },
    sentence: `${table.name} ${standing < 0 ? 'sends' : 'now sends'} 0.0.0.0/0 to ${gateway.name}`,
  }
}

const routeFrom = (subnet: ConstructOf<'subnet'>, gateway: Construct, design: Design): Link => {
  const table = constructOfKind(
    design,
    subnet.routeTable ?? vpcOf(design, subnet.id)?.mainRouteTable ?? '',
    'route-table',
  )
  if (!table) return `${subnet.name} uses a route table that is not drawn: add one to its VPC first`
  return routeTo(table, gateway)
}

const carry = (group: ConstructOf<'security-group'>, holder: ConstructOf<'client' | 'interface-endpoint'>): Link => {
  const sentence = `${holder.name} carries ${group.name}`
  const standing = holder.kind === 'client' ? holder.interfaces[0]!.securityGroups : holder.securityGroups
  if (standing.includes(group.id)) return `${sentence} already`
  const securityGroups = [...standing, group.id]
  if (holder.kind === 'interface-endpoint')
    return { edit: { kind: 'change', of: 'interface-endpoint', id: holder.id, fields: { securityGroups } }, sentence }
  const interfaces = holder.interfaces.with(0, { ...holder.interfaces[0]!, securityGroups })
  return { edit: { kind: 'change', of: 'client', id: holder.id, fields: { interfaces } }, sentence }
}

const leadTo = (
  endpoint: ConstructOf<'gateway-endpoint' | 'interface-endpoint'>,
  target: Construct,
  design: Design,
): Link => {
  const region = regionOf(design, target.id)
  if (region?.id !== regionOf(design, endpoint.id)?.id)
    return `${target.name} is in another Region: an endpoint leads to a service of its own`
  const service = serviceOf(target, region?.code)!
  if (service === endpoint.service) return `${endpoint.name} leads to ${shortServiceName(service)} already`
  if (endpoint.kind === 'gateway-endpoint' && !/\.(s3|dynamodb)$/.test(service))
    return 'A gateway endpoint leads to S3 or DynamoDB only'
  return {
    edit: { kind: 'change', of: endpoint.kind, id: endpoint.id, fields: { service } } as Edit,
    sentence: `${endpoint.name} leads to ${shortServiceName(service)}`,
  }
}

const putRoute = (endpoint: ConstructOf<'gateway-endpoint'>, table: ConstructOf<'route-table'>): Link =>
  endpoint.routeTables.includes(table.id)
    ? `${endpoint.name} has its route in ${table.name} already`
    : {
        edit: {
          kind: 'change',
          of: 'gateway-endpoint',
          id: endpoint.id,
          fields: { routeTables: [...endpoint.routeTables, table.id] },
        },
        sentence: `${endpoint.name} puts its route into ${table.name}`,
      }

const use = (
  vpc: ConstructOf<'vpc'>,
  field: 'mainRouteTable' | 'defaultSecurityGroup' | 'defaultNetworkAcl',
  what: Construct,
  as: string,
): Link =>
  vpc[field] === what.id
    ? `${what.name} is the ${as} of ${vpc.name} already`
    : {
        edit: { kind: 'change', of: 'vpc', id: vpc.id, fields: { [field]: what.id } },
        sentence: `${what.name} becomes the ${as} of ${vpc.name}`,
      }

const rules: readonly Rule[] = [
  rule('subnet', 'route-table', (subnet, table) =>
    subnet.routeTable === table.id
      ? `${subnet.name} uses ${table.name} already`
      : {
          edit: { kind: 'change', of: 'subnet', id: subnet.id, fields: { routeTable: table.id } },
          sentence: `${subnet.name} uses ${table.name}`,
        },
  ),
  rule('subnet', 'network-acl', (subnet, acl) =>
    subnet.networkAcl === acl.id
      ? `${subnet.name} uses ${acl.name} already`
      : {
          edit: { kind: 'change', of: 'subnet', id: subnet.id, fields: { networkAcl: acl.id } },
          sentence: `${subnet.name} uses ${acl.name}`,
        },
  ),
  rule('route-table', 'internet-gateway', routeTo),
  rule('route-table', 'nat-gateway', routeTo),
  rule('subnet', 'internet-gateway', routeFrom),
  rule('subnet', 'nat-gateway', routeFrom),
  rule('client', 'security-group', (client, group) => carry(group, client)),
  rule('interface-endpoint', 'security-group', (endpoint, group) => carry(group, endpoint)),
  rule('interface-endpoint', 'subnet', (endpoint, subnet, design) => {
    const zone = zoneOf(design, subnet.id)
    const same = endpoint.subnets.find((one) => zoneOf(design, one.subnet)?.id === zone?.id)
    if (same?.subnet === subnet.id) return `${endpoint.name} has an interface in ${subnet.name} already`
    if (same) return `${endpoint.name} has an interface in ${zone?.name} already: AWS takes one subnet for each zone`
    const subnets = [...endpoint.subnets, { subnet: subnet.id, privateIp: null }]
    return {
      edit: { kind: 'change', of: 'interface-endpoint', id: endpoint.id, fields: { subnets } },
      sentence: `${endpoint.name} gets an address from ${subnet.cidr}`,
    }
  }),
  rule('client', 'subnet', (client, subnet, design) => {
    if (client.interfaces.some((one) => one.subnet === subnet.id))
      return `${client.name} has an interface in ${subnet.name} already`
    if (client.runtime === 'ecs') return 'An ECS task has one network interface only'
    if (client.runtime === 'ec2' && zoneOf(design, client.id)?.id !== zoneOf(design, subnet.id)?.id)
      return `${subnet.name} is in another zone: all interfaces of an EC2 instance are in one`
    const interfaces = [
      ...client.interfaces,
      { subnet: subnet.id, securityGroups: [], privateIp: null, ipv6: null, publicIp: 'none' },
    ]
    return {
      edit: { kind: 'change', of: 'client', id: client.id, fields: { interfaces } },
      sentence: `${client.name} gets a further interface, with an address from ${subnet.cidr}`,
    }
  }),
  rule('gateway-endpoint', 'route-table', putRoute),
  rule('gateway-endpoint', 'subnet', (endpoint, subnet, design) => {
    const table = constructOfKind(
      design,
      subnet.routeTable ?? vpcOf(design, subnet.id)?.mainRouteTable ?? '',
      'route-table',
    )
    return table
      ? putRoute(endpoint, table)
      : `${subnet.name} uses a route table that is not drawn: add one to its VPC first`
  }),
  rule('gateway-endpoint', 'aws-service', leadTo),
  rule('gateway-endpoint', 's3-bucket', leadTo),
  rule('gateway-endpoint', 'dynamodb-table', leadTo),
  rule('interface-endpoint', 'aws-service', leadTo),
  rule('interface-endpoint', 's3-bucket', leadTo),
  rule('interface-endpoint', 'dynamodb-table', leadTo),
  rule('vpc', 'route-table', (vpc, table) => use(vpc, 'mainRouteTable', table, 'main route table')),
  rule('vpc', 'security-group', (vpc, group) => use(vpc, 'defaultSecurityGroup', group, 'default security group')),
  rule('vpc', 'network-acl', (vpc, acl) => use(vpc, 'defaultNetworkAcl', acl, 'default network ACL')),
  rule('security-group', 'security-group', (from, to) => {
    if (to.ingress.some(({ peer }) => 'securityGroup' in peer && peer.securityGroup === from.id))
      return `${to.name} lets in ${from.name} already`
    const entry = {
      protocol: 'tcp',
      ports: { from: 443, to: 443 },
      icmp: null,
      peer: { securityGroup: from.id },
      description: '',
    } as const
    return {
      edit: { kind: 'change', of: 'security-group', id: to.id, fields: { ingress: [...to.ingress, entry] } },
      sentence: `${to.name} lets in TCP 443 from what carries ${from.name}`,
    }
  }),
  ...(
    [
      'client',
      'aws-service',
      's3-bucket',
      'dynamodb-table',
      'internet-host',
      'interface-endpoint',
      'gateway-endpoint',
    ] as const
  ).map((to) => rule('client', to, () => ASK)),
]

/** What drawing a line between two constructs comes to; where one direction means nothing, the other is taken. */
export function planConnection(design: Design, from: ConstructId, to: ConstructId): Plan {
  const [a, b] = [constructAt(design, from), constructAt(design, to)]
  if (!a || !b) return refusal('One end of the line is not there any more')
  const forwards = rules.find((one) => one.from === a.kind && one.to === b.kind)
  const backwards = rules.find((one) => one.from === b.kind && one.to === a.kind)
  const found = forwards ?? backwards
  if (!found || a === b)
    return refusal(`A line between ${definitions[a.kind].noun} and ${definitions[b.kind].noun} means nothing in AWS`)
  const [first, second] = forwards ? [a, b] : [b, a]
  const apart = apartProblem(design, first, second)
  const link = apart ?? found.link(first, second, design)
  if (typeof link === 'string') return refusal(link)
  return {
    ok: true,
    edits: [link.edit],
    id: (link.edit as { id: ConstructId }).id,
    sentence: link.sentence,
    parent: parentOf(design, first.id),
  }
}

/** What lies in VPCs can be connected within one only. */
function apartProblem(design: Design, a: Construct, b: Construct): string | null {
  const [here, there] = [vpcOf(design, a.id), vpcOf(design, b.id)]
  if (!here || !there || here.id === there.id) return null
  return `${nounOf(a)} of ${here.name} cannot be connected to ${definitions[b.kind].noun} of ${there.name}`
}
