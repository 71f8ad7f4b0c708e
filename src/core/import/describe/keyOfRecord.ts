import { asText, type Fields, isFields } from '../fields.ts'

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
  ['RoleDetailList', 'RoleName', 'RolePolicyList'],
  ['UserDetailList', 'UserName', 'GroupList'],
  ['GroupDetailList', 'GroupName', 'GroupPolicyList'],
  ['Roles', 'RoleName', 'AssumeRolePolicyDocument'],
  ['RolePolicies', 'RoleName', 'PolicyName', 'PolicyDocument'],
  ['UserPolicies', 'UserName', 'PolicyName', 'PolicyDocument'],
  ['GroupPolicies', 'GroupName', 'PolicyName', 'PolicyDocument'],
  ['Policies', 'PolicyName', 'DefaultVersionId', 'Arn'],
  ['PolicyVersions', 'PolicyVersion'],
  ['InstanceProfiles', 'InstanceProfileName', 'Roles'],
  ['TaskDefinitions', 'TaskDefinitionArn', 'ContainerDefinitions'],
  ['Tasks', 'TaskArn', 'TaskDefinitionArn', 'Attachments'],
  ['PublicAccessBlocks', 'PublicAccessBlockConfiguration', 'Bucket'],
  ['PublicAccessBlocks', 'PublicAccessBlockConfiguration', 'AccountId'],
  ['BucketEncryptions', 'ServerSideEncryptionConfiguration', 'Bucket'],
  ['OwnershipControls', 'OwnershipControls', 'Bucket'],
  ['BucketLocations', 'LocationConstraint', 'Bucket'],
  ['AccessPointList', 'AccessPointArn', 'NetworkOrigin'],
  ['QueueAttributes', 'QueueArn'],
  ['TopicAttributes', 'TopicArn', 'Owner'],
  ['ResourcePolicies', 'RepositoryName', 'PolicyText'],
  ['ResourcePolicies', 'ARN', 'Name', 'ResourcePolicy'],
  ['Aliases', 'AliasName', 'AliasArn'],
  ['Grants', 'GrantId', 'GranteePrincipal'],
  ['OrganizationPolicies', 'PolicySummary', 'Content'],
  ['Organizations', 'Id', 'MasterAccountId'],
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

/** What an answer holds that is one record under a name of its own, where the record itself does not tell it from one of a list that says less. */
const TOLD_BY_NAME: readonly (readonly [name: string, member: string, key: string])[] = [
  ['Role', 'RoleName', 'RoleDetailList'],
  ['User', 'UserName', 'UserDetailList'],
]
/** The record that is all of an answer, with the key of its list: that of `get-role`, `get-user`. */
export function recordWithin(answer: Fields): { readonly key: string; readonly record: Fields } | null {
  for (const [name, member, key] of TOLD_BY_NAME) {
    const record = answer[name]
    if (isFields(record) && asText(record[member]) !== null) return { key, record }
  }
  return null
}

/** What most calls for the policy of one resource print: its text, and little beside it. */
const isPolicyAnswer = ({ Policy, PolicyName, Statement }: Fields): boolean =>
  typeof Policy === 'string' &&
  /^\s*(?:\{|%7B)/i.test(Policy) &&
  Statement === undefined &&
  (PolicyName === undefined || asText(PolicyName) === 'default')

/** The key of the list that a record is of, by what it has; null where that is not certain. */
export const keyOfRecord = (record: Fields): string | null =>
  latticeKey(record) ??
  busKey(record) ??
  TOLD_BY.find(([, ...members]) => members.every((name) => isThere(record[name])))?.[0] ??
  (isPolicyAnswer(record) ? 'ResourcePolicies' : null)

/** `describe-event-bus`: only its ARN says what it is. */
const busKey = ({ Arn, Name }: Fields): string | undefined =>
  /^arn:[\w-]+:events:[^:]*:[^:]*:event-bus\//.test(asText(Arn) ?? '') && isThere(Name) ? 'EventBuses' : undefined

const latticeKey = ({ Arn }: Fields): string | undefined => TOLD_BY_ARN[LATTICE_ARN.exec(asText(Arn) ?? '')?.[1] ?? '']

const isThere = (value: unknown): boolean => (typeof value === 'object' && value !== null) || asText(value) !== null
