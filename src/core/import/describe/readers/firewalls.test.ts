import { expect, it } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { simulate } from '../../../sim/index.ts'
import { compileTopology } from '../../../topology/index.ts'
import { importTexts } from '../testing/importTexts.ts'

const ARN = 'arn:aws:network-firewall:us-east-1:111122223333:'
const tag = (Key: string, Value: string) => ({ Key, Value })
const endpoint = (id: string, subnet: string) => ({
  VpcEndpointId: id,
  VpcEndpointType: 'GatewayLoadBalancer',
  VpcId: 'vpc-1',
  State: 'available',
  ServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
  SubnetIds: [subnet],
  Tags: [tag('AWSNetworkFirewallManaged', 'true'), tag('Firewall', `${ARN}firewall/edge`)],
})
const subnet = (id: string, zone: string, block: string) => ({
  SubnetId: id,
  VpcId: 'vpc-1',
  AvailabilityZone: `us-east-1${zone}`,
  CidrBlock: block,
})
const route = (block: string, target: string) => ({
  DestinationCidrBlock: block,
  GatewayId: target,
  State: 'active',
  Origin: 'CreateRoute',
})
const table = (id: string, subnetId: string, routes: readonly object[]) => ({
  RouteTableId: id,
  VpcId: 'vpc-1',
  Routes: routes,
  Associations: [{ SubnetId: subnetId, Main: false }],
})

/** Two zones; each application subnet leads to the endpoint of the first. */
const network = {
  Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111122223333' }],
  Subnets: [
    subnet('subnet-app', 'a', '10.0.1.0/24'),
    subnet('subnet-db', 'b', '10.0.2.0/24'),
    subnet('subnet-fa', 'a', '10.0.8.0/28'),
    subnet('subnet-fb', 'b', '10.0.8.16/28'),
  ],
  VpcEndpoints: [endpoint('vpce-b', 'subnet-fb'), endpoint('vpce-a', 'subnet-fa')],
  RouteTables: [
    table('rtb-app', 'subnet-app', [route('10.0.2.0/24', 'vpce-a')]),
    table('rtb-db', 'subnet-db', [route('10.0.1.0/24', 'vpce-a')]),
    { RouteTableId: 'rtb-main', VpcId: 'vpc-1', Routes: [], Associations: [{ Main: true }] },
  ],
  NetworkAcls: [
    {
      NetworkAclId: 'acl-1',
      VpcId: 'vpc-1',
      IsDefault: true,
      Associations: ['app', 'db', 'fa', 'fb'].map((name) => ({ SubnetId: `subnet-${name}` })),
      Entries: [true, false].map((Egress) => ({
        Egress,
        RuleNumber: 100,
        RuleAction: 'allow',
        Protocol: '-1',
        CidrBlock: '0.0.0.0/0',
      })),
    },
  ],
  SecurityGroups: [
    {
      GroupId: 'sg-1',
      GroupName: 'open',
      VpcId: 'vpc-1',
      IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    },
  ],
  Reservations: [
    {
      ReservationId: 'r-1',
      OwnerId: '111122223333',
      Instances: ['app', 'db'].map((name, index) => ({
        InstanceId: `i-${name}`,
        State: { Name: 'running' },
        NetworkInterfaces: [
          {
            NetworkInterfaceId: `eni-${name}`,
            SubnetId: `subnet-${name}`,
            VpcId: 'vpc-1',
            PrivateIpAddress: `10.0.${index + 1}.20`,
            PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: `10.0.${index + 1}.20` }],
            Groups: [{ GroupId: 'sg-1' }],
            Attachment: { DeviceIndex: 0 },
          },
        ],
      })),
    },
  ],
}
const firewall = {
  UpdateToken: 'x',
  Firewall: {
    FirewallName: 'edge',
    FirewallArn: `${ARN}firewall/edge`,
    FirewallPolicyArn: `${ARN}firewall-policy/strict`,
    VpcId: 'vpc-1',
    SubnetMappings: [{ SubnetId: 'subnet-fa', IPAddressType: 'IPV4' }, { SubnetId: 'subnet-fb' }],
  },
  FirewallStatus: {
    Status: 'READY',
    SyncStates: {
      'us-east-1b': { Attachment: { SubnetId: 'subnet-fb', EndpointId: 'vpce-b', Status: 'READY' } },
      'us-east-1a': { Attachment: { SubnetId: 'subnet-fa', EndpointId: 'vpce-a', Status: 'READY' } },
    },
  },
}
const policy = {
  UpdateToken: 'x',
  FirewallPolicyResponse: { FirewallPolicyName: 'strict', FirewallPolicyArn: `${ARN}firewall-policy/strict` },
  FirewallPolicy: {
    StatelessDefaultActions: ['aws:forward_to_sfe'],
    StatelessFragmentDefaultActions: ['aws:drop'],
    StatefulEngineOptions: { RuleOrder: 'STRICT_ORDER', StreamExceptionPolicy: 'REJECT' },
    StatefulDefaultActions: ['aws:alert_established', 'aws:drop_established'],
    StatelessRuleGroupReferences: [{ ResourceArn: `${ARN}stateless-rulegroup/packets`, Priority: 1 }],
    StatefulRuleGroupReferences: [
      { ResourceArn: 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/BotNet', Priority: 5 },
      { ResourceArn: `${ARN}stateful-rulegroup/database`, Priority: 10 },
    ],
    PolicyVariables: { RuleVariables: { HOME_NET: { Definition: ['10.0.0.0/8'] } } },
  },
}
const group = (type: string, name: string, RulesSource: object, more: object = {}) => ({
  UpdateToken: 'x',
  RuleGroupResponse: { RuleGroupName: name, RuleGroupArn: `${ARN}${type}-rulegroup/${name}`, Capacity: 100 },
  RuleGroup: { RulesSource, ...more },
})
const packets = group('stateless', 'packets', {
  StatelessRulesAndCustomActions: {
    StatelessRules: [
      {
        Priority: 10,
        RuleDefinition: {
          Actions: ['aws:drop'],
          MatchAttributes: { Protocols: [6, 17], DestinationPorts: [{ FromPort: 22, ToPort: 23 }] },
        },
      },
    ],
  },
})
const database = group(
  'stateful',
  'database',
  {
    StatefulRules: [
      {
        Action: 'PASS',
        Header: {
          Protocol: 'TCP',
          Source: '$HOME_NET',
          SourcePort: 'ANY',
          Direction: 'FORWARD',
          Destination: '$DATABASES',
          DestinationPort: '5432',
        },
        RuleOptions: [
          { Keyword: 'sid', Settings: ['1'] },
          { Keyword: 'flow', Settings: ['to_server'] },
        ],
      },
    ],
  },
  { RuleVariables: { IPSets: { DATABASES: { Definition: ['10.0.2.0/24'] } } } },
)

const read = (...documents: readonly object[]) =>
  importTexts(
    documents.map((one, index) => ({ path: `111122223333/us-east-1/${index}.json`, text: JSON.stringify(one) })),
  )
const catalogue = await loadCatalogue()
const ask = ({ design }: ReturnType<typeof read>, port: number) => {
  const { kind, code, decidedBy, assumptions } = simulate(compileTopology(design, catalogue), {
    from: '10.0.1.20',
    to: '10.0.2.20',
    protocol: 'tcp',
    port,
  })
  return { kind, code, at: decidedBy?.construct ?? null, taken: assumptions.map((one) => one.code) }
}
const ID = 'us-east-1-111122223333-'

it('imports a firewall with its policy and groups, and routes lead to the endpoint that they name', () => {
  const result = read(network, firewall, policy, packets, database)
  expect(result.design.constructs[`${ID}firewall-edge`]).toMatchObject({
    kind: 'network-firewall',
    subnets: ['subnet-fa', 'subnet-fb'],
    ruleOrder: 'strict',
    statefulDefault: 'drop-established',
    fragmentDefault: 'drop',
    streamException: 'reject',
    homeNet: ['10.0.0.0/8'],
    policyArn: '',
  })
  expect(result.design.constructs['rtb-db']).toMatchObject({
    routes: [{ destination: { cidr: '10.0.1.0/24' }, target: `${ID}firewall-edge`, interface: 0 }],
  })
  expect(result.design.constructs[`${ID}stateful-rulegroup-database`]).toMatchObject({
    type: 'stateful',
    statefulRules: [
      { action: 'pass', source: '$HOME_NET', destinationPorts: '5432', options: 'sid:1; flow:to_server;' },
    ],
    variables: [{ name: 'DATABASES', values: ['10.0.2.0/24'] }],
  })
  expect(ask(result, 5432)).toMatchObject({ kind: 'succeeds' })
  expect(ask(result, 22)).toMatchObject({ kind: 'fails', at: `${ID}stateless-rulegroup-packets` })
  expect(ask(result, 3306)).toMatchObject({ code: 'FIREWALL_DROPS_DATA', at: `${ID}firewall-edge` })
  expect(result.report.missing.map(({ command }) => command).join()).not.toContain('network-firewall')
})

it('takes a firewall that only its endpoints tell of to let everything pass, and says what would say more', () => {
  const result = read(network)
  expect(ask(result, 5432)).toMatchObject({
    kind: 'succeeds',
    taken: expect.arrayContaining(['ASSUMED_FIREWALL_PASSES']),
  })
  expect(result.report.missing.map(({ command }) => command).join()).toContain('describe-firewall ')
})

it('cannot tell what a group that nothing describes lets through', () => {
  const result = read(network, firewall, policy, packets)
  expect(ask(result, 5432)).toMatchObject({ kind: 'cannot-tell', at: `${ID}firewall-edge` })
  expect(result.report.notes.map(({ message }) => message).join()).toContain(
    `describe-rule-group --rule-group-arn ${ARN}stateful-rulegroup/database`,
  )
  const without = read(network, firewall, policy)
  expect(without.report.missing.map(({ command }) => command).join()).toContain('describe-rule-group')
})

it('reads domain lists and lines of Suricata', () => {
  const { design } = read(
    network,
    group('stateful', 'names', {
      RulesSourceList: { Targets: ['.example.com'], TargetTypes: ['TLS_SNI'], GeneratedRulesType: 'REJECTLIST' },
    }),
    group('stateful', 'lines', {
      RulesString: '# no rule\npass tcp any any -> any any \\\n  (sid:1;)\n\ndrop\tip any any -> any any (sid:2;)\n',
    }),
  )
  expect(design.constructs[`${ID}stateful-rulegroup-names`]).toMatchObject({
    type: 'domain-list',
    domains: ['.example.com'],
    domainAction: 'reject',
    domainProtocols: ['tls'],
  })
  expect(design.constructs[`${ID}stateful-rulegroup-lines`]).toMatchObject({
    suricataRules: ['pass tcp any any -> any any    (sid:1;)', 'drop ip any any -> any any (sid:2;)'],
  })
})
