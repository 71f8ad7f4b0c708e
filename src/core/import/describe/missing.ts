import { asRecords, asText } from './fields.ts'
import type { Importing } from './importing.ts'
import { type Entry, type Whence, whenceKey } from './readFiles.ts'
import type { MissingCommand } from './report.ts'

type RecordsOf = (key: string) => readonly Entry[]

interface Wanted {
  /** Key that the command's answer has; the command is named where no file has it. */
  readonly key: string
  readonly command: string
  readonly why: string
  /** Whether it is needed, going by the records of the same account and Region; absent = always. */
  readonly needed?: (recordsOf: RecordsOf) => boolean
  /** Asked once for an account, not in each Region. */
  readonly global?: true
}

const any =
  (...keys: readonly string[]) =>
  (recordsOf: RecordsOf) =>
    keys.some((key) => recordsOf(key).length > 0)
const routesTo = (member: string, start: string) => (recordsOf: RecordsOf) =>
  recordsOf('RouteTables').some(({ value }) =>
    asRecords(value.Routes).some((route) => asText(route[member])?.startsWith(start) ?? false),
  )
const interfacesOf = (type: RegExp) => (recordsOf: RecordsOf) =>
  recordsOf('NetworkInterfaces').some(({ value }) => type.test(asText(value.Description) ?? ''))

const ec2 = (name: string) => `aws ec2 ${name}`
const WANTED: readonly Wanted[] = [
  { key: 'Vpcs', command: ec2('describe-vpcs'), why: 'the VPCs and their blocks' },
  { key: 'Subnets', command: ec2('describe-subnets'), why: 'the subnets and their zones' },
  { key: 'RouteTables', command: ec2('describe-route-tables'), why: 'where packets go: without it no way can be told' },
  { key: 'SecurityGroups', command: ec2('describe-security-groups'), why: 'what the interfaces let in and out' },
  { key: 'NetworkAcls', command: ec2('describe-network-acls'), why: 'what the subnets let in and out' },
  {
    key: 'NetworkInterfaces',
    command: ec2('describe-network-interfaces'),
    why: 'the addresses of endpoints, load balancers and other services',
  },
  { key: 'Reservations', command: ec2('describe-instances'), why: 'the instances' },
  {
    key: 'AvailabilityZones',
    command: ec2('describe-availability-zones'),
    why: 'which zone a name means in this account',
  },
  {
    key: 'DhcpOptions',
    command: ec2('describe-dhcp-options'),
    why: 'which DNS servers the clients ask; AmazonProvidedDNS is taken for granted',
  },
  { key: 'Addresses', command: ec2('describe-addresses'), why: 'Elastic IP addresses' },
  { key: 'VpcEndpoints', command: ec2('describe-vpc-endpoints'), why: 'endpoints of every kind' },
  {
    key: 'VpcBlockPublicAccessOptions',
    command: ec2('describe-vpc-block-public-access-options'),
    why: 'whether internet gateways are blocked for the whole account; it is taken that they are not',
  },
  {
    key: 'InternetGateways',
    command: ec2('describe-internet-gateways'),
    why: 'the internet gateways that routes lead to',
    needed: routesTo('GatewayId', 'igw-'),
  },
  {
    key: 'EgressOnlyInternetGateways',
    command: ec2('describe-egress-only-internet-gateways'),
    why: 'the egress-only gateways that routes lead to',
    needed: routesTo('EgressOnlyInternetGatewayId', 'eigw-'),
  },
  {
    key: 'NatGateways',
    command: ec2('describe-nat-gateways'),
    why: 'the NAT gateways that routes lead to',
    needed: routesTo('NatGatewayId', 'nat-'),
  },
  {
    key: 'VpcPeeringConnections',
    command: ec2('describe-vpc-peering-connections'),
    why: 'the peering connections that routes lead to',
    needed: routesTo('VpcPeeringConnectionId', 'pcx-'),
  },
  {
    key: 'TransitGateways',
    command: ec2('describe-transit-gateways'),
    why: 'the transit gateways that routes lead to',
    needed: routesTo('TransitGatewayId', 'tgw-'),
  },
  {
    key: 'TransitGatewayVpcAttachments',
    command: ec2('describe-transit-gateway-vpc-attachments'),
    why: 'the subnets and options of attachments',
    needed: any('TransitGateways'),
  },
  {
    key: 'TransitGatewayAttachments',
    command: ec2('describe-transit-gateway-attachments'),
    why: 'which table each attachment asks',
    needed: any('TransitGateways'),
  },
  {
    key: 'TransitGatewayRouteTables',
    command: ec2('describe-transit-gateway-route-tables'),
    why: 'the transit gateways’ tables',
    needed: any('TransitGateways'),
  },
  {
    key: 'VpnGateways',
    command: ec2('describe-vpn-gateways'),
    why: 'the virtual private gateways that routes lead to',
    needed: routesTo('GatewayId', 'vgw-'),
  },
  {
    key: 'VpnConnections',
    command: ec2('describe-vpn-connections'),
    why: 'what lies behind virtual private gateways',
    needed: any('VpnGateways', 'CustomerGateways'),
  },
  {
    key: 'PrefixLists',
    command: ec2('describe-prefix-lists'),
    why: 'the blocks of AWS’s lists; the published ones are taken',
    needed: any('VpcEndpoints'),
  },
  {
    key: 'Listeners',
    command: 'aws elbv2 describe-listeners --load-balancer-arn ARN',
    why: 'the ports of the load balancers',
    needed: any('LoadBalancers'),
  },
  {
    key: 'TargetGroups',
    command: 'aws elbv2 describe-target-groups',
    why: 'where load balancers send to',
    needed: any('LoadBalancers'),
  },
  {
    key: 'LoadBalancers',
    command: 'aws elbv2 describe-load-balancers',
    why: 'the load balancers',
    needed: interfacesOf(/^ELB (?:net|app|gwy)\//),
  },
  {
    key: 'HostedZones',
    command: 'aws route53 list-hosted-zones',
    why: 'names of private hosted zones',
    global: true,
  },
  {
    key: 'ResolverRules',
    command: 'aws route53resolver list-resolver-rules',
    why: 'names that are resolved elsewhere',
  },
]

/** Commands for one parent each, where the files do not have the answer for it. */
interface PerParent {
  readonly of: string
  readonly member: string
  readonly in: string
  readonly inMember: string
  readonly isWanted?: (importing: Importing, id: string) => boolean
  command(id: string): readonly string[]
  readonly why: string
}
const isDrawn = (importing: Importing, id: string): boolean => importing.constructs.has(id)
const PER_PARENT: readonly PerParent[] = [
  {
    of: 'Vpcs',
    member: 'VpcId',
    in: 'VpcAttributes',
    inMember: 'VpcId',
    isWanted: isDrawn,
    command: (id) =>
      ['enableDnsSupport', 'enableDnsHostnames'].map(
        (name) => `${ec2('describe-vpc-attribute')} --vpc-id ${id} --attribute ${name}`,
      ),
    why: 'whether the VPC answers names; without it no name can be told',
  },
  {
    of: 'TransitGatewayRouteTables',
    member: 'TransitGatewayRouteTableId',
    in: 'TransitGatewayStaticRoutes',
    inMember: 'TransitGatewayRouteTableId',
    command: (id) => [
      `${ec2('search-transit-gateway-routes')} --transit-gateway-route-table-id ${id} --filters Name=state,Values=active,blackhole`,
    ],
    why: 'the routes of the table; without them the transit gateway is left out',
  },
  {
    of: 'TransitGatewayRouteTables',
    member: 'TransitGatewayRouteTableId',
    in: 'TransitGatewayPropagations',
    inMember: 'TransitGatewayRouteTableId',
    command: (id) => [`${ec2('get-transit-gateway-route-table-propagations')} --transit-gateway-route-table-id ${id}`],
    why: 'whose blocks the table has; without them the transit gateway is left out',
  },
  {
    of: 'ManagedPrefixLists',
    member: 'PrefixListId',
    in: 'ManagedPrefixListEntries',
    inMember: 'PrefixListId',
    isWanted: (importing, id) => asText(importing.find('ManagedPrefixLists', id)?.value.OwnerId) !== 'AWS',
    command: (id) => [`${ec2('get-managed-prefix-list-entries')} --prefix-list-id ${id}`],
    why: 'the blocks of the list',
  },
  {
    of: 'TargetGroups',
    member: 'TargetGroupArn',
    in: 'LoadBalancerTargetHealth',
    inMember: 'TargetGroupArn',
    command: (arn) => [`aws elbv2 describe-target-health --target-group-arn ${arn}`],
    why: 'the targets of the group and their health',
  },
  {
    of: 'TargetGroups',
    member: 'TargetGroupArn',
    in: 'TargetGroupAttributes',
    inMember: 'TargetGroupArn',
    command: (arn) => [`aws elbv2 describe-target-group-attributes --target-group-arn ${arn}`],
    why: 'which address the targets see',
  },
  {
    of: 'HostedZones',
    member: 'Id',
    in: 'HostedZoneRecords',
    inMember: 'HostedZoneId',
    command: (id) => [
      `aws route53 list-resource-record-sets --hosted-zone-id ${id}`,
      `aws route53 get-hosted-zone --id ${id}`,
    ],
    why: 'the records of the zone and the VPCs that it answers in',
  },
  {
    of: 'ServiceConfigurations',
    member: 'ServiceId',
    in: 'ServicePermissions',
    inMember: 'ServiceId',
    command: (id) => [`${ec2('describe-vpc-endpoint-service-permissions')} --service-id ${id}`],
    why: 'who may make endpoints for the service',
  },
]

/** What is asked for in every Region that was gathered. */
const CORE_KEYS = ['Vpcs', 'Subnets', 'RouteTables', 'SecurityGroups', 'NetworkInterfaces', 'Reservations']

/** The commands whose answers the files lack, for each account and Region that they tell of. */
export function missingCommands(importing: Importing): readonly MissingCommand[] {
  const places = new Map(CORE_KEYS.flatMap((key) => importing.askedIn(key)).map((from) => [whenceKey(from), from]))
  if (places.size === 0)
    return [{ command: 'collect.sh', why: 'nothing of a network was found; the script collect.sh gathers a folder' }]
  const found = [...places.values()].flatMap((from) => [...missingIn(importing, from)])
  found.push(...missingPerParent(importing))
  return [...new Map(found.map((one) => [`${one.command} ${one.why}`, one])).values()]
}

function* missingIn(importing: Importing, from: Whence): Generator<MissingCommand> {
  const recordsOf: RecordsOf = (key) => importing.raw(key).filter((entry) => whenceKey(entry) === whenceKey(from))
  for (const { key, command, why, needed, global } of WANTED) {
    const wasAsked = global
      ? importing.askedIn(key).some(({ account }) => account === from.account)
      : importing.wasAsked(key, from)
    if (wasAsked || (needed && !needed(recordsOf))) continue
    const where = from.region === null || global ? '' : ` --region ${from.region}`
    yield { command: `${command}${where}`, why: from.account === null ? why : `${why} (account ${from.account})` }
  }
}

function* missingPerParent(importing: Importing): Generator<MissingCommand> {
  for (const one of PER_PARENT)
    for (const { value, region } of importing.records(one.of)) {
      const id = asText(value[one.member])
      if (id === null || importing.where(one.in, one.inMember, id).length > 0) continue
      if (one.isWanted && !one.isWanted(importing, id)) continue
      const where = region === null || id.startsWith('/hostedzone') ? '' : ` --region ${region}`
      for (const command of one.command(id.replace('/hostedzone/', '')))
        yield { command: `${command}${where}`, why: one.why }
    }
}
