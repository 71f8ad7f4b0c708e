import { type Construct, type ConstructKind, type ConstructOf, shortServiceName } from '../../../core/model/index.ts'

type Describer<K extends ConstructKind> = (construct: ConstructOf<K>) => string

const RUNTIMES = {
  ec2: 'EC2 instance',
  lambda: 'Lambda function',
  ecs: 'ECS task',
  database: 'Database',
  other: 'Interface',
} as const
/** A state that is not the usual one: `pendingAcceptance` -> `pending acceptance`. */
const unusual = (state: string): string | null =>
  state === 'available' || state === 'active'
    ? null
    : state
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replaceAll('-', ' ')
        .toLowerCase()
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`
const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The second line of each kind: what one wants to know without opening it. */
const describers: { readonly [K in ConstructKind]: Describer<K> } = {
  account: ({ accountId }) => accountId,
  region: ({ code, name }) => (code === name ? '' : code),
  vpc: ({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs].join(', '),
  'availability-zone': ({ zoneName, name }) => (zoneName === name ? '' : zoneName),
  subnet: ({ cidr, ipv6Cidr }) => [cidr, ipv6Cidr].filter(Boolean).join(', '),
  'route-table': ({ routes }) => count(routes.length, 'route'),
  'internet-gateway': () => 'Internet gateway',
  'nat-gateway': ({ publicIp, connectivity }) =>
    joined(connectivity === 'private' ? 'Private NAT gateway' : 'NAT gateway', publicIp),
  'gateway-endpoint': ({ service, routeTables, state }) =>
    joined(shortServiceName(service), unusual(state) ?? count(routeTables.length, 'table')),
  'interface-endpoint': ({ service, endpointService, state }) =>
    joined(endpointService === null ? shortServiceName(service) : 'Endpoint service', unusual(state)),
  'gateway-load-balancer-endpoint': ({ privateIp, state }) =>
    unusual(state) ?? privateIp ?? 'Gateway Load Balancer endpoint',
  'endpoint-service': ({ privateDnsName, loadBalancers, state }) =>
    unusual(state) ?? privateDnsName ?? count(loadBalancers.length, 'load balancer'),
  'network-load-balancer': ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  'application-load-balancer': ({ scheme, listeners }) => joined(scheme, count(listeners.length, 'listener')),
  'gateway-load-balancer': ({ subnets }) => count(subnets.length, 'node'),
  'target-group': ({ protocol, port, targets }) => joined(`${protocol} ${port}`, count(targets.length, 'target')),
  'egress-only-internet-gateway': () => 'Egress-only gateway',
  'regional-nat-gateway': ({ zones }) => (zones.length > 0 ? count(zones.length, 'zone') : 'Regional NAT gateway'),
  'elastic-ip': ({ publicIp, holder }) => joined(publicIp ?? 'Elastic IP address', holder === null && 'unused'),
  'peering-connection': ({ state }) => unusual(state) ?? 'Peering connection',
  'transit-gateway': ({ asn }) => (asn === null ? '' : `ASN ${asn}`),
  'transit-gateway-attachment': ({ state, subnets }) => unusual(state) ?? count(subnets.length, 'subnet'),
  'transit-gateway-peering': ({ state }) => unusual(state) ?? 'Peering',
  'transit-gateway-route-table': ({ associations, propagations, routes }) =>
    `${associations.length} use it · ${routes.length + propagations.length} routes`,
  'virtual-private-gateway': () => 'Virtual private gateway',
  'customer-gateway': ({ ipAddress }) => ipAddress,
  'vpn-connection': ({ state, tunnelsUp, routing }) =>
    unusual(state) ?? (tunnelsUp ? `VPN · ${routing === 'bgp' ? 'BGP' : 'static'}` : 'tunnels down'),
  'direct-connect': ({ state }) => unusual(state) ?? 'Direct Connect',
  'on-premises-network': ({ cidrs }) => cidrs.join(', '),
  'on-premises-host': ({ privateIp }) => privateIp,
  'hosted-zone': ({ domain, name, visibility }) => joined(visibility, domain !== name && domain),
  'resolver-endpoint': ({ direction, addresses }) => joined(direction, count(addresses.length, 'address', 'addresses')),
  'resolver-rule': ({ domain, ruleType }) => joined(ruleType, domain),
  'block-public-access': ({ mode }) => mode.replace('-', ' '),
  'network-firewall': () => 'Network Firewall',
  'resource-endpoint': () => 'Resource endpoint',
  'service-network': () => 'Service network',
  'service-network-endpoint': () => 'Service network endpoint',
  client: ({ runtime, interfaces }) => interfaces[0]?.privateIp ?? RUNTIMES[runtime],
  'security-group': ({ ingress, egress }) => `${ingress.length} in · ${egress.length} out`,
  'network-acl': ({ ingress, egress }) => `${ingress.length} in · ${egress.length} out`,
  'prefix-list': ({ entries }) => count(entries.length, 'entry', 'entries'),
  'aws-service': ({ service, name }) =>
    shortServiceName(service) === name ? 'AWS service' : shortServiceName(service),
  's3-bucket': ({ bucketName, name }) => (bucketName === name ? 'S3 bucket' : bucketName),
  'dynamodb-table': ({ tableName, name }) => (tableName === name ? 'DynamoDB table' : tableName),
  'internet-host': ({ hostNames, addresses }) => hostNames[0] ?? addresses[0] ?? 'Internet host',
}

/** What is written under (or, on containers, beside) the name. */
export function detailOf<K extends ConstructKind>(construct: ConstructOf<K> & Construct): string {
  const describer = describers[construct.kind as K] as Describer<K>
  return describer(construct)
}
