import { asText, type Fields } from '../fields.ts'

/** What tells records that stand without the key of their list: members that all have to be there. The first that fits counts. */
const TOLD_BY: readonly (readonly [key: string, ...members: string[]])[] = [
  ['Reservations', 'ReservationId', 'Instances'],
  ['Instances', 'InstanceId', 'InstanceType'],
  ['NetworkInterfaces', 'NetworkInterfaceId', 'PrivateIpAddresses'],
  ['NetworkInterfaces', 'NetworkInterfaceId', 'InterfaceType'],
  ['RouteTables', 'RouteTableId', 'Routes'],
  ['NetworkAcls', 'NetworkAclId', 'Entries'],
  ['SecurityGroups', 'GroupId', 'IpPermissions'],
  ['Subnets', 'SubnetId', 'CidrBlock'],
  ['NatGateways', 'NatGatewayId', 'NatGatewayAddresses'],
  ['InternetGateways', 'InternetGatewayId', 'Attachments'],
  ['EgressOnlyInternetGateways', 'EgressOnlyInternetGatewayId', 'Attachments'],
  ['VpcPeeringConnections', 'VpcPeeringConnectionId', 'AccepterVpcInfo'],
  ['VpcEndpoints', 'VpcEndpointId', 'VpcEndpointType'],
  ['TransitGatewayPeeringAttachments', 'TransitGatewayAttachmentId', 'RequesterTgwInfo'],
  ['TransitGatewayAttachments', 'TransitGatewayAttachmentId', 'ResourceType', 'TransitGatewayId'],
  ['TransitGatewayVpcAttachments', 'TransitGatewayAttachmentId', 'VpcId'],
  ['TransitGatewayRouteTables', 'TransitGatewayRouteTableId', 'TransitGatewayId'],
  ['TransitGateways', 'TransitGatewayId', 'Options'],
  ['TransitGateways', 'TransitGatewayId', 'TransitGatewayArn'],
  ['DhcpOptions', 'DhcpOptionsId', 'DhcpConfigurations'],
  ['PrefixLists', 'PrefixListId', 'PrefixListName'],
  ['Addresses', 'AllocationId', 'PublicIp'],
  ['VpnConnections', 'VpnConnectionId', 'CustomerGatewayId'],
  ['VpnGateways', 'VpnGatewayId', 'VpcAttachments'],
  ['CustomerGateways', 'CustomerGatewayId', 'BgpAsn'],
  ['Listeners', 'ListenerArn', 'Port'],
  ['Rules', 'RuleArn', 'IsDefault'],
  ['LoadBalancers', 'LoadBalancerArn', 'DNSName'],
  ['LoadBalancerDescriptions', 'LoadBalancerName', 'ListenerDescriptions'],
  ['TargetGroups', 'TargetGroupArn', 'TargetType'],
  ['Functions', 'FunctionName', 'FunctionArn'],
  ['DBInstances', 'DBInstanceIdentifier', 'DBSubnetGroup'],
  ['CacheClusters', 'CacheClusterId', 'CacheNodes'],
  ['DomainStatusList', 'DomainName', 'VPCOptions'],
  ['ServiceConfigurations', 'ServiceId', 'ServiceState'],
  ['VirtualInterfaces', 'VirtualInterfaceId', 'VirtualInterfaceType'],
  ['DirectConnectGatewayAssociations', 'DirectConnectGatewayId', 'AssociationId'],
  ['AvailabilityZones', 'ZoneName', 'ZoneId'],
  ['ResolverEndpoints', 'Id', 'HostVPCId', 'Direction'],
  ['ResolverRules', 'Id', 'RuleType', 'DomainName'],
  ['ResolverRuleAssociations', 'Id', 'ResolverRuleId'],
  ['FirewallRuleGroupAssociations', 'Id', 'FirewallRuleGroupId', 'VpcId'],
  ['ProfileAssociations', 'Id', 'ProfileId', 'ResourceId'],
  ['HostedZones', 'Id', 'Name', 'CallerReference'],
  ['RestApis', 'Id', 'EndpointConfiguration'],
  ['Vpcs', 'VpcId', 'CidrBlock'],
]

/** What VPC Lattice lists as `items` says by its ARN what it is. */
const TOLD_BY_ARN: Readonly<Record<string, string>> = {
  resourcegateway: 'ResourceGateways',
  resourceconfiguration: 'ResourceConfigurations',
  servicenetwork: 'ServiceNetworks',
  servicenetworkresourceassociation: 'ServiceNetworkResourceAssociations',
  servicenetworkvpcassociation: 'ServiceNetworkVpcAssociations',
}
const LATTICE_ARN = /^arn:[\w-]+:vpc-lattice:[^:]*:[^:]*:([a-z]+)\//

/** The key of the list that a record is of, by what it has; null where that is not certain. */
export const keyOfRecord = (record: Fields): string | null =>
  latticeKey(record) ?? TOLD_BY.find(([, ...members]) => members.every((name) => isThere(record[name])))?.[0] ?? null

const latticeKey = ({ Arn }: Fields): string | undefined => TOLD_BY_ARN[LATTICE_ARN.exec(asText(Arn) ?? '')?.[1] ?? '']

const isThere = (value: unknown): boolean => (typeof value === 'object' && value !== null) || asText(value) !== null
