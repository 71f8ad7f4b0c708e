/** Lists that a tool has wrapped per parent, and that AWS prints flat: each item gets the parent's id. */
export const WRAPPED: Readonly<
  Record<string, { readonly parent: string; readonly items: string; readonly as: string }>
> = {
  LoadBalancerListeners: { parent: 'LoadBalancerArn', items: 'Listeners', as: 'Listeners' },
  ListenerRules: { parent: 'ListenerArn', items: 'Rules', as: 'Rules' },
  KeyGrants: { parent: 'KeyId', items: 'Grants', as: 'Grants' },
}

/** The same records under another name. */
export const ALIASES: Readonly<Record<string, string>> = {
  // Without their reservations, as some tools keep them.
  Instances: 'Reservations',
  TransitGatewayRoutes: 'TransitGatewayStaticRoutes',
  TargetHealth: 'LoadBalancerTargetHealth',
  TransitGatewayRouteTableAssociations: 'TransitGatewayAssociations',
  TransitGatewayRouteTablePropagationLists: 'TransitGatewayPropagations',
}

/**
 * Two calls print their lists under one key: `describe-prefix-lists` and `describe-managed-prefix-lists`, told by a member that only the latter has.
 */
export const TOLD_BY_MEMBER: Readonly<Record<string, { readonly member: string; readonly as: string }>> = {
  PrefixLists: { member: 'PrefixListArn', as: 'ManagedPrefixLists' },
}

/**
 * Calls that are made for one parent and do not repeat its id in their answer. It stands beside the list where a tool has put it there; else
 * the file's name may hold it.
 */
export interface PerParent {
  readonly items: string
  readonly parent: string
  readonly inPath: RegExp | null
  readonly as: string
  /** A member that its items have, where the same key is of other calls too. */
  readonly told?: string
}
/** An id in a path, as a word of its own: `corp-ac1` holds none of a profile. */
const idInPath = (prefix: string): RegExp => new RegExp(`(?<![A-Za-z0-9])${prefix}[0-9a-f]+(?![A-Za-z0-9])`)
/** A root, a unit or an account of an organisation. */
const TARGET_IN_PATH = /(?<![A-Za-z0-9])(?:r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})(?![A-Za-z0-9-])/
/** Ids of hosted zones have no prefix; a word in capitals, without a digit, is none. */
const HOSTED_ZONE_IN_PATH = /(?<![A-Za-z0-9])Z(?=[A-Z]*\d)[A-Z0-9]{8,32}(?![A-Za-z0-9])/

export const PER_PARENT: readonly PerParent[] = [
  { items: 'Attributes', parent: 'LoadBalancerArn', inPath: null, as: 'LoadBalancerAttributes' },
  { items: 'Attributes', parent: 'TargetGroupArn', inPath: null, as: 'TargetGroupAttributes' },
  { items: 'TargetHealthDescriptions', parent: 'TargetGroupArn', inPath: null, as: 'LoadBalancerTargetHealth' },
  {
    items: 'TransitGatewayRouteTablePropagations',
    parent: 'TransitGatewayRouteTableId',
    inPath: idInPath('tgw-rtb-'),
    as: 'TransitGatewayPropagations',
  },
  {
    items: 'Associations',
    parent: 'TransitGatewayRouteTableId',
    inPath: idInPath('tgw-rtb-'),
    as: 'TransitGatewayAssociations',
  },
  {
    items: 'Routes',
    parent: 'TransitGatewayRouteTableId',
    inPath: idInPath('tgw-rtb-'),
    as: 'TransitGatewayStaticRoutes',
  },
  { items: 'Entries', parent: 'PrefixListId', inPath: idInPath('pl-'), as: 'ManagedPrefixListEntries' },
  { items: 'ResourceRecordSets', parent: 'HostedZoneId', inPath: HOSTED_ZONE_IN_PATH, as: 'HostedZoneRecords' },
  {
    items: 'IpAddresses',
    parent: 'ResolverEndpointId',
    inPath: idInPath('rslvr-(?:in|out)-'),
    as: 'ResolverEndpointIpAddresses',
  },
  {
    items: 'FirewallRules',
    parent: 'FirewallRuleGroupId',
    inPath: idInPath('rslvr-frg-'),
    as: 'FirewallRuleLists',
  },
  { items: 'Domains', parent: 'FirewallDomainListId', inPath: idInPath('rslvr-fdl-'), as: 'FirewallDomains' },
  { items: 'ProfileResourceAssociations', parent: 'ProfileId', inPath: idInPath('rp-'), as: 'ProfileResources' },
  { items: 'AllowedPrincipals', parent: 'ServiceId', inPath: idInPath('vpce-svc-'), as: 'ServicePermissions' },
  { items: 'Parents', parent: 'ChildId', inPath: TARGET_IN_PATH, as: 'OrganizationParents' },
  { items: 'Policies', parent: 'TargetId', inPath: TARGET_IN_PATH, as: 'TargetPolicies', told: 'Type' },
  { items: 'PolicyNames', parent: 'RoleName', inPath: null, as: 'RolePolicyNames' },
  { items: 'PolicyNames', parent: 'UserName', inPath: null, as: 'UserPolicyNames' },
  { items: 'PolicyNames', parent: 'GroupName', inPath: null, as: 'GroupPolicyNames' },
  { items: 'AttachedPolicies', parent: 'RoleName', inPath: null, as: 'AttachedRolePolicies' },
  { items: 'AttachedPolicies', parent: 'UserName', inPath: null, as: 'AttachedUserPolicies' },
  { items: 'AttachedPolicies', parent: 'GroupName', inPath: null, as: 'AttachedGroupPolicies' },
]

/** Answers that are one record and not a list, told by a member of theirs. */
export const WHOLE_DOCUMENTS: Readonly<Record<string, string>> = {
  EnableDnsSupport: 'VpcAttributes',
  EnableDnsHostnames: 'VpcAttributes',
  HostedZone: 'HostedZoneDetails',
  VpcBlockPublicAccessOptions: 'VpcBlockPublicAccessOptions',
  Firewall: 'FirewallDetails',
  FirewallPolicyResponse: 'FirewallPolicyDetails',
  RuleGroupResponse: 'RuleGroupDetails',
}

/** Members that say nothing about the network, or stand beside a whole document. */
export const SILENT: ReadonlySet<string> = new Set([
  'UpdateToken',
  'FirewallStatus',
  'FirewallPolicy',
  'RuleGroup',
  'Firewalls',
  'FirewallPolicies',
  'RuleGroups',
  'ResponseMetadata',
  'ServiceNames',
  'AdditionalRoutesAvailable',
  'IsTruncated',
  'MaxItems',
  'MaxResults',
  'VPCs',
  'DelegationSet',
  'VpcId',
  'UserId',
  'Account',
  'Arn',
  'LoadBalancerArn',
  'TargetGroupArn',
  'TransitGatewayRouteTableId',
  'PrefixListId',
  'HostedZoneId',
  'ResolverEndpointId',
  'FirewallRuleGroupId',
  'FirewallDomainListId',
  'ProfileId',
  'ServiceId',
  // names alone, whose policies other calls tell
  'TableNames',
  'QueueUrls',
  'Topics',
  'Keys',
  'SecretList',
  'Repositories',
  'ClusterArns',
  'TaskArns',
  'TaskDefinitionArns',
  'Accounts',
])

/** Members that are there when a list goes on in another answer. */
export const MORE_TO_COME: ReadonlySet<string> = new Set([
  'NextToken',
  'NextMarker',
  'NextPageMarker',
  'Marker',
  'nextToken',
])
