import { type Construct, type ConstructKind, type ConstructOf, shortServiceName } from '../../../core/model/index.ts'

type Describer<K extends ConstructKind> = (construct: ConstructOf<K>) => string

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
  'route-table': ({ routes }) => count(routes.length, 'route'),
  'internet-gateway': () => 'Internet gateway',
  'nat-gateway': ({ publicIp }) => joined('NAT gateway', publicIp),
  'gateway-endpoint': ({ service, routeTables }) =>
    joined(shortServiceName(service), count(routeTables.length, 'table')),
  'interface-endpoint': ({ service }) => shortServiceName(service),
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
