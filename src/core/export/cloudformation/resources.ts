import { LAMBDA_CODE } from '../aws/lambdaCode.ts'
import { type SettingsOf, settingsOf } from '../aws/settings.ts'
import { idOf, type Settings } from '../aws/value.ts'
import type { Part, PartName, PartOf } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import { access } from './access.ts'
import { stackNamed } from './intrinsics.ts'
import { lattice } from './lattice.ts'
import { capitalised, kept, made, onceAccepted, renamed, tagged, withTags } from './made.ts'
import { peeringRole } from './peeringRole.ts'
import type { Printer, Resource, TreeObject } from './resource.ts'
import { groupRule, securityGroup } from './securityGroup.ts'
import { spellMembers, type Used } from './spellMembers.ts'
import { tagsOf } from './tagsOf.ts'
import { targetGroup } from './targetGroup.ts'

/** No resource makes it: it stands in another one, or no template can. */
const none = () => null

const address = (part: Part, settings: Settings, stack: StackPlan) => withTags(part, stack, 'AWS::EC2::EIP', settings)
const associateAddress = (_: Part, properties: Settings): Resource => ({ type: 'AWS::EC2::EIPAssociation', properties })
const listener = (_: Part, properties: Settings): Resource => ({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties,
})
const balancer = (part: Part, settings: Settings, stack: StackPlan) =>
  withTags(
    part,
    stack,
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    renamed(settings, 'Attributes', 'LoadBalancerAttributes'),
  )
const role = (part: Part, { PolicyArn, ...settings }: SettingsOf<'lambda-role'>, stack: StackPlan) =>
  withTags(part, stack, 'AWS::IAM::Role', { ...settings, ManagedPolicyArns: [PolicyArn] })
const share = (part: Part, settings: Settings, stack: StackPlan) =>
  withTags(part, stack, 'AWS::RAM::ResourceShare', { Name: stackNamed(stack, part.key), ...capitalised(settings) })

/** How CloudFormation spells each part. */
const RESOURCES: { readonly [N in PartName]: Printer<N> } = {
  'dhcp-options': tagged('AWS::EC2::DHCPOptions', ({ DhcpConfigurations }) => ({
    DomainNameServers: DhcpConfigurations[0]!.Values,
  })),
  vpc: tagged('AWS::EC2::VPC'),
  'vpc-cidr': made('AWS::EC2::VPCCidrBlock'),
  'vpc-ipv6': made('AWS::EC2::VPCCidrBlock'),
  'dhcp-association': made('AWS::EC2::VPCDHCPOptionsAssociation'),
  'default-group': none, // an attribute of the VPC
  subnet: tagged('AWS::EC2::Subnet'),
  'subnet-share': share,
  // Also for subnets that take the main table or default ACL: CloudFormation can change neither, so both are own resources
  'subnet-route-table': made('AWS::EC2::SubnetRouteTableAssociation'),
  'subnet-network-acl': made('AWS::EC2::SubnetNetworkAclAssociation'),
  'internet-gateway': tagged('AWS::EC2::InternetGateway'),
  'gateway-attachment': made('AWS::EC2::VPCGatewayAttachment'),
  'egress-only-gateway': tagged('AWS::EC2::EgressOnlyInternetGateway'),
  'nat-address': address,
  'nat-gateway': tagged('AWS::EC2::NatGateway'),
  'regional-nat-address': address,
  'regional-nat-gateway': tagged('AWS::EC2::NatGateway'),
  'elastic-address': address,
  'elastic-association': associateAddress,
  'route-table': (part, settings, stack) =>
    part.ofNat === null ? tagged<'route-table'>('AWS::EC2::RouteTable')(part, settings, stack) : null,
  // A resource only makes routes; the local one is there already
  route: (part, settings, stack) =>
    part.replacesLocal ? null : made<'route'>('AWS::EC2::Route')(part, settings, stack),
  'edge-association': made('AWS::EC2::GatewayRouteTableAssociation'),
  'route-propagation': made('AWS::EC2::VPNGatewayRoutePropagation', ({ RouteTableId, GatewayId }) => ({
    RouteTableIds: [RouteTableId],
    VpnGatewayId: GatewayId,
  })),
  'security-group': securityGroup,
  'group-share': share,
  'group-clearing': none, // rules written in the template replace AWS's own
  'group-rule': groupRule,
  'network-acl': tagged('AWS::EC2::NetworkAcl'),
  'acl-entry': made('AWS::EC2::NetworkAclEntry', (settings, part) =>
    renamed({ ...settings, Protocol: part.traffic.protocol }, 'IcmpTypeCode', 'Icmp'),
  ),
  'prefix-list': tagged('AWS::EC2::PrefixList', (settings) => ({
    ...settings,
    Entries: settings.Entries?.map(({ Cidr, Description }) => ({ Cidr, Description: Description || undefined })),
  })),
  'block-exclusion': tagged('AWS::EC2::VPCBlockPublicAccessExclusion'),
  'block-public-access': made('AWS::EC2::VPCBlockPublicAccessOptions'),
  'firewall-rule-group': tagged('AWS::NetworkFirewall::RuleGroup', (settings, part, stack) => ({
    RuleGroupName: stackNamed(stack, part.key),
    ...settings,
  })),
  'firewall-endpoint': none, // AWS makes it with the firewall
  'firewall-policy': tagged('AWS::NetworkFirewall::FirewallPolicy', (settings, part, stack) => ({
    FirewallPolicyName: stackNamed(stack, part.key),
    ...settings,
  })),
  'network-firewall': tagged('AWS::NetworkFirewall::Firewall', (settings, part, stack) => ({
    FirewallName: stackNamed(stack, part.key),
    ...settings,
  })),
  'network-balancer-address': address,
  'network-balancer': balancer,
  'network-listener': listener,
  'application-balancer': balancer,
  'application-listener': listener,
  'listener-rule': made('AWS::ElasticLoadBalancingV2::ListenerRule'),
  'gateway-balancer': balancer,
  'gateway-listener': listener,
  'target-group': targetGroup,
  'target-registration': none, // stands in the group
  'gateway-endpoint': tagged('AWS::EC2::VPCEndpoint'),
  // The addresses cannot be chosen
  'interface-endpoint': tagged('AWS::EC2::VPCEndpoint', ({ SubnetConfigurations: _, ...settings }) => ({
    ...settings,
    DnsOptions: settings.DnsOptions && {
      ...settings.DnsOptions,
      PrivateDnsOnlyForInboundResolverEndpoint: resolversAsked(
        settings.DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint,
      ),
    },
  })),
  'endpoint-policy': none, // no resource but the endpoint has it
  'balancer-endpoint': tagged('AWS::EC2::VPCEndpoint'),
  'resource-endpoint': tagged('AWS::EC2::VPCEndpoint'),
  ...lattice,
  'configuration-share': share,
  'network-share': share,
  'service-network-endpoint': tagged('AWS::EC2::VPCEndpoint'),
  'endpoint-service': tagged('AWS::EC2::VPCEndpointService'),
  'service-permissions': made('AWS::EC2::VPCEndpointServicePermissions', (settings) =>
    renamed(settings, 'AddAllowedPrincipals', 'AllowedPrincipals'),
  ),
  'service-notification': made('AWS::EC2::VPCEndpointConnectionNotification'),
  'service-name': none, // no property has it
  'connection-acceptance': none, // no resource accepts connections
  'peering-role': peeringRole,
  peering: tagged('AWS::EC2::VPCPeeringConnection', (settings, part) => ({
    ...settings,
    PeerRoleArn: part.role === null ? undefined : idOf(part.role),
  })),
  'peering-acceptance': none, // CloudFormation accepts with the request
  'peering-dns': none, // no resource has these options
  'transit-gateway': tagged('AWS::EC2::TransitGateway', ({ Options }) => Options),
  'transit-share': share,
  'transit-attachment': tagged('AWS::EC2::TransitGatewayAttachment'),
  'transit-peering': tagged('AWS::EC2::TransitGatewayPeeringAttachment', (settings, part) => ({
    ...settings,
    PeerAccountId: part.peerAccount === '' ? { Ref: 'AWS::AccountId' } : settings.PeerAccountId,
  })),
  'transit-peering-acceptance': none, // no resource accepts one
  'transit-table': tagged('AWS::EC2::TransitGatewayRouteTable'),
  'transit-association': onceAccepted(made('AWS::EC2::TransitGatewayRouteTableAssociation')),
  'transit-propagation': made('AWS::EC2::TransitGatewayRouteTablePropagation'),
  'transit-route': onceAccepted(made('AWS::EC2::TransitGatewayRoute')),
  'transit-list-route': none, // no resource refers to a prefix list
  'vpn-gateway': tagged('AWS::EC2::VPNGateway'),
  'vpn-gateway-attachment': made('AWS::EC2::VPCGatewayAttachment'),
  'customer-gateway': tagged('AWS::EC2::CustomerGateway'),
  'vpn-connection': tagged('AWS::EC2::VPNConnection', ({ Options, ...settings }) => ({ ...settings, ...Options })),
  'vpn-route': made('AWS::EC2::VPNConnectionRoute'),
  'vpn-attachment': none, // comes with the connection, which does not tell its id
  'hosted-zone': made('AWS::Route53::HostedZone', (settings, part, stack) => ({
    ...settings,
    HostedZoneTags: tagsOf(part, stack, 'strict'),
  })),
  'zone-vpc': none, // stands in the zone
  'zone-authorization': none, // no resource for either half of an association across accounts
  'zone-association': none,
  'dns-record': made('AWS::Route53::RecordSet', (settings) => ({
    ...settings,
    TTL: settings.TTL === undefined ? undefined : `${settings.TTL}`,
    ResourceRecords: settings.ResourceRecords?.map(({ Value }) => Value),
  })),
  'resolver-endpoint': tagged('AWS::Route53Resolver::ResolverEndpoint'),
  'resolver-rule': tagged('AWS::Route53Resolver::ResolverRule', (settings) => ({
    ...settings,
    TargetIps: settings.TargetIps?.map((target) => ({ ...target, Port: `${target.Port}` })),
  })),
  'rule-share': share,
  'rule-association': made('AWS::Route53Resolver::ResolverRuleAssociation'),
  'filter-list': tagged('AWS::Route53Resolver::FirewallDomainList'),
  'filter-group': tagged('AWS::Route53Resolver::FirewallRuleGroup'),
  'filter-rule': none, // stands in the group
  'filter-share': share,
  'filter-association': tagged('AWS::Route53Resolver::FirewallRuleGroupAssociation'),
  profile: tagged('AWS::Route53Profiles::Profile', (_, part, stack) => ({ Name: stackNamed(stack, part.key) })),
  'profile-share': share,
  'profile-association': tagged('AWS::Route53Profiles::ProfileAssociation', (settings, part, stack) => ({
    Name: associationName(stack, part),
    ...settings,
  })),
  'profile-resource': made('AWS::Route53Profiles::ProfileResourceAssociation', (settings, part, stack) => ({
    Name: associationName(stack, part),
    ...settings,
  })),
  'client-interface': tagged('AWS::EC2::NetworkInterface', (settings) => renamed(settings, 'Groups', 'GroupSet')),
  instance: tagged('AWS::EC2::Instance', (settings) => ({
    ...settings,
    IamInstanceProfile: settings.IamInstanceProfile?.Name,
    NetworkInterfaces: settings.NetworkInterfaces.map((one) =>
      renamed({ ...one, DeviceIndex: `${one.DeviceIndex}` }, 'Groups', 'GroupSet'),
    ),
  })),
  'instance-role': role,
  'instance-profile': made('AWS::IAM::InstanceProfile'),
  'client-address': address,
  'address-association': associateAddress,
  'lambda-role': role,
  'lambda-function': tagged('AWS::Lambda::Function', ({ VpcConfig, ...settings }) => ({
    ...settings,
    Code: { ZipFile: LAMBDA_CODE },
    VpcConfig,
  })),
  'ecs-cluster': tagged('AWS::ECS::Cluster'),
  'ecs-role': role,
  'ecs-task': tagged('AWS::ECS::TaskDefinition', capitalised),
  'ecs-service': tagged('AWS::ECS::Service', capitalised),
  bucket: kept(
    tagged('AWS::S3::Bucket', (settings) => ({
      ...renamed(settings, 'Bucket', 'BucketName'),
      ServerSideEncryptionConfiguration: undefined,
      BucketEncryption: settings.ServerSideEncryptionConfiguration && {
        ServerSideEncryptionConfiguration: settings.ServerSideEncryptionConfiguration.Rules.map(
          ({ ApplyServerSideEncryptionByDefault, ...rule }) => ({
            ...rule,
            ServerSideEncryptionByDefault: ApplyServerSideEncryptionByDefault,
          }),
        ),
      },
    })),
  ),
  'access-point': made('AWS::S3::AccessPoint'),
  // A bucket that stays does so behind its policy
  'bucket-policy': kept(made('AWS::S3::BucketPolicy', (settings) => renamed(settings, 'Policy', 'PolicyDocument'))),
  table: kept(
    tagged('AWS::DynamoDB::Table', ({ ResourcePolicy, ...settings }) => ({
      ...settings,
      ResourcePolicy: ResourcePolicy === undefined ? undefined : { PolicyDocument: ResourcePolicy },
    })),
  ),
  ...access,
  api: tagged('AWS::ApiGateway::RestApi', ({ policy, ...settings }) => ({
    ...capitalised(settings),
    // what stands in a policy has names of its own
    Policy: policy,
  })),
}

/** Associations of Profiles want a name of at most 64 characters, which need not be unique. */
const associationName = (stack: StackPlan, part: Part): string => nameOf(stack, part.key).slice(0, 64)

/** CloudFormation has words where the API says yes or no. */
const resolversAsked = (onlyInbound: boolean | undefined): string | undefined =>
  onlyInbound === undefined ? undefined : onlyInbound ? 'OnlyInboundResolver' : 'AllResolvers'

/** The resource of a part; null where CloudFormation has none. */
export function printPart<N extends PartName>(
  part: PartOf<N>,
  stack: StackPlan,
  used: Used,
): Resource<TreeObject> | null {
  const resource = RESOURCES[part.name](part, settingsOf(part), stack)
  return resource && { ...resource, properties: spellMembers(stack, resource.properties, used) }
}
