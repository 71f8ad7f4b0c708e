import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import type { Design } from '../../../model/index.ts'
import { isNotImported } from '../../../model/notImported.ts'
import { decide } from '../../../sim/index.ts'
import { compileTopology } from '../../../topology/index.ts'
import { importFiles } from '../../importFiles.ts'

const catalogue = await loadCatalogue()

const NETWORK = `
Parameters: {P: {Type: String}, Ids: {Type: "List<AWS::EC2::Subnet::Id>"}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
  A: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: us-east-1a}}
  Open: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: all, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: -1, CidrIp: 0.0.0.0/0}]}}
  HostA: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A, SecurityGroupIds: [!Ref Open]}}
  HostB: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref B, SecurityGroupIds: [!Ref Open]}}
`

function opened(more: string): { readonly design: Design; readonly notes: readonly string[] } {
  const bytes = new TextEncoder().encode(NETWORK + more)
  const imported = importFiles([{ path: 't.yaml', bytes }], { catalogue })
  if (!imported.ok) throw new Error(String(imported.refusal))
  return { design: imported.design, notes: imported.report!.notes.map(({ message }) => message) }
}
const verdict = (design: Design, from: string, to: string, port = 443) =>
  decide(compileTopology(design, catalogue), { from, to, protocol: 'tcp', port }).kind

test.each([
  [
    'the block of a rule',
    '  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref P}]}}',
  ],
  [
    'the port of a rule',
    '  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: !Ref P, ToPort: !Ref P, CidrIp: 10.0.0.0/16}]}}',
  ],
  [
    'the group of a rule',
    '  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref P}]}}',
  ],
  [
    'a rule of its own',
    '  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc}}\n  R: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: !Ref G, IpProtocol: -1, CidrIp: !ImportValue x}}',
  ],
])('%s that is not known leaves open what the group lets in', (_, group) => {
  const { design } = opened(
    `${group}\n  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref B, SecurityGroupIds: [!Ref G]}}\n`,
  )
  expect(verdict(design, 'HostA', 'Host')).toBe('cannot-tell')
  expect(verdict(design, 'HostA', 'HostB')).toBe('succeeds')
})

test('a group that is not known is one of which nothing is', () => {
  const { design } = opened(
    '  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref B, SecurityGroupIds: [!Ref P]}}\n',
  )
  expect(verdict(design, 'HostA', 'Host')).toBe('cannot-tell')
})

test('a group that is not known may be one that a rule names', () => {
  const { design } = opened(`
  Only: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: o, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Named}]}}
  Named: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: n, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: -1, CidrIp: 0.0.0.0/0}]}}
  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref B, SecurityGroupIds: [!Ref Only]}}
  From: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A, SecurityGroupIds: [!Ref P, !Ref Open]}}
  ById: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A, SecurityGroupIds: [sg-0123456789abcdef0, !Ref Open]}}
`)
  expect(verdict(design, 'From', 'Host')).toBe('cannot-tell')
  expect(verdict(design, 'From', 'Host', 80)).toBe('fails')
  expect(verdict(design, 'ById', 'Host')).toBe('fails')
  expect(verdict(design, 'HostA', 'Host')).toBe('fails')
})

test.each([
  [
    'a launch template that is in none of the files',
    'LaunchTemplate: {LaunchTemplateId: lt-0123456789abcdef0, Version: "1"}',
  ],
  ['a launch template that is not known', 'LaunchTemplate: !ImportValue x'],
  ['a launch template whose data are not known', 'LaunchTemplate: {LaunchTemplateId: !Ref Lt, Version: "1"}'],
])('%s leaves open the groups of what is made of it', (_, said) => {
  const { design } = opened(`
  Lt: {Type: AWS::EC2::LaunchTemplate, Properties: {LaunchTemplateData: !ImportValue x}}
  Default: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref A}}
  Host: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref B, ${said}}}
  Asg: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {VPCZoneIdentifier: [!Ref B], MinSize: "1", MaxSize: "1", ${said}}}
  Other: {Type: AWS::AutoScaling::AutoScalingGroup, Properties: {VPCZoneIdentifier: [!Ref B], MinSize: "1", MaxSize: "1", LaunchConfigurationName: gone}}
  Nodes: {Type: AWS::EKS::Nodegroup, Properties: {ClusterName: x, NodeRole: r, Subnets: [!Ref B], ${said.replace('LaunchTemplateId', 'Id')}}}
`)
  for (const id of ['Host', 'Asg', 'Other', 'Nodes'])
    expect([id, verdict(design, 'Default', id)]).toEqual([id, 'cannot-tell'])
})

test.each(['!ImportValue x', '[!ImportValue x]', '[{Type: !ImportValue x, TargetGroupArn: !Ref Targets}]'])(
  'actions of a listener, %s, that are not known leave open where it leads',
  (actions) => {
    const { design } = opened(`
  Nlb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref A]}}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Protocol: TCP, Port: 443, Targets: [{Id: !Ref HostB}]}}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Nlb, Protocol: TCP, Port: 443, DefaultActions: ${actions}}}
`)
    expect(verdict(design, 'HostA', 'Nlb')).toBe('cannot-tell')
  },
)

test('whether a service lets an account in decides about its endpoint', () => {
  const kind = (principal: string) =>
    opened(`
  Nlb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref A]}}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Protocol: TCP, Port: 443, Targets: [{Id: !Ref HostB}]}}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Nlb, Protocol: TCP, Port: 443, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]}}
  Svc: {Type: AWS::EC2::VPCEndpointService, Properties: {AcceptanceRequired: false, NetworkLoadBalancerArns: [!Ref Nlb]}}
  Allows: {Type: AWS::EC2::VPCEndpointServicePermissions, Properties: {ServiceId: !Ref Svc, AllowedPrincipals: [${principal}]}}
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.9.0.0/16}}
  N: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.9.1.0/24, AvailabilityZone: us-east-1a}}
  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref V, SecurityGroupIngress: [{IpProtocol: -1, CidrIp: 0.0.0.0/0}]}}
  Ep: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref V, VpcEndpointType: Interface, ServiceName: !Sub "com.amazonaws.vpce.us-east-1.\${Svc}", SubnetIds: [!Ref N], SecurityGroupIds: [!Ref G]}}
  HostN: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref N}}
Metadata: {Hopwise: {Account: "111122223333", resourceAccounts: {V: "444455556666", N: "444455556666", G: "444455556666", Ep: "444455556666", HostN: "444455556666"}}}
`)
  expect(verdict(kind('"arn:aws:iam::444455556666:root"').design, 'HostN', 'Ep')).toBe('succeeds')
  const { design, notes } = kind('!ImportValue x')
  expect(verdict(design, 'HostN', 'Ep')).toBe('cannot-tell')
  expect(notes).toContain('Ep: whether its service Svc lets account 444455556666 in is not known')
})

test('an entry of an ACL that is not known leaves open what it lets through', () => {
  const { design, notes } = opened(`
  Acl: {Type: AWS::EC2::NetworkAcl, Properties: {VpcId: !Ref Vpc}}
  Entry: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: -1, RuleAction: allow, CidrBlock: !Ref P}}
  AclOfB: {Type: AWS::EC2::SubnetNetworkAclAssociation, Properties: {NetworkAclId: !Ref Acl, SubnetId: !Ref B}}
`)
  expect(verdict(design, 'HostA', 'HostB')).toBe('cannot-tell')
  expect(notes).toContain('Acl: its entry Entry is not known: the parameter P has no value')
})

test('an entry of the default ACL that is not known leaves open what it lets through', () => {
  const entry = (block: string) => `
  Entry: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: 90, Protocol: -1, RuleAction: deny, CidrBlock: ${block}}}
`
  expect(verdict(opened(entry('!Ref P')).design, 'HostA', 'HostB')).toBe('cannot-tell')
  expect(verdict(opened(entry('192.0.2.0/24')).design, 'HostA', 'HostB')).toBe('succeeds')
})

test('the default ACL lets IPv6 through as well, also where a template adds to it', () => {
  const { design } = opened(`
  Six: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Vpc, Ipv6CidrBlock: "2001:db8::/56", Ipv6Pool: x}}
  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, Ipv6CidrBlock: "2001:db8::/64"}}
  D: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.4.0/24, Ipv6CidrBlock: "2001:db8:0:1::/64"}}
  HostC: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref C, Ipv6Addresses: [{Ipv6Address: "2001:db8::5"}]}}
  G: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: -1, CidrIpv6: "::/0"}]}}
  HostD: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref D, SecurityGroupIds: [!Ref G], Ipv6Addresses: [{Ipv6Address: "2001:db8:0:1::5"}]}}
  Entry: {Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: 90, Protocol: -1, RuleAction: deny, CidrBlock: 192.0.2.0/24}}
`)
  expect(verdict(design, 'HostC', '2001:db8:0:1::5')).toBe('succeeds')
})

test('tables of a gateway endpoint that are not known leave open what its service is reached by', () => {
  const { design } = opened(`
  S3: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.s3, RouteTableIds: [!Ref P]}}
`)
  expect(verdict(design, 'HostA', 's3.us-east-1.amazonaws.com')).toBe('cannot-tell')
  expect(verdict(design, 'HostA', 'HostB')).toBe('succeeds')
})

test('a firewall whose policy, or a rule group of it, is not known leaves open what it lets through', () => {
  const behind = (policy: string, more = '') =>
    opened(`
  Igw: {Type: AWS::EC2::InternetGateway}
  Attach: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
  Firewall: {Type: AWS::NetworkFirewall::Firewall, Properties: {FirewallName: f, VpcId: !Ref Vpc, SubnetMappings: [{SubnetId: !Ref B}], FirewallPolicyArn: ${policy}}}
  T: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  AssocA: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref A, RouteTableId: !Ref T}}
  R: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref T, DestinationCidrBlock: 10.0.2.0/24, VpcEndpointId: !Select [1, !Split [":", !Select [0, !GetAtt Firewall.EndpointIds]]]}}
${more}`).design
  const policy = (groups: string) =>
    `  Policy: {Type: AWS::NetworkFirewall::FirewallPolicy, Properties: {FirewallPolicyName: p, FirewallPolicy: {StatelessDefaultActions: ["aws:pass"], StatelessFragmentDefaultActions: ["aws:pass"]${groups}}}}\n`
  expect(verdict(behind('!Ref Policy', policy('')), 'HostA', 'HostB')).toBe('succeeds')
  expect(verdict(behind('!Ref P'), 'HostA', 'HostB')).toBe('cannot-tell')
  const group = ', StatefulRuleGroupReferences: [{ResourceArn: !Ref P}]'
  expect(verdict(behind('!Ref Policy', policy(group)), 'HostA', 'HostB')).toBe('cannot-tell')
})

test.each([
  ['LoadBalancerAttributes', 'load_balancing.cross_zone.enabled'],
  ['TargetGroupAttributes', 'preserve_client_ip.enabled'],
])('what decides among the %s and is not known leaves open what the balancer hands on', (member, key) => {
  const behind = (value: string) => {
    const said = (name: string) => (name === member ? `, ${member}: [{Key: ${key}, Value: ${value}}]` : '')
    return opened(`
  Nlb: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref A]${said('LoadBalancerAttributes')}}}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Vpc, Protocol: TCP, Port: 443, Targets: [{Id: !Ref HostB}]${said('TargetGroupAttributes')}}}
  Listener: {Type: AWS::ElasticLoadBalancingV2::Listener, Properties: {LoadBalancerArn: !Ref Nlb, Protocol: TCP, Port: 443, DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]}}
`).design
  }
  expect(verdict(behind('"true"'), 'HostA', 'Nlb')).toBe('succeeds')
  expect(['cannot-tell', undefined]).toContain(
    behind('!Ref P').constructs.Nlb && verdict(behind('!Ref P'), 'HostA', 'Nlb'),
  )
})

test('whether a subnet with IPv6 does DNS64 decides what names lead to', () => {
  const host = (flag: string) =>
    opened(`
  Six: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Vpc, Ipv6CidrBlock: "2001:db8::/56", Ipv6Pool: x}}
  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, Ipv6Native: true, Ipv6CidrBlock: "2001:db8::/64", EnableDns64: ${flag}}}
  HostC: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref C}}
`).design
  expect(host('true').constructs.HostC).toBeDefined()
  expect(host('!Ref P').constructs.C).toBeUndefined()
})

test.each(['DestinationCidrBlock: !Ref P, NatGatewayId: x', 'DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref P'])(
  'a route with {%s} leaves open where it leads',
  (route) => {
    const { design } = opened(`
  T: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Assoc: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref A, RouteTableId: !Ref T}}
  R: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref T, ${route}}}
`)
    expect(verdict(design, 'HostA', '1.1.1.1')).toBe('cannot-tell')
    expect(verdict(design, 'HostA', 'HostB')).toBe('succeeds')
  },
)

test.each([
  'PrivateDnsEnabled: !Ref P',
  'PrivateDnsEnabled: true, SubnetIds: !Ref Ids',
  'PrivateDnsEnabled: true, SecurityGroupIds: [!Ref P], SubnetIds: [!Ref A]',
])('an endpoint with {%s} leaves open what its names lead to', (said) => {
  const { design } = opened(
    `  Sqs: {Type: AWS::EC2::VPCEndpoint, Properties: {VpcId: !Ref Vpc, VpcEndpointType: Interface, ServiceName: com.amazonaws.us-east-1.sqs, ${said}}}\n`,
  )
  expect(verdict(design, 'HostA', 'sqs.us-east-1.amazonaws.com')).toBe('cannot-tell')
  expect(verdict(design, 'HostA', 'HostB')).toBe('succeeds')
})

test('whether a subnet gives public addresses decides about those that take them from it alone', () => {
  const { design, notes } = opened(`
  Igw: {Type: AWS::EC2::InternetGateway}
  Attach: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
  T: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  R: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
  C: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.3.0/24, AvailabilityZone: us-east-1a, MapPublicIpOnLaunch: !Ref P}}
  AssocC: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref C, RouteTableId: !Ref T}}
  Takes: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref C}}
  Says: {Type: AWS::EC2::Instance, Properties: {NetworkInterfaces: [{DeviceIndex: "0", SubnetId: !Ref C, AssociatePublicIpAddress: true}]}}
`)
  expect(design.constructs.Takes).toBeUndefined()
  expect(notes).toContain('Takes: whether it gets a public address is not known: the MapPublicIpOnLaunch of C')
  expect(verdict(design, 'Says', '1.1.1.1')).toBe('succeeds')
})

test('a block of a VPC or a subnet that is not known cannot be read, and what lies in it has no address that can be told', () => {
  const { design } = opened(`
  D: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: !Ref P, AvailabilityZone: us-east-1a}}
  HostD: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref D, SecurityGroupIds: [!Ref Open]}}
`)
  expect(verdict(design, 'HostA', 'HostD')).toBe('cannot-tell')
  expect(verdict(design, 'HostA', 'HostB')).toBe('succeeds')
})

test('DNS settings and options that are not known leave open what names lead to', () => {
  const zone = (vpc: string) => `
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: corp.internal, VPCs: [{VPCId: !Ref ${vpc}, VPCRegion: us-east-1}]}}
  Record: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: b.corp.internal, Type: A, TTL: 60, ResourceRecords: [!GetAtt HostB.PrivateIp]}}
`
  const options = `
  Options: {Type: AWS::EC2::DHCPOptions, Properties: {DomainNameServers: [!Ref P]}}
  Assoc: {Type: AWS::EC2::VPCDHCPOptionsAssociation, Properties: {VpcId: !Ref Vpc, DhcpOptionsId: !Ref Options}}
`
  expect(verdict(opened(zone('Vpc')).design, 'HostA', 'b.corp.internal')).toBe('succeeds')
  expect(verdict(opened(zone('Vpc') + options).design, 'HostA', 'b.corp.internal')).toBe('cannot-tell')
  const { design } = opened(`${zone('V')}
  V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: !Ref P}}
  N: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: 10.0.2.0/24}}
  HostN: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref N}}
`)
  expect(verdict(design, 'HostN', 'b.corp.internal')).toBe('cannot-tell')
})

test('records and VPCs of a zone that are not known leave open what it answers', () => {
  const { design } = opened(`
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: corp.internal, VPCs: [{VPCId: !Ref Vpc, VPCRegion: us-east-1}]}}
  Known: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: b.corp.internal, Type: A, TTL: 60, ResourceRecords: [!GetAtt HostB.PrivateIp]}}
  Open1: {Type: AWS::Route53::RecordSet, Properties: {HostedZoneId: !Ref Zone, Name: !Ref P, Type: A, TTL: 60, ResourceRecords: [10.0.2.9]}}
`)
  expect(verdict(design, 'HostA', 'b.corp.internal')).toBe('succeeds')
  expect(verdict(design, 'HostA', 'x.corp.internal')).toBe('cannot-tell')
})

test('two things that are not known for one reason are two things', () => {
  const { design } = opened(`
  Net: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: "https://x/network.yaml"}}
  I1: {Type: AWS::EC2::Instance, Properties: {SubnetId: !GetAtt Net.Outputs.A}}
  I2: {Type: AWS::EC2::Instance, Properties: {SubnetId: !GetAtt Net.Outputs.B}}
  I3: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Select [0, !Ref Ids]}}
  I4: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Select [1, !Ref Ids]}}
`)
  const subnets = ['I1', 'I2', 'I3', 'I4'].map((id) => {
    const one = design.constructs[id]
    return one?.kind === 'client' ? one.interfaces[0]!.subnet : ''
  })
  expect(new Set(subnets).size).toBe(4)
  expect(subnets.every(isNotImported)).toBe(true)
})
