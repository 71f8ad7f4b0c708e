import { rightServiceName } from '../../../aws/serviceForms.ts'
import { constructOfKind, listOfKind, regionOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import { shortServiceName } from '../../kinds/detailParts.ts'
import type { Construct, ConstructOf } from '../../kinds/registry.ts'
import { ownerIn } from '../ownerIn.ts'
import { blockText, type Fillers, subnetUnder } from './filling.ts'

const SERVICES = [
  'kinesis-streams',
  'sqs',
  'sns',
  'secretsmanager',
  'kms',
  'ssm',
  'ec2',
  'logs',
  'sts',
  'lambda',
  'events',
  'athena',
]

/** What endpoints lead to, and the endpoints themselves. */
export const endpoints: Fillers<
  'gateway-endpoint' | 'interface-endpoint' | 'aws-service' | 's3-bucket' | 'dynamodb-table' | 'api-gateway-api'
> = {
  'gateway-endpoint': ({ design, container, target }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const table = tableUnder(design, vpc, target)
    const region = regionOf(design, vpc.id)?.code ?? 'us-east-1'
    const standing = listOfKind(design, 'gateway-endpoint').filter((one) => one.vpc === vpc.id)
    const service =
      ['s3', 'dynamodb']
        .map((name) => `com.amazonaws.${region}.${name}`)
        .find((name) => !standing.some((one) => one.service === name)) ?? `com.amazonaws.${region}.s3`
    const clashes = standing.some(
      (one) => one.service === service && table !== null && one.routeTables.includes(table.id),
    )
    return {
      construct: { ...blank, service, routeTables: table && !clashes ? [table.id] : [] },
      sentence: `Gateway endpoint for ${shortServiceName(service)}${table && !clashes ? ` puts its route into ${table.name}` : ` joins ${vpc.name} without a route table yet`}`,
    }
  },
  'interface-endpoint': ({ design, container, target }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const region = regionOf(design, vpc.id)
    const standing = new Set(
      listOfKind(design, 'interface-endpoint')
        .filter((one) => one.vpc === vpc.id)
        .map((one) => one.service),
    )
    const drawn = listOfKind(design, 'aws-service')
      .filter((one) => one.region === region?.id)
      .map((one) => one.service)
    const usual = [...drawn, ...SERVICES.map((name) => `com.amazonaws.${region?.code ?? 'us-east-1'}.${name}`)].map(
      (name) => rightServiceName(name, 'interface'),
    )
    const service = usual.find((name) => !standing.has(name)) ?? usual[drawn.length]!
    const subnet = subnetUnder(design, target)
    return {
      construct: { ...blank, service, subnets: subnet ? [{ subnet: subnet.id, privateIp: null, ipv6: null }] : [] },
      sentence: `Interface endpoint for ${shortServiceName(service)} ${subnet ? `gets an address from ${blockText(subnet)}` : `joins ${vpc.name} without a subnet yet`}`,
    }
  },
  'aws-service': ({ design, container }, blank) => {
    const code = regionOf(design, container?.id ?? '')?.code ?? 'us-east-1'
    const drawn = new Set(listOfKind(design, 'aws-service').map((one) => one.service))
    const used = listOfKind(design, 'interface-endpoint')
      .map((one) => one.service)
      .filter((name) => name.includes(`.${code}.`))
    const usual = SERVICES.map((name) => `com.amazonaws.${code}.${name}`)
    const service = [...used, ...usual].find((name) => !drawn.has(name)) ?? usual[0]!
    return {
      construct: { ...blank, service, name: shortServiceName(service) },
      sentence: `Adds the service ${shortServiceName(service)} to ${container?.name}`,
    }
  },
  's3-bucket': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds an S3 bucket to ${container?.name}`,
      also: owner.edits,
    }
  },
  'api-gateway-api': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds an API to ${container?.name}`,
      also: owner.edits,
    }
  },
  'dynamodb-table': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds a DynamoDB table to ${container?.name}`,
      also: owner.edits,
    }
  },
}

/** The drawn route table under the pointer: the one dropped on, that of the subnet dropped on, else the main one. */
function tableUnder(
  design: Design,
  vpc: ConstructOf<'vpc'>,
  target: Construct | null,
): ConstructOf<'route-table'> | null {
  if (target?.kind === 'route-table') return target
  const own = subnetUnder(design, target)?.routeTable
  const id = own ?? vpc.mainRouteTable
  return id === null ? null : constructOfKind(design, id, 'route-table')
}
