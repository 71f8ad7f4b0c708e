import { serviceOf } from '../../connections.ts'
import { constructAt, listOfKind, regionOf, zoneOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import { constructKinds, definitions } from '../../kinds/definitions.ts'
import { shortServiceName } from '../../kinds/detailParts.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { blockText } from '../fillIn/filling.ts'
import { changing, type Link, type Rule, rule, rules, withSubnet } from './linking.ts'
import { tableOf } from './routing.ts'

/** What names its subnets and leaves the addresses to AWS. */
const IN_ZONES = constructKinds.filter(
  (kind): kind is Extract<Construct, { readonly subnets: readonly string[] }>['kind'] =>
    definitions[kind].references.some(({ path }) => path === 'subnets[]'),
)

/** Lines of endpoints, endpoint services, load balancers and targets, and of what has interfaces in subnets. */
export const serving: readonly Rule[] = [
  rule('interface-endpoint', 'subnet', (endpoint, subnet, design) => {
    const rows = endpoint.subnets.map((one) => one.subnet)
    const row = { subnet: subnet.id, privateIp: null, ipv6: null }
    return (
      withSubnet(design, endpoint, rows, subnet) ??
      changing(
        endpoint,
        { subnets: [...endpoint.subnets, row] },
        `${endpoint.name} gets an address from ${blockText(subnet)}`,
      )
    )
  }),
  ...rules(['network-load-balancer', 'application-load-balancer'], ['subnet'], (balancer, subnet, design) => {
    const rows = balancer.subnets.map((one) => one.subnet)
    const row = { subnet: subnet.id, privateIp: null, publicIp: 'auto' }
    return (
      withSubnet(design, balancer, rows, subnet) ??
      changing(balancer, { subnets: [...balancer.subnets, row] }, `${balancer.name} gets a node in ${subnet.name}`)
    )
  }),
  rule('gateway-load-balancer', 'subnet', (balancer, subnet, design) => {
    const rows = balancer.subnets.map((one) => one.subnet)
    const row = { subnet: subnet.id, privateIp: null }
    return (
      withSubnet(design, balancer, rows, subnet) ??
      changing(balancer, { subnets: [...balancer.subnets, row] }, `${balancer.name} gets a node in ${subnet.name}`)
    )
  }),
  ...rules(
    IN_ZONES,
    ['subnet'],
    (holder, subnet, design) =>
      withSubnet(design, holder, holder.subnets, subnet) ??
      changing(
        holder,
        { subnets: [...holder.subnets, subnet.id] },
        `${holder.name} gets an interface in ${subnet.name}`,
      ),
  ),
  rule('resolver-endpoint', 'subnet', (endpoint, subnet) => {
    if (endpoint.addresses.length >= 6) return `${endpoint.name} has six addresses already, the most that AWS takes`
    const addresses = [...endpoint.addresses, { subnet: subnet.id, privateIp: null }]
    return changing(endpoint, { addresses }, `${endpoint.name} gets an address from ${blockText(subnet)}`)
  }),
  rule('client', 'subnet', (client, subnet, design) => {
    if (client.interfaces.some((one) => one.subnet === subnet.id))
      return `${client.name} has an interface in ${subnet.name} already`
    if (client.runtime === 'ecs') return 'An ECS task has one network interface only'
    if (client.runtime === 'ec2' && zoneOf(design, client.id)?.id !== zoneOf(design, subnet.id)?.id)
      return `${subnet.name} is in another zone: all interfaces of an EC2 instance are in one`
    const { interfaceId: _, ...like } = client.interfaces[0]!
    const further = {
      ...like,
      subnet: subnet.id,
      securityGroups: [],
      privateIp: null,
      ipv6: null,
      publicIp: 'none',
      interfaceId: null,
    }
    return changing(
      client,
      { interfaces: [...client.interfaces, further] },
      `${client.name} gets a further interface, with an address from ${blockText(subnet)}`,
    )
  }),
  rule('gateway-endpoint', 'route-table', putRoute),
  rule('gateway-endpoint', 'subnet', (endpoint, subnet, design) => {
    const table = tableOf(design, subnet)
    return table
      ? putRoute(endpoint, table)
      : `${subnet.name} uses a route table that is not drawn: add one to its VPC first`
  }),
  ...rules(['gateway-endpoint', 'interface-endpoint'], ['aws-service', 's3-bucket', 'dynamodb-table'], leadTo),
  ...rules(['interface-endpoint', 'gateway-load-balancer-endpoint'], ['endpoint-service'], leadToService),
  ...rules(['endpoint-service'], ['network-load-balancer', 'gateway-load-balancer'], standOn),
  ...rules(['network-load-balancer', 'application-load-balancer'], ['target-group'], (balancer, group) => {
    const { protocol, port } = group
    const listener = {
      protocol:
        balancer.kind === 'network-load-balancer' ? nlbProtocol(protocol) : protocol === 'HTTP' ? 'HTTP' : 'HTTPS',
      port,
      targetGroup: group.id,
    }
    const standing = balancer.listeners.findIndex((one) => one.protocol === listener.protocol && one.port === port)
    if (balancer.listeners[standing]?.targetGroup === group.id) return `${balancer.name} uses ${group.name} already`
    const listeners: readonly object[] =
      standing < 0
        ? [...balancer.listeners, listener]
        : (balancer.listeners as readonly object[]).with(standing, listener)
    return changing(balancer, { listeners }, `${balancer.name} hands ${listener.protocol} ${port} to ${group.name}`)
  }),
  rule('gateway-load-balancer', 'target-group', (balancer, group) => {
    if (balancer.targetGroup === group.id) return `${balancer.name} uses ${group.name} already`
    return changing(balancer, { targetGroup: group.id }, `${balancer.name} hands packets to ${group.name}`)
  }),
  ...rules(['target-group'], ['client', 'application-load-balancer'], (group, target) => {
    if (group.targets.some((one) => one.target === target.id))
      return `${target.name} is a target of ${group.name} already`
    const entry = { target: target.id, address: null, port: null, health: 'healthy' }
    return changing(
      group,
      {
        targets: [...group.targets, entry],
        ...(group.targets.length === 0 && {
          targetType: target.kind === 'client' ? (group.targetType === 'alb' ? 'instance' : group.targetType) : 'alb',
        }),
      },
      `${group.name} hands connections to ${target.name}`,
    )
  }),
  ...rules(
    ['elastic-ip'],
    ['client', 'nat-gateway', 'regional-nat-gateway', 'network-load-balancer'],
    (address, holder) =>
      address.holder === holder.id
        ? `${address.name} is associated with ${holder.name} already`
        : changing(address, { holder: holder.id, interface: 0 }, `${address.name} answers for ${holder.name}`),
  ),
]

function putRoute(endpoint: ConstructOf<'gateway-endpoint'>, table: ConstructOf<'route-table'>): Link {
  if (endpoint.routeTables.includes(table.id)) return `${endpoint.name} has its route in ${table.name} already`
  const routeTables = [...endpoint.routeTables, table.id]
  return changing(endpoint, { routeTables }, `${endpoint.name} puts its route into ${table.name}`)
}

function leadTo(
  endpoint: ConstructOf<'gateway-endpoint' | 'interface-endpoint'>,
  target: Construct,
  design: Design,
): Link {
  const region = regionOf(design, target.id)
  if (region?.id !== regionOf(design, endpoint.id)?.id)
    return `${target.name} is in another Region: an endpoint leads to a service of its own`
  const service = serviceOf(target, region?.code)!
  const isDrawn = endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null
  if (service === endpoint.service && !isDrawn) return `${endpoint.name} leads to ${shortServiceName(service)} already`
  if (endpoint.kind === 'gateway-endpoint' && !/\.(s3|dynamodb)$/.test(service))
    return 'A gateway endpoint leads to S3 or DynamoDB only'
  return changing(
    endpoint,
    { service, ...(isDrawn && { endpointService: null }) },
    `${endpoint.name} leads to ${shortServiceName(service)}`,
  )
}

function leadToService(
  endpoint: ConstructOf<'interface-endpoint' | 'gateway-load-balancer-endpoint'>,
  service: ConstructOf<'endpoint-service'>,
  design: Design,
): Link {
  if (endpoint.endpointService === service.id) return `${endpoint.name} leads to ${service.name} already`
  const balancers = service.loadBalancers.map((id) => constructAt(design, id)?.kind)
  if (endpoint.kind === 'interface-endpoint' && balancers.includes('gateway-load-balancer'))
    return `${service.name} stands on a Gateway Load Balancer: it takes Gateway Load Balancer endpoints`
  if (endpoint.kind === 'gateway-load-balancer-endpoint' && balancers.includes('network-load-balancer'))
    return `${service.name} stands on a Network Load Balancer: it takes interface endpoints`
  const [here, there] = [regionOf(design, endpoint.id), regionOf(design, service.id)]
  const isFar = here?.id !== there?.id
  if (isFar && (endpoint.kind !== 'interface-endpoint' || !service.supportedRegions.includes(here?.code ?? '')))
    return `${service.name} is in ${there?.name ?? 'another Region'} and takes no endpoints from ${here?.name ?? 'here'}`
  const state = service.acceptanceRequired ? 'pendingAcceptance' : 'available'
  return changing(
    endpoint,
    {
      endpointService: service.id,
      state,
      ...(endpoint.kind === 'interface-endpoint' && {
        serviceRegion: isFar ? (there?.code ?? null) : null,
        privateDns: service.privateDnsName !== null,
      }),
    },
    `${endpoint.name} leads to ${service.name}${service.acceptanceRequired ? ' once it is accepted' : ''}`,
  )
}

function standOn(
  service: ConstructOf<'endpoint-service'>,
  balancer: ConstructOf<'network-load-balancer' | 'gateway-load-balancer'>,
  design: Design,
): Link {
  if (service.loadBalancers.includes(balancer.id)) return `${service.name} stands on ${balancer.name} already`
  if (regionOf(design, service.id)?.id !== regionOf(design, balancer.id)?.id)
    return `${balancer.name} is in another Region than ${service.name}`
  const other = listOfKind(design, 'endpoint-service').find(({ loadBalancers }) => loadBalancers.includes(balancer.id))
  if (other) return `${balancer.name} belongs to ${other.name}: a load balancer takes one endpoint service`
  if (service.loadBalancers.some((id) => constructAt(design, id) && constructAt(design, id)?.kind !== balancer.kind))
    return `${service.name} stands on load balancers of the other kind: never both`
  return changing(
    service,
    { loadBalancers: [...service.loadBalancers, balancer.id] },
    `${service.name} stands on ${balancer.name}`,
  )
}

const nlbProtocol = (protocol: ConstructOf<'target-group'>['protocol']) =>
  protocol === 'UDP' || protocol === 'TLS' || protocol === 'TCP_UDP' ? protocol : 'TCP'
