import {
  type Construct,
  type ConstructKind,
  type ConstructOf,
  type Design,
  shortServiceName,
  vpcOf,
} from '../../../core/model/index.ts'

type Describer<K extends ConstructKind> = (construct: ConstructOf<K>, design: Design) => string

const RUNTIMES = { ec2: 'EC2 instance', lambda: 'Lambda function', ecs: 'ECS task' } as const
const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`
const joined = (...parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The second line of each kind: what one wants to know without opening it. */
const describers: { readonly [K in ConstructKind]: Describer<K> } = {
  account: ({ accountId }) => accountId,
  region: ({ code, name }) => (code === name ? '' : code),
  vpc: ({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs].join(', '),
  'availability-zone': ({ zoneName, name }) => (zoneName === name ? '' : zoneName),
  subnet: ({ cidr, ipv6Cidr }) => [cidr, ipv6Cidr].filter(Boolean).join(', '),
  'route-table': ({ id, routes }, design) =>
    joined(vpcOf(design, id)?.mainRouteTable === id && 'main', count(routes.length, 'route')),
  'internet-gateway': () => 'Internet gateway',
  'nat-gateway': ({ publicIp }) => joined('NAT gateway', publicIp),
  'gateway-endpoint': ({ service, routeTables }) =>
    joined(shortServiceName(service), count(routeTables.length, 'table')),
  'interface-endpoint': ({ service, privateDns }) => joined(shortServiceName(service), privateDns && 'private DNS'),
  client: ({ runtime, interfaces }) =>
    joined(RUNTIMES[runtime], interfaces[0]?.privateIp, interfaces[0]?.publicIp !== 'none' && 'public'),
  'security-group': ({ id, ingress, egress }, design) =>
    joined(vpcOf(design, id)?.defaultSecurityGroup === id && 'default', `${ingress.length} in`, `${egress.length} out`),
  'network-acl': ({ id, ingress, egress }, design) =>
    joined(vpcOf(design, id)?.defaultNetworkAcl === id && 'default', `${ingress.length} in`, `${egress.length} out`),
  'prefix-list': ({ entries }) => count(entries.length, 'entry', 'entries'),
  'aws-service': ({ service, name }) =>
    shortServiceName(service) === name ? 'AWS service' : shortServiceName(service),
  's3-bucket': ({ bucketName, name }) => (bucketName === name ? 'S3 bucket' : bucketName),
  'dynamodb-table': ({ tableName, name }) => (tableName === name ? 'DynamoDB table' : tableName),
  'internet-host': ({ hostNames, addresses }) => hostNames[0] ?? addresses[0] ?? 'Internet host',
}

/** What is written under (or, on containers, beside) the name. */
export function detailOf<K extends ConstructKind>(construct: ConstructOf<K> & Construct, design: Design): string {
  const describer = describers[construct.kind as K] as Describer<K>
  return describer(construct, design)
}
