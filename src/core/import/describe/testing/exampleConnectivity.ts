import { OTHER, OWNER } from './exampleParts.ts'

const attachment = (id: string, type: string, resource: string) => ({
  TransitGatewayAttachmentId: id,
  TransitGatewayId: 'tgw-1',
  ResourceType: type,
  ResourceId: resource,
  State: 'available',
  Association: { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-1' },
})

/** Peering, transit gateways, VPN, Direct Connect, DNS and Block Public Access. */
export const exampleConnectivity = () => ({
  VpcPeeringConnections: [
    {
      VpcPeeringConnectionId: 'pcx-1',
      RequesterVpcInfo: { VpcId: 'vpc-a', OwnerId: OWNER, PeeringOptions: { AllowDnsResolutionFromRemoteVpc: true } },
      AccepterVpcInfo: { VpcId: 'vpc-far', OwnerId: OTHER, Region: 'eu-west-1' },
      Status: { Code: 'active' },
    },
    {
      VpcPeeringConnectionId: 'pcx-old',
      RequesterVpcInfo: { VpcId: 'vpc-a' },
      AccepterVpcInfo: { VpcId: 'vpc-far' },
      Status: { Code: 'deleted' },
    },
  ],
  TransitGateways: [
    {
      TransitGatewayId: 'tgw-1',
      OwnerId: OWNER,
      State: 'available',
      TransitGatewayArn: 'arn:aws:ec2:us-east-1:111111111111:transit-gateway/tgw-1',
      Options: { AmazonSideAsn: 64512, DnsSupport: 'enable' },
    },
    { TransitGatewayId: 'tgw-dark', OwnerId: OWNER, State: 'available', Options: {} },
  ],
  TransitGatewayVpcAttachments: [
    {
      TransitGatewayAttachmentId: 'tgw-attach-1',
      TransitGatewayId: 'tgw-1',
      VpcId: 'vpc-a',
      State: 'available',
      SubnetIds: ['subnet-a2'],
      Options: { ApplianceModeSupport: 'enable', Ipv6Support: 'disable' },
    },
  ],
  TransitGatewayAttachments: [
    attachment('tgw-attach-1', 'vpc', 'vpc-a'),
    attachment('tgw-attach-vpn', 'vpn', 'vpn-1'),
    {
      ...attachment('tgw-attach-dark', 'vpc', 'vpc-a'),
      TransitGatewayId: 'tgw-dark',
      Association: { State: 'associated', TransitGatewayRouteTableId: 'tgw-rtb-dark' },
    },
  ],
  TransitGatewayRouteTables: [
    { TransitGatewayRouteTableId: 'tgw-rtb-1', TransitGatewayId: 'tgw-1', State: 'available' },
  ],
  TransitGatewayPropagations: [
    {
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      TransitGatewayRouteTablePropagations: [
        { TransitGatewayAttachmentId: 'tgw-attach-1', ResourceType: 'vpc', ResourceId: 'vpc-a', State: 'enabled' },
      ],
    },
  ],
  TransitGatewayStaticRoutes: [
    {
      TransitGatewayRouteTableId: 'tgw-rtb-1',
      Routes: [
        {
          DestinationCidrBlock: '192.168.0.0/16',
          Type: 'static',
          State: 'active',
          TransitGatewayAttachments: [
            { TransitGatewayAttachmentId: 'tgw-attach-vpn', ResourceType: 'vpn', ResourceId: 'vpn-1' },
          ],
        },
        {
          DestinationCidrBlock: '10.0.0.0/16',
          Type: 'propagated',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1' }],
        },
        { DestinationCidrBlock: '10.66.0.0/16', Type: 'static', State: 'blackhole' },
        {
          DestinationCidrBlock: '192.0.2.0/24',
          PrefixListId: 'pl-own',
          Type: 'static',
          State: 'active',
          TransitGatewayAttachments: [{ TransitGatewayAttachmentId: 'tgw-attach-1' }],
        },
      ],
    },
  ],
  TransitGatewayPeeringAttachments: [
    {
      TransitGatewayAttachmentId: 'tgw-attach-peer',
      RequesterTgwInfo: { TransitGatewayId: 'tgw-1' },
      AccepterTgwInfo: { TransitGatewayId: 'tgw-far' },
      State: 'pendingAcceptance',
    },
  ],
  VpnGateways: [
    {
      VpnGatewayId: 'vgw-1',
      State: 'available',
      AmazonSideAsn: 64512,
      VpcAttachments: [{ State: 'attached', VpcId: 'vpc-a' }],
    },
  ],
  CustomerGateways: [{ CustomerGatewayId: 'cgw-1', State: 'available', IpAddress: '203.0.113.7', BgpAsn: '65010' }],
  VpnConnections: [
    {
      VpnConnectionId: 'vpn-1',
      State: 'available',
      CustomerGatewayId: 'cgw-1',
      TransitGatewayId: 'tgw-1',
      Options: { StaticRoutesOnly: true },
      Routes: [{ DestinationCidrBlock: '192.168.0.0/16', State: 'available' }],
      VgwTelemetry: [{ Status: 'DOWN' }, { Status: 'UP' }],
    },
    {
      VpnConnectionId: 'vpn-2',
      State: 'available',
      CustomerGatewayId: 'cgw-1',
      VpnGatewayId: 'vgw-1',
      Options: { StaticRoutesOnly: false },
      VgwTelemetry: [{ Status: 'DOWN' }],
    },
  ],
  virtualInterfaces: [
    {
      virtualInterfaceId: 'dxvif-1',
      virtualInterfaceType: 'private',
      virtualInterfaceState: 'available',
      directConnectGatewayId: 'dxgw-1',
      virtualInterfaceName: 'line',
      mtu: 8500,
    },
  ],
  directConnectGatewayAssociations: [
    {
      associationId: 'as-1',
      directConnectGatewayId: 'dxgw-1',
      associatedGateway: { id: 'vgw-1', type: 'virtualPrivateGateway' },
      allowedPrefixesToDirectConnectGateway: [{ cidr: '10.0.0.0/16' }],
    },
  ],
  HostedZones: [
    { Id: '/hostedzone/Z1PRIVATE', Name: 'corp.example.', Config: { PrivateZone: true } },
    { Id: '/hostedzone/Z2UNKNOWN', Name: 'lost.example.', Config: { PrivateZone: true } },
  ],
  HostedZoneRecords: [
    {
      HostedZoneId: 'Z1PRIVATE',
      ResourceRecordSets: [
        { Name: '\\052.corp.example.', Type: 'A', TTL: 60, ResourceRecords: [{ Value: '10.0.2.10' }] },
        { Name: 'corp.example.', Type: 'TXT', TTL: 60, ResourceRecords: [{ Value: '"vpce:xyz"' }] },
        {
          Name: 'front.corp.example.',
          Type: 'A',
          AliasTarget: { DNSName: 'front-0123456789abcdef.elb.us-east-1.amazonaws.com.' },
        },
        { Name: 'corp.example.', Type: 'SOA', ResourceRecords: [{ Value: 'x' }] },
        {
          Name: 'two.corp.example.',
          Type: 'A',
          SetIdentifier: 'a',
          Weight: 1,
          ResourceRecords: [{ Value: '10.0.2.10' }],
        },
        {
          Name: 'two.corp.example.',
          Type: 'A',
          SetIdentifier: 'b',
          Weight: 1,
          ResourceRecords: [{ Value: '10.0.2.20' }],
        },
      ],
    },
  ],
  ResolverEndpoints: [
    { Id: 'rslvr-in-1', Name: 'in', Direction: 'INBOUND', HostVPCId: 'vpc-a', SecurityGroupIds: ['sg-web'] },
  ],
  ResolverRules: [
    {
      Id: 'rslvr-rr-1',
      Name: 'home',
      DomainName: 'home.example.',
      RuleType: 'FORWARD',
      TargetIps: [{ Ip: '192.168.0.53', Port: 53 }],
      ResolverEndpointId: 'rslvr-out-1',
    },
    { Id: 'rslvr-autodefined-rr-internet-resolver', DomainName: '.', RuleType: 'RECURSIVE' },
  ],
  ResolverRuleAssociations: [{ Id: 'rslvr-rrassoc-1', ResolverRuleId: 'rslvr-rr-1', VPCId: 'vpc-a' }],
  FirewallRuleGroups: [
    {
      Id: 'rslvr-frg-1',
      Arn: `arn:aws:route53resolver:us-east-1:${OWNER}:firewall-rule-group/rslvr-frg-1`,
      Name: 'walled',
      OwnerId: OWNER,
    },
  ],
  FirewallRuleLists: [
    {
      FirewallRuleGroupId: 'rslvr-frg-1',
      FirewallRules: [
        { FirewallDomainListId: 'rslvr-fdl-own', Name: 'own', Priority: 1, Action: 'ALLOW' },
        { FirewallDomainListId: 'rslvr-fdl-aws', Priority: 2, Action: 'BLOCK', BlockResponse: 'NXDOMAIN' },
        { FirewallDomainListId: 'rslvr-fdl-own', Priority: 3, Action: 'BLOCK', Qtype: 'MX' },
        { DnsThreatProtection: 'DGA', Priority: 4, Action: 'BLOCK', ConfidenceThreshold: 'HIGH' },
        {
          FirewallDomainListId: 'rslvr-fdl-lost',
          Priority: 5,
          Action: 'BLOCK',
          BlockResponse: 'OVERRIDE',
          BlockOverrideDomain: 'walled.example.com.',
          FirewallDomainRedirectionAction: 'TRUST_REDIRECTION_DOMAIN',
        },
      ],
    },
  ],
  FirewallDomainLists: [
    { Id: 'rslvr-fdl-own', Name: 'partners' },
    {
      Id: 'rslvr-fdl-aws',
      Name: 'AWSManagedDomainsMalwareDomainList',
      ManagedOwnerName: 'Route 53 Resolver DNS Firewall',
    },
    { Id: 'rslvr-fdl-lost', Name: 'lost' },
  ],
  FirewallDomains: [{ FirewallDomainListId: 'rslvr-fdl-own', Domains: ['example.com.', '*.example.com.'] }],
  FirewallRuleGroupAssociations: [
    { Id: 'rslvr-frgassoc-1', FirewallRuleGroupId: 'rslvr-frg-1', VpcId: 'vpc-a', Priority: 101, Status: 'COMPLETE' },
    { Id: 'rslvr-frgassoc-2', FirewallRuleGroupId: 'rslvr-frg-far', VpcId: 'vpc-a', Priority: 200, Status: 'COMPLETE' },
  ],
  ProfileSummaries: [
    {
      Id: 'rp-1',
      Arn: `arn:aws:route53profiles:us-east-1:${OWNER}:profile/rp-1`,
      Name: 'shared',
      ShareStatus: 'NOT_SHARED',
    },
  ],
  ProfileAssociations: [
    { Id: 'rpassoc-1', ProfileId: 'rp-1', ResourceId: 'vpc-a', OwnerId: OWNER, Status: 'COMPLETE' },
    { Id: 'rpassoc-2', ProfileId: 'rp-far', ResourceId: 'vpc-far', OwnerId: OWNER, Status: 'COMPLETE' },
  ],
  ProfileResources: [
    {
      ProfileId: 'rp-1',
      ProfileResourceAssociations: [
        { ResourceArn: 'arn:aws:route53:::hostedzone/Z1PRIVATE', ResourceType: 'PRIVATE_ZONE' },
        { ResourceArn: `arn:aws:route53resolver:us-east-1:${OWNER}:resolver-rule/rslvr-rr-1` },
        { ResourceArn: `arn:aws:ec2:us-east-1:${OWNER}:vpc-endpoint/vpce-s3` },
        {
          ResourceArn: `arn:aws:route53resolver:us-east-1:${OWNER}:firewall-rule-group/rslvr-frg-1`,
          ResourceProperties: '{"priority":102}',
        },
        { ResourceArn: 'arn:aws:route53:::hostedzone/Z9GONE', Status: 'DELETING' },
        { ResourceArn: 'arn:aws:route53:::hostedzone/Z9ELSEWHERE' },
      ],
    },
  ],
  VpcBlockPublicAccessExclusions: [
    {
      ExclusionId: 'vpcbpa-exclude-1',
      InternetGatewayExclusionMode: 'allow-egress',
      ResourceArn: 'arn:aws:ec2:us-east-1:111111111111:subnet/subnet-a1',
      State: 'create-complete',
    },
  ],
  VpcBlockPublicAccessOptions: {
    AwsAccountId: OWNER,
    AwsRegion: 'us-east-1',
    State: 'update-complete',
    InternetGatewayBlockMode: 'block-ingress',
  },
})
