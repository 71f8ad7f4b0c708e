import type { ConstructKind } from '../../model/kinds/registry.ts'
import { asFields, asRecords, type Fields, peekText, tagOf } from '../fields.ts'
import type { Entry } from '../records.ts'

/** Records of a key that are from one account and Region. */
type RecordsOf = (key: string) => readonly Entry[]

/** A call of the AWS CLI whose answer is wanted. */
export interface Call {
  /** Key that the answer has. */
  readonly key: string
  /** The calls that say it; `ID` stands for that of the parent. */
  readonly commands: readonly string[]
  readonly why: string
  /** Asked once for an account, not in each Region. */
  readonly global?: true
  /** Whether it is needed, going by the records of the same account and Region; absent = always. */
  readonly needed?: (recordsOf: RecordsOf) => boolean
  /** It is made for each record of another key. */
  readonly each?: Parent
}

/** Those that a call is made for, one by one. */
export interface Parent {
  readonly of: string
  /** Member that holds the id of the record. */
  readonly id: string
  /** Member of the answer that repeats the id, where it has another name there. */
  readonly repeated?: string
  /** The kind that they are drawn as where only other records name them. */
  readonly drawnAs?: ConstructKind
  /** Which of them; absent = all. */
  readonly which?: (record: Fields, isDrawn: boolean) => boolean
}

const any =
  (...keys: readonly string[]) =>
  (recordsOf: RecordsOf) =>
    keys.some((key) => recordsOf(key).length > 0)
const routesTo = (member: string, start: string) => (recordsOf: RecordsOf) =>
  recordsOf('RouteTables').some(({ value }) =>
    asRecords(value.Routes).some((route) => peekText(route[member])?.startsWith(start) ?? false),
  )
const attachmentsOf =
  (...types: readonly string[]) =>
  (recordsOf: RecordsOf) =>
    recordsOf('TransitGatewayAttachments').some(({ value }) => types.includes(peekText(value.ResourceType) ?? ''))
const hasPropagated = (recordsOf: RecordsOf) =>
  recordsOf('RouteTables').some(({ value }) =>
    asRecords(value.Routes).some(({ Origin }) => peekText(Origin) === 'EnableVgwRoutePropagation'),
  )
const either =
  (...conditions: readonly ((recordsOf: RecordsOf) => boolean)[]) =>
  (recordsOf: RecordsOf) =>
    conditions.some((condition) => condition(recordsOf))
const interfacesLike = (type: RegExp) => (recordsOf: RecordsOf) =>
  recordsOf('NetworkInterfaces').some(({ value }) => type.test(peekText(value.Description) ?? ''))

const TRANSIT_TABLES: Parent = {
  of: 'TransitGatewayRouteTables',
  id: 'TransitGatewayRouteTableId',
  drawnAs: 'transit-gateway-route-table',
}
/** One that no load balancer uses decides nothing. */
const TARGET_GROUPS: Parent = {
  of: 'TargetGroups',
  id: 'TargetGroupArn',
  which: ({ LoadBalancerArns }) => !Array.isArray(LoadBalancerArns) || LoadBalancerArns.length > 0,
}

/** Endpoints and associations of VPC Lattice, and what they lead to. */
const hasLattice = (recordsOf: RecordsOf) =>
  recordsOf('VpcEndpoints').some(({ value }) =>
    /^(Resource|ServiceNetwork)$/i.test(peekText(value.VpcEndpointType) ?? ''),
  ) || any('ResourceGateways', 'ResourceConfigurations', 'ServiceNetworks')(recordsOf)

/** Every call whose answer the report misses where it is not there, in the order in which they are named. */
export const CALLS: readonly Call[] = [
  { key: 'Vpcs', commands: ['aws ec2 describe-vpcs'], why: 'the VPCs and their blocks' },
  { key: 'Subnets', commands: ['aws ec2 describe-subnets'], why: 'the subnets and their zones' },
  {
    key: 'RouteTables',
    commands: ['aws ec2 describe-route-tables'],
    why: 'where packets go: without it no way can be told',
  },
  { key: 'SecurityGroups', commands: ['aws ec2 describe-security-groups'], why: 'what the interfaces let in and out' },
  { key: 'NetworkAcls', commands: ['aws ec2 describe-network-acls'], why: 'what the subnets let in and out' },
  {
    key: 'NetworkInterfaces',
    commands: ['aws ec2 describe-network-interfaces'],
    why: 'the addresses of endpoints, load balancers and other services',
  },
  { key: 'Reservations', commands: ['aws ec2 describe-instances'], why: 'the instances' },
  {
    key: 'AvailabilityZones',
    commands: ['aws ec2 describe-availability-zones'],
    why: 'which zone a name means in this account',
  },
  {
    key: 'DhcpOptions',
    commands: ['aws ec2 describe-dhcp-options'],
    why: 'which DNS servers the clients ask; without it no name can be told',
  },
  { key: 'Addresses', commands: ['aws ec2 describe-addresses'], why: 'Elastic IP addresses' },
  { key: 'VpcEndpoints', commands: ['aws ec2 describe-vpc-endpoints'], why: 'endpoints of every kind' },
  {
    key: 'ResourceConfigurations',
    commands: [
      'aws vpc-lattice list-resource-configurations',
      'aws vpc-lattice get-resource-configuration --resource-configuration-identifier rcfg-…',
    ],
    why: 'the resources that endpoints of VPC Lattice lead to',
    needed: hasLattice,
  },
  {
    key: 'ResourceGateways',
    commands: ['aws vpc-lattice list-resource-gateways'],
    why: 'by which interfaces requests for resources come into their VPC',
    needed: hasLattice,
  },
  {
    key: 'ServiceNetworks',
    commands: ['aws vpc-lattice list-service-networks'],
    why: 'the service networks that endpoints and VPCs use',
    needed: hasLattice,
  },
  {
    key: 'ServiceNetworkResourceAssociations',
    commands: ['aws vpc-lattice list-service-network-resource-associations --service-network-identifier sn-…'],
    why: 'the resources of the service networks',
    needed: any('ServiceNetworks'),
  },
  {
    key: 'ServiceNetworkVpcAssociations',
    commands: [
      'aws vpc-lattice list-service-network-vpc-associations --service-network-identifier sn-…',
      'aws vpc-lattice get-service-network-vpc-association --service-network-vpc-association-identifier snva-…',
    ],
    why: 'the VPCs of the service networks',
    needed: any('ServiceNetworks'),
  },
  {
    key: 'VpcBlockPublicAccessOptions',
    commands: ['aws ec2 describe-vpc-block-public-access-options'],
    why: 'whether internet gateways are blocked for the whole account; it is taken that they are not',
  },
  {
    key: 'FirewallDetails',
    commands: ['aws network-firewall list-firewalls', 'aws network-firewall describe-firewall --firewall-name NAME'],
    why: 'the firewalls that routes lead to, and their endpoints',
    needed: (recordsOf) => {
      const known = new Set(recordsOf('VpcEndpoints').map(({ value }) => peekText(value.VpcEndpointId)))
      return (
        recordsOf('VpcEndpoints').some(({ value }) => tagOf(value, 'AWSNetworkFirewallManaged') === 'true') ||
        recordsOf('RouteTables').some(({ value }) =>
          asRecords(value.Routes).some(({ GatewayId, DestinationPrefixListId }) => {
            const endpoint = peekText(GatewayId)
            return endpoint?.startsWith('vpce-') && peekText(DestinationPrefixListId) === null && !known.has(endpoint)
          }),
        )
      )
    },
  },
  {
    key: 'FirewallPolicyDetails',
    commands: ['aws network-firewall describe-firewall-policy --firewall-policy-arn ARN'],
    why: 'what firewalls let through: without it they are taken to let everything pass',
    needed: any('FirewallDetails'),
  },
  {
    key: 'RuleGroupDetails',
    commands: ['aws network-firewall describe-rule-group --rule-group-arn ARN'],
    why: 'the rules of firewalls: without them it cannot be told what passes',
    needed: (recordsOf) =>
      recordsOf('FirewallPolicyDetails').some(({ value }) => {
        const policy = asFields(value.FirewallPolicy)
        const named = [policy.StatelessRuleGroupReferences, policy.StatefulRuleGroupReferences].flatMap(asRecords)
        return named.some((one) => !(peekText(one.ResourceArn) ?? '').includes(':aws-managed:'))
      }),
  },
  {
    key: 'InternetGateways',
    commands: ['aws ec2 describe-internet-gateways'],
    why: 'the internet gateways that routes lead to',
    needed: routesTo('GatewayId', 'igw-'),
  },
  {
    key: 'EgressOnlyInternetGateways',
    commands: ['aws ec2 describe-egress-only-internet-gateways'],
    why: 'the egress-only gateways that routes lead to',
    needed: routesTo('EgressOnlyInternetGatewayId', 'eigw-'),
  },
  {
    key: 'NatGateways',
    commands: ['aws ec2 describe-nat-gateways'],
    why: 'the NAT gateways that routes lead to',
    needed: routesTo('NatGatewayId', 'nat-'),
  },
  {
    key: 'VpcPeeringConnections',
    commands: ['aws ec2 describe-vpc-peering-connections'],
    why: 'the peering connections that routes lead to',
    needed: routesTo('VpcPeeringConnectionId', 'pcx-'),
  },
  {
    key: 'TransitGateways',
    commands: ['aws ec2 describe-transit-gateways'],
    why: 'the transit gateways that routes lead to',
    needed: either(
      routesTo('TransitGatewayId', 'tgw-'),
      any('TransitGatewayAttachments', 'TransitGatewayVpcAttachments'),
    ),
  },
  {
    key: 'TransitGatewayVpcAttachments',
    commands: ['aws ec2 describe-transit-gateway-vpc-attachments'],
    why: 'the subnets and options of attachments',
    needed: any('TransitGateways', 'TransitGatewayAttachments'),
  },
  {
    key: 'TransitGatewayAttachments',
    commands: ['aws ec2 describe-transit-gateway-attachments'],
    why: 'which table each attachment asks',
    needed: either(any('TransitGateways', 'TransitGatewayVpcAttachments'), routesTo('TransitGatewayId', 'tgw-')),
  },
  {
    key: 'TransitGatewayRouteTables',
    commands: ['aws ec2 describe-transit-gateway-route-tables'],
    why: 'the transit gateways’ tables',
    needed: any('TransitGateways', 'TransitGatewayAttachments'),
  },
  {
    key: 'VpnGateways',
    commands: ['aws ec2 describe-vpn-gateways'],
    why: 'the virtual private gateways that routes lead to',
    needed: routesTo('GatewayId', 'vgw-'),
  },
  {
    key: 'VpnConnections',
    commands: ['aws ec2 describe-vpn-connections'],
    why: 'what lies behind virtual private gateways',
    needed: either(any('VpnGateways', 'CustomerGateways'), attachmentsOf('vpn', 'connect')),
  },
  {
    key: 'CustomerGateways',
    commands: ['aws ec2 describe-customer-gateways'],
    why: 'the devices at the far ends of VPN connections',
    needed: any('VpnConnections'),
  },
  {
    key: 'VirtualInterfaces',
    commands: ['aws directconnect describe-virtual-interfaces'],
    why: 'the Direct Connect links to the gateways',
    needed: either(hasPropagated, attachmentsOf('direct-connect-gateway')),
  },
  {
    key: 'PrefixLists',
    commands: ['aws ec2 describe-prefix-lists'],
    why: 'the blocks of AWS’s lists; the published ones are taken',
    needed: any('VpcEndpoints'),
  },
  {
    key: 'Listeners',
    commands: ['aws elbv2 describe-listeners --load-balancer-arn ARN'],
    why: 'the ports of the load balancers',
    needed: any('LoadBalancers'),
  },
  {
    key: 'TargetGroups',
    commands: ['aws elbv2 describe-target-groups'],
    why: 'where load balancers send to',
    needed: any('LoadBalancers'),
  },
  {
    key: 'LoadBalancers',
    commands: ['aws elbv2 describe-load-balancers'],
    why: 'the load balancers',
    needed: interfacesLike(/^ELB (?:net|app|gwy)\//),
  },
  {
    key: 'LoadBalancerDescriptions',
    commands: ['aws elb describe-load-balancers'],
    why: 'the listeners and instances of the Classic Load Balancers',
    needed: interfacesLike(/^ELB (?!(?:net|app|gwy)\/)/),
  },
  {
    key: 'Functions',
    commands: ['aws lambda list-functions'],
    why: 'the functions that share the interfaces of Lambda',
    needed: interfacesLike(/^AWS Lambda VPC ENI/),
  },
  {
    key: 'DBInstances',
    commands: ['aws rds describe-db-instances'],
    why: 'the names and ports of the databases',
    needed: interfacesLike(/^RDSNetworkInterface/),
  },
  {
    key: 'CacheClusters',
    commands: ['aws elasticache describe-cache-clusters --show-cache-node-info'],
    why: 'the names and ports of the caches',
    needed: interfacesLike(/^ElastiCache/),
  },
  {
    key: 'ResolverEndpoints',
    commands: ['aws route53resolver list-resolver-endpoints'],
    why: 'the endpoints of VPC Resolver',
    needed: either(interfacesLike(/rslvr-(?:in|out)-/), any('ResolverRules')),
  },
  {
    key: 'HostedZones',
    commands: ['aws route53 list-hosted-zones'],
    why: 'names of private hosted zones',
    global: true,
  },
  {
    key: 'ResolverRules',
    commands: ['aws route53resolver list-resolver-rules'],
    why: 'names that are resolved elsewhere',
  },
  {
    key: 'ResolverRuleAssociations',
    commands: ['aws route53resolver list-resolver-rule-associations'],
    why: 'the VPCs that the rules apply in',
    needed: any('ResolverRules'),
  },
  {
    key: 'FirewallRuleGroupAssociations',
    commands: ['aws route53resolver list-firewall-rule-group-associations'],
    why: 'the VPCs whose names DNS Firewall filters; it is taken that there are none',
    needed: any('FirewallRuleGroups', 'FirewallRuleLists', 'FirewallDomainLists', 'FirewallDomains'),
  },
  {
    key: 'FirewallRuleGroups',
    commands: ['aws route53resolver list-firewall-rule-groups'],
    why: 'the rule groups of DNS Firewall',
    needed: any('FirewallRuleGroupAssociations'),
  },
  {
    key: 'FirewallDomainLists',
    commands: ['aws route53resolver list-firewall-domain-lists'],
    why: 'the lists that DNS Firewall rules ask',
    needed: any('FirewallRuleGroupAssociations', 'FirewallRuleGroups'),
  },
  {
    key: 'ProfileAssociations',
    commands: ['aws route53profiles list-profile-associations'],
    why: 'the VPCs that have a Route 53 Profile; it is taken that there are none',
    needed: any('ProfileSummaries', 'ProfileResources'),
  },
  {
    key: 'ProfileSummaries',
    commands: ['aws route53profiles list-profiles'],
    why: 'the Route 53 Profiles',
    needed: any('ProfileAssociations'),
  },
  {
    key: 'VpcAttributes',
    each: { of: 'Vpcs', id: 'VpcId', which: (_, isDrawn) => isDrawn },
    commands: [
      'aws ec2 describe-vpc-attribute --vpc-id ID --attribute enableDnsSupport',
      'aws ec2 describe-vpc-attribute --vpc-id ID --attribute enableDnsHostnames',
    ],
    why: 'whether the VPC answers names; without it no name can be told',
  },
  {
    key: 'TransitGatewayStaticRoutes',
    each: TRANSIT_TABLES,
    commands: [
      'aws ec2 search-transit-gateway-routes --transit-gateway-route-table-id ID --filters Name=state,Values=active,blackhole',
    ],
    why: 'the routes of the table; without them the transit gateway is left out',
  },
  {
    key: 'TransitGatewayPropagations',
    each: TRANSIT_TABLES,
    commands: ['aws ec2 get-transit-gateway-route-table-propagations --transit-gateway-route-table-id ID'],
    why: 'whose blocks the table has; without them the transit gateway is left out',
  },
  {
    key: 'ManagedPrefixListEntries',
    each: { of: 'ManagedPrefixLists', id: 'PrefixListId', which: ({ OwnerId }) => peekText(OwnerId) !== 'AWS' },
    commands: ['aws ec2 get-managed-prefix-list-entries --prefix-list-id ID'],
    why: 'the blocks of the list',
  },
  {
    key: 'LoadBalancerTargetHealth',
    each: TARGET_GROUPS,
    commands: ['aws elbv2 describe-target-health --target-group-arn ID'],
    why: 'the targets of the group and their health',
  },
  {
    key: 'TargetGroupAttributes',
    each: TARGET_GROUPS,
    commands: ['aws elbv2 describe-target-group-attributes --target-group-arn ID'],
    why: 'which address the targets see',
  },
  {
    key: 'HostedZoneRecords',
    each: { of: 'HostedZones', id: 'Id', repeated: 'HostedZoneId' },
    commands: ['aws route53 list-resource-record-sets --hosted-zone-id ID', 'aws route53 get-hosted-zone --id ID'],
    why: 'the records of the zone and the VPCs that it answers in',
    global: true,
  },
  {
    key: 'FirewallRuleLists',
    each: {
      of: 'FirewallRuleGroups',
      id: 'Id',
      repeated: 'FirewallRuleGroupId',
      drawnAs: 'dns-firewall-rule-group',
    },
    commands: ['aws route53resolver list-firewall-rules --firewall-rule-group-id ID'],
    why: 'the rules of the group; without them it is assumed that they block nothing',
  },
  {
    key: 'FirewallDomains',
    each: {
      of: 'FirewallDomainLists',
      id: 'Id',
      repeated: 'FirewallDomainListId',
      which: ({ ManagedOwnerName }) => peekText(ManagedOwnerName) === null,
    },
    commands: ['aws route53resolver list-firewall-domains --firewall-domain-list-id ID'],
    why: 'the domains of the list; without them it is assumed that it holds no name that is asked',
  },
  {
    key: 'ProfileResources',
    each: { of: 'ProfileSummaries', id: 'Id', repeated: 'ProfileId', drawnAs: 'route-53-profile' },
    commands: ['aws route53profiles list-profile-resource-associations --profile-id ID'],
    why: 'the zones, rules, endpoints and filters that the Profile shares',
  },
  {
    key: 'ServicePermissions',
    each: { of: 'ServiceConfigurations', id: 'ServiceId' },
    commands: ['aws ec2 describe-vpc-endpoint-service-permissions --service-id ID'],
    why: 'who may make endpoints for the service',
  },
]
