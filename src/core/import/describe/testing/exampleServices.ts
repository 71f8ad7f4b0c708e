import { eni, group, OWNER } from './exampleParts.ts'

const NLB = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/front/0123456789abcdef'
const ALB = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/inner/1123456789abcdef'
const GWLB = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/gwy/inspect/2123456789abcdef'
const TARGETS = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:targetgroup/web/3123456789abcdef'
const APPLIANCES = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:targetgroup/appliances/4123456789abcdef'

const listener = (
  arn: string,
  balancer: string,
  protocol: string | null,
  port: number | null,
  targets: string | null,
) => ({
  ListenerArn: `${balancer}/${arn}`,
  LoadBalancerArn: balancer,
  ...(protocol && { Protocol: protocol, Port: port }),
  DefaultActions: [targets ? { Type: 'forward', TargetGroupArn: targets } : { Type: 'fixed-response' }],
})

const balancer = (arn: string, name: string, type: string, more: Record<string, unknown>) => ({
  LoadBalancerArn: arn,
  LoadBalancerName: name,
  Type: type,
  VpcId: 'vpc-a',
  Scheme: 'internal',
  State: { Code: 'active' },
  AvailabilityZones: [{ ZoneName: 'us-east-1b', SubnetId: 'subnet-a2', LoadBalancerAddresses: [] }],
  ...more,
})

/** Endpoints, endpoint services, load balancers, databases and functions. */
export const exampleServices = () => ({
  VpcEndpoints: [
    {
      VpcEndpointId: 'vpce-s3',
      VpcEndpointType: 'Gateway',
      VpcId: 'vpc-a',
      ServiceName: 'com.amazonaws.us-east-1.s3',
      State: 'available',
      RouteTableIds: ['rtb-main'],
    },
    {
      VpcEndpointId: 'vpce-sqs',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-a',
      ServiceName: 'com.amazonaws.us-east-1.sqs',
      State: 'Available',
      SubnetIds: ['subnet-a2'],
      Groups: group('sg-web'),
      PrivateDnsEnabled: true,
      NetworkInterfaceIds: ['eni-sqs'],
      DnsEntries: [
        { DnsName: 'vpce-sqs-r4nd0m-us-east-1b.sqs.us-east-1.vpce.amazonaws.com' },
        { DnsName: '*.vpce-sqs-r4nd0m.sqs.us-east-1.vpce.amazonaws.com' },
        { DnsName: 'sqs.us-east-1.amazonaws.com' },
      ],
    },
    {
      VpcEndpointId: 'vpce-own',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-a',
      ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1',
      State: 'PendingAcceptance',
      SubnetIds: [],
      Groups: [],
      PrivateDnsEnabled: false,
    },
    {
      VpcEndpointId: 'vpce-gwlb',
      VpcEndpointType: 'GatewayLoadBalancer',
      VpcId: 'vpc-a',
      ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-9',
      State: 'available',
      SubnetIds: ['subnet-a1'],
    },
    {
      VpcEndpointId: 'vpce-res',
      VpcEndpointType: 'Resource',
      VpcId: 'vpc-a',
      ResourceConfigurationArn: 'arn:aws:vpc-lattice:us-east-1:1:resourceconfiguration/rcfg-1',
      SubnetIds: ['subnet-a2'],
    },
    {
      VpcEndpointId: 'vpce-net',
      VpcEndpointType: 'ServiceNetwork',
      VpcId: 'vpc-a',
      ServiceNetworkArn: 'arn:aws:vpc-lattice:us-east-1:1:servicenetwork/sn-1',
      SubnetIds: ['subnet-a2'],
    },
  ],
  ServiceDetails: [
    { ServiceName: 'com.amazonaws.us-east-1.sqs', ServiceId: 'vpce-svc-aws', Owner: 'amazon' },
    { ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1', ServiceId: 'vpce-svc-1', Owner: OWNER },
    {
      ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-2',
      ServiceId: 'vpce-svc-2',
      Owner: OWNER,
      AcceptanceRequired: false,
    },
  ],
  ServiceConfigurations: [
    {
      ServiceId: 'vpce-svc-1',
      ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-1',
      ServiceState: 'Available',
      AcceptanceRequired: true,
      NetworkLoadBalancerArns: [NLB],
      PrivateDnsName: 'api.example.com',
      PrivateDnsNameConfiguration: { State: 'verified', Type: 'TXT', Name: '_abc', Value: 'vpce:xyz' },
      SupportedIpAddressTypes: ['ipv4'],
      SupportedRegions: [{ Region: 'eu-west-1', ServiceState: 'Available' }],
    },
  ],
  AllowedPrincipals: [
    { ServiceId: 'vpce-svc-1', PrincipalType: 'Account', Principal: 'arn:aws:iam::222222222222:root' },
  ],
  ConnectionNotificationSet: [
    {
      ConnectionNotificationId: 'vpce-nfn-1',
      ServiceId: 'vpce-svc-1',
      ConnectionNotificationArn: 'arn:aws:sns:us-east-1:111111111111:t',
      ConnectionEvents: ['Accept', 'Reject'],
    },
  ],
  VpcEndpointConnections: [
    { ServiceId: 'vpce-svc-1', VpcEndpointId: 'vpce-own', VpcEndpointState: 'pendingAcceptance' },
    { ServiceId: 'vpce-svc-1', VpcEndpointId: 'vpce-foreign', VpcEndpointState: 'available' },
  ],
  LoadBalancers: [
    balancer(NLB, 'front', 'network', { DNSName: 'front-0123456789abcdef.elb.us-east-1.amazonaws.com' }),
    balancer(ALB, 'inner', 'application', { SecurityGroups: ['sg-web'] }),
    balancer(GWLB, 'inspect', 'gateway', {}),
  ],
  LoadBalancerListeners: [{ LoadBalancerArn: NLB, Listeners: [listener('l1', NLB, 'TCP', 443, TARGETS)] }],
  Listeners: [listener('l2', ALB, 'HTTPS', 443, null), listener('l3', GWLB, null, null, APPLIANCES)],
  LoadBalancerAttributes: [
    { LoadBalancerArn: NLB, Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] },
  ],
  TargetGroups: [
    {
      TargetGroupArn: TARGETS,
      TargetGroupName: 'web',
      TargetType: 'instance',
      Protocol: 'TCP',
      Port: 443,
      HealthCheckPort: '8080',
      HealthCheckProtocol: 'HTTP',
      VpcId: 'vpc-a',
    },
    {
      TargetGroupArn: APPLIANCES,
      TargetGroupName: 'appliances',
      TargetType: 'ip',
      Protocol: 'GENEVE',
      Port: 6081,
      HealthCheckPort: 'traffic-port',
      HealthCheckProtocol: 'TCP',
      VpcId: 'vpc-a',
    },
  ],
  TargetGroupAttributes: [
    {
      TargetGroupArn: TARGETS,
      Attributes: [
        { Key: 'preserve_client_ip.enabled', Value: 'false' },
        { Key: 'proxy_protocol_v2.enabled', Value: 'true' },
      ],
    },
  ],
  LoadBalancerTargetHealth: [
    {
      TargetGroupArn: TARGETS,
      TargetHealthDescriptions: [{ Target: { Id: 'i-web', Port: '8443' }, TargetHealth: { State: 'healthy' } }],
    },
    {
      TargetGroupArn: APPLIANCES,
      TargetHealthDescriptions: [{ Target: { Id: '10.0.2.10', Port: 6081 }, TargetHealth: { State: 'unavailable' } }],
    },
  ],
  NetworkInterfaces: [
    eni('eni-nat', 'subnet-a1', '10.0.1.9', {
      InterfaceType: 'nat_gateway',
      Description: 'Interface for NAT Gateway nat-1',
      Groups: [],
    }),
    eni('eni-sqs', 'subnet-a2', '10.0.2.30', {
      InterfaceType: 'vpc_endpoint',
      Description: 'VPC Endpoint Interface vpce-sqs',
    }),
    eni('eni-nlb', 'subnet-a2', '10.0.2.31', {
      InterfaceType: 'network_load_balancer',
      Description: 'ELB net/front/0123456789abcdef',
      Groups: [],
    }),
    eni('eni-alb', 'subnet-a2', '10.0.2.50', { Description: 'ELB app/inner/1123456789abcdef' }),
    eni('eni-gwlb', 'subnet-a2', '10.0.2.51', { Description: 'ELB gwy/inspect/2123456789abcdef', Groups: [] }),
    eni('eni-gone-nlb', 'subnet-a2', '10.0.2.32', {
      InterfaceType: 'network_load_balancer',
      Description: 'ELB net/hidden/9923456789abcdef',
      Groups: [],
    }),
    eni('eni-lambda', 'subnet-a2', '10.0.2.33', {
      InterfaceType: 'lambda',
      Description: 'AWS Lambda VPC ENI-worker-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    }),
    eni('eni-rds', 'subnet-a2', '10.0.2.34', {
      Description: 'RDSNetworkInterface',
      AvailabilityZone: 'us-east-1b',
      RequesterManaged: true,
    }),
    eni('eni-es', 'subnet-a2', '10.0.2.35', { Description: 'ES logs', RequesterManaged: true }),
    eni('eni-efs', 'subnet-a2', '10.0.2.36', {
      Description: 'EFS mount target for fs-1 (fsmt-1)',
      RequesterManaged: true,
    }),
    eni('eni-ecs', 'subnet-a2', '10.0.2.37', { Description: 'arn:aws:ecs:us-east-1:111111111111:attachment/abc' }),
    eni('eni-loose', 'subnet-a2', '10.0.2.38', { Status: 'available' }),
    eni('eni-resolver', 'subnet-a2', '10.0.2.39', {
      Description: 'Route 53 Resolver: rslvr-in-1:rni-1',
      RequesterManaged: true,
    }),
    eni('eni-tgw', 'subnet-a2', '10.0.2.40', {
      InterfaceType: 'transit_gateway',
      Description: 'Network Interface for Transit Gateway Attachment tgw-attach-1',
      Groups: [],
    }),
  ],
  Functions: [
    {
      FunctionName: 'worker',
      FunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:worker',
      VpcConfig: { VpcId: 'vpc-a', SubnetIds: ['subnet-a2'], SecurityGroupIds: ['sg-web'] },
    },
    { FunctionName: 'outside', FunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:outside' },
  ],
  DBInstances: [
    {
      DBInstanceIdentifier: 'orders',
      DBInstanceArn: 'arn:aws:rds:us-east-1:111111111111:db:orders',
      AvailabilityZone: 'us-east-1b',
      Endpoint: { Address: 'orders.x.us-east-1.rds.amazonaws.com', Port: 5432 },
      DBSubnetGroup: {
        VpcId: 'vpc-a',
        Subnets: [{ SubnetIdentifier: 'subnet-a1' }, { SubnetIdentifier: 'subnet-a2' }],
      },
      VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-web', Status: 'active' }],
    },
  ],
  DomainStatusList: [
    {
      DomainName: 'logs',
      ARN: 'arn:aws:es:us-east-1:111111111111:domain/logs',
      VPCOptions: { VPCId: 'vpc-a', SubnetIds: ['subnet-a2'], SecurityGroupIds: ['sg-web'] },
      DomainEndpointOptions: { EnforceHTTPS: true },
    },
  ],
})
