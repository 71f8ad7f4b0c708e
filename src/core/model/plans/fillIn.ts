import { definitions } from '../constructs/definitions.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../constructs/registry.ts'
import { constructOfKind, listOfKind, regionOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { newId } from '../newId.ts'
import { arrivalProblem } from './lieIn.ts'
import {
  nextAccountId,
  nextHostAddress,
  nextRegionCode,
  nextSubnetBlock,
  nextVpcBlock,
  nextZoneName,
  subnetBlocksOf,
} from './nextFree.ts'
import { ownerIn } from './ownerIn.ts'
import { shortServiceName } from './plan.ts'

/** Where and as what something new is to stand. `target` is what it was dropped on, at or inside the container. */
export interface Opening {
  readonly design: Design
  readonly container: Construct | null
  readonly target: Construct | null
  readonly id: ConstructId
  readonly name: string
}
/** The new construct with what AWS or a careful person would fill in, what comes with it, and the sentence; or why it cannot be. */
export type Filled =
  | { readonly construct: Construct; readonly sentence: string; readonly also?: readonly Edit[] }
  | { readonly refusal: string }
type Filler<K extends ConstructKind> = (opening: Opening, blank: ConstructOf<K>) => Filled

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

const fillers: { readonly [K in ConstructKind]: Filler<K> } = {
  account: ({ design }, blank) => {
    const accountId = nextAccountId(design)
    return { construct: { ...blank, accountId }, sentence: `Adds account ${accountId}` }
  },
  region: ({ design }, blank) => {
    const code = nextRegionCode(design)
    return { construct: { ...blank, code, name: code }, sentence: `Adds Region ${code}` }
  },
  'internet-host': ({ design }, blank) => {
    const address = nextHostAddress(design)
    return { construct: { ...blank, addresses: [address] }, sentence: `Adds an internet host at ${address}` }
  },
  vpc: ({ design, container }, blank) => {
    const cidr = nextVpcBlock(design)
    const main = newId(design, 'route-table')
    const owner = ownerIn(design)
    const table = definitions['route-table'].create(main, `${blank.name} main table`, blank.id)
    return {
      construct: { ...blank, cidrs: [cidr], account: owner.id, mainRouteTable: main },
      sentence: `VPC gets ${cidr} in ${container?.name ?? 'its Region'}, with a main route table`,
      also: [...owner.edits, { kind: 'add', construct: table }],
    }
  },
  'availability-zone': ({ design, container }, blank) => {
    const vpc = container as ConstructOf<'vpc'>
    const zoneName = nextZoneName(design, vpc)
    if (!zoneName) return { refusal: `${vpc.name} has all zones of its Region already` }
    return { construct: { ...blank, zoneName, name: zoneName }, sentence: `Adds zone ${zoneName} to ${vpc.name}` }
  },
  subnet: ({ design, container }, blank) => {
    const zone = container as ConstructOf<'availability-zone'>
    const vpc = constructOfKind(design, zone.vpc, 'vpc')
    if (!vpc) return { refusal: `${zone.name} lies in no VPC` }
    const cidr = nextSubnetBlock(vpc, subnetBlocksOf(design, vpc.id))
    if (!cidr) return { refusal: `${vpc.name} has no free block left for a subnet: give it another IPv4 block first` }
    return { construct: { ...blank, cidr }, sentence: `Subnet gets ${cidr} in ${zone.zoneName}` }
  },
  'route-table': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a route table to ${container?.name}; subnets use it once they are associated`,
  }),
  'internet-gateway': ({ design, container }, blank) => {
    const problem = container && arrivalProblem(design, blank, container)
    return problem
      ? { refusal: problem }
      : { construct: blank, sentence: `Attaches an internet gateway to ${container?.name}` }
  },
  'nat-gateway': ({ container }, blank) => ({
    construct: blank,
    sentence: `NAT gateway gets an address from ${blockText(container)}`,
  }),
  'security-group': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a security group to ${container?.name}`,
  }),
  'network-acl': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a network ACL to ${container?.name}; subnets use it once they are associated`,
  }),
  'prefix-list': ({ container }, blank) => ({ construct: blank, sentence: `Adds a prefix list to ${container?.name}` }),
  client: ({ container }, blank) => {
    const subnet = container as ConstructOf<'subnet'>
    const publicIp = subnet.mapPublicIpOnLaunch ? 'auto' : 'none'
    return {
      construct: { ...blank, interfaces: blank.interfaces.map((one) => ({ ...one, publicIp })) },
      sentence: `Client gets an address from ${subnet.cidr}${publicIp === 'auto' ? ' and a public one' : ''}`,
    }
  },
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
    const usual = SERVICES.map((name) => `com.amazonaws.${region?.code ?? 'us-east-1'}.${name}`)
    const service = [...drawn, ...usual].find((name) => !standing.has(name)) ?? usual[0]!
    const subnet = subnetUnder(design, target)
    return {
      construct: { ...blank, service, subnets: subnet ? [{ subnet: subnet.id, privateIp: null }] : [] },
      sentence: `Interface endpoint for ${shortServiceName(service)} ${subnet ? `gets an address from ${subnet.cidr}` : `joins ${vpc.name} without a subnet yet`}`,
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
  'dynamodb-table': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds a DynamoDB table to ${container?.name}`,
      also: owner.edits,
    }
  },
}

/** Fills in a new construct of that kind. */
export function fillIn<K extends ConstructKind>(kind: K, opening: Opening): Filled {
  const filler: Filler<K> = fillers[kind]
  return filler(opening, definitions[kind].create(opening.id, opening.name, opening.container?.id ?? ''))
}

const blockText = (container: Construct | null): string =>
  container?.kind === 'subnet' ? container.cidr : 'its subnet'

const subnetUnder = (design: Design, target: Construct | null): ConstructOf<'subnet'> | null => {
  if (target?.kind === 'subnet') return target
  return target?.kind === 'client' ? constructOfKind(design, target.interfaces[0]!.subnet, 'subnet') : null
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
