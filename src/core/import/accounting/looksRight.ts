/** What the ids of a kind begin with, by the member that holds them. Source: EC2 user guide, resource ids; Route 53 API reference. */
const PREFIXES: Readonly<Record<string, string>> = {
  NetworkInterfaceId: 'eni-',
  NetworkInterfaceIds: 'eni-',
  SubnetId: 'subnet-',
  SubnetIds: 'subnet-',
  SubnetIdentifier: 'subnet-',
  VpcId: 'vpc-',
  VPCId: 'vpc-',
  HostVPCId: 'vpc-',
  GroupId: 'sg-',
  SecurityGroupIds: 'sg-',
  VpcSecurityGroupId: 'sg-',
  RouteTableId: 'rtb-',
  RouteTableIds: 'rtb-',
  NetworkAclId: 'acl-',
  InternetGatewayId: 'igw-',
  EgressOnlyInternetGatewayId: 'eigw-',
  NatGatewayId: 'nat-',
  VpcPeeringConnectionId: 'pcx-',
  VpcEndpointId: 'vpce-',
  TransitGatewayId: 'tgw-',
  TransitGatewayAttachmentId: 'tgw-attach-',
  TransitGatewayRouteTableId: 'tgw-rtb-',
  VpnGatewayId: 'vgw-',
  VpnConnectionId: 'vpn-',
  CustomerGatewayId: 'cgw-',
  DestinationPrefixListId: 'pl-',
  PrefixListId: 'pl-',
  AllocationId: 'eipalloc-',
  InstanceId: 'i-',
  ResolverEndpointId: 'rslvr-',
  ResolverRuleId: 'rslvr-',
  FirewallRuleGroupId: 'rslvr-frg-',
}

/** How values are written, by the end of the member's name. */
const PATTERNS: readonly (readonly [member: RegExp, value: RegExp])[] = [
  [/(?:Arn|ARN|Arns)$/, /^arn:/],
  [/^(?:OwnerId|AwsAccountId)$/, /^(?:\d{12}|AWS|amazon\S*|aws\S*)$/],
  [
    /^(?:Ipv6)?(?:DestinationIpv6)?(?:Destination)?Cidr(?:Block|Ip|Ipv6|s)?$|^Ipv6CidrBlock$|^DestinationIpv6CidrBlock$/,
    /^[\da-f.:]+\/\d{1,3}$/i,
  ],
  [
    /^(?:PrivateIp|PublicIp|PrivateIpAddress|PublicIpAddress|Ipv6Address|IpAddress|PrivateIPv4Address)$/,
    /^[\da-f.:]+$/i,
  ],
  [/^(?:DNSName|DnsName)$/, /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i],
  [/^ServiceName$/, /\./],
]

/** What the ids under a member begin with; null where it holds none of one kind. */
export const idPrefixOf = (member: string): string | null =>
  Object.hasOwn(PREFIXES, member) ? PREFIXES[member]! : null

/** Whether a text is written as AWS writes what stands under that member; what is not known to have a form of its own is. */
export function looksRight(path: string, value: unknown): boolean {
  const text = String(value).trim()
  const member = path.slice(path.lastIndexOf('.') + 1)
  const prefix = idPrefixOf(member)
  if (prefix !== null) return text.startsWith(prefix)
  return PATTERNS.every(([name, form]) => !name.test(member) || form.test(text))
}
