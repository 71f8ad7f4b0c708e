import { describe, expect, test } from 'vitest'
import type { Construct, Design } from '../model/index.ts'
import { add, change, differing, group, left, open, remove, revise, SHOP, withPort } from './testing/shop.ts'

/** The template of the shop with more resources. */
const withMore = (more: string): string => SHOP.replace('Outputs:\n', `${more}Outputs:\n`)

describe('one change', () => {
  test.each<[string, (design: Design) => Design, readonly string[]]>([
    [
      'a name is its tag',
      (d) => change(d, 'Net', { name: 'store' }),
      ['- - {Key: Name, Value: shop}   # as people call it', '+ - {Key: Name, Value: store}   # as people call it'],
    ],
    [
      'a name that had no tag',
      (d) => change(d, 'Way', { name: 'door' }),
      [
        '- Way: {Type: AWS::EC2::InternetGateway}',
        '+ Way: {Type: AWS::EC2::InternetGateway, Properties: {Tags: [{Key: Name, Value: door}]}}',
      ],
    ],
    [
      'the branch of a condition that counts',
      (d) => change(d, 'Net', { dnsHostnames: false }),
      ['- EnableDnsHostnames: !If [IsWide, true, false]', '+ EnableDnsHostnames: !If [IsWide, false, false]'],
    ],
    [
      'a rule that stands in its group',
      (d) => withPort(d, 444),
      ['- FromPort: !Ref Port', '- ToPort: !Ref Port', '+ FromPort: 444', '+ ToPort: 444'],
    ],
    [
      'a rule more',
      (d) =>
        change<Extract<Construct, { kind: 'security-group' }>>(d, 'Group', {
          ingress: [...group(d).ingress, { ...group(d).ingress[0]!, ports: { from: 80, to: 80 } }],
        }),
      ['+ - IpProtocol: tcp', '+ FromPort: 80', '+ ToPort: 80', '+ CidrIp: 0.0.0.0/0'],
    ],
    [
      'a rule that is a resource of its own goes',
      (d) =>
        change<Extract<Construct, { kind: 'security-group' }>>(d, 'Group', {
          ingress: group(d).ingress.filter(({ protocol }) => protocol !== 'icmp'),
        }),
      [
        '- FromNet:',
        '- Type: AWS::EC2::SecurityGroupIngress',
        '- Properties: {GroupId: !GetAtt Group.GroupId, IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: !GetAtt Net.CidrBlock}',
      ],
    ],
    [
      'AWS’s own outbound rule is written out before it changes',
      (d) =>
        change<Extract<Construct, { kind: 'security-group' }>>(d, 'Group', {
          egress: [{ ...group(d).egress[0]!, peer: { cidr: '10.0.0.0/8' } }],
        }),
      ['+ SecurityGroupEgress:', '+ - IpProtocol: "-1"', '+ CidrIp: 10.0.0.0/8'],
    ],
    [
      'a route table goes with its routes and associations',
      (d) => remove(d, 'Table'),
      [
        '- Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Net}}',
        '- FrontTable: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Front, RouteTableId: !Ref Table}}',
        '- Out:',
        '- Type: AWS::EC2::Route',
        '- DependsOn: WayNet',
        '- Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Way}',
      ],
    ],
    [
      'what waited for a resource waits no more, and its output goes with it',
      (d) => remove(d, 'Back'),
      [
        '- DependsOn: [Way, Back]',
        '+ DependsOn: [Way]',
        '- Back:',
        '- Type: AWS::EC2::Subnet',
        '- Properties: {VpcId: !Ref Net, CidrBlock: !Select [1, !Ref Blocks], AvailabilityZone: !Select [1, !GetAZs ""]}',
        '- Back: {Value: !Ref Back, Description: the back}',
      ],
    ],
    [
      'a new subnet, with its zone as others say it',
      (d) => change(add(d, 'subnet', 'Net.us-east-1b'), 'subnet-1', { name: 'Spare', cidr: '10.0.9.0/24' }),
      [
        '+ Subnet1:',
        '+ Type: AWS::EC2::Subnet',
        '+ Properties:',
        '+ VpcId: !Ref Net',
        '+ AvailabilityZone:',
        '+ Fn::Select:',
        '+ - 1',
        '+ - Fn::GetAZs: ""',
        '+ CidrBlock: 10.0.9.0/24',
        '+ MapPublicIpOnLaunch: false',
        '+ AssignIpv6AddressOnCreation: false',
        '+ Tags:',
        '+ - Key: Name',
        '+ Value: Spare',
      ],
    ],
  ])('%s', (_, edit, lines) => {
    const revision = revise(edit(open()))
    expect(left(revision)).toEqual([])
    expect(differing(revision)).toEqual(lines)
  })
})

test('what is drawn of a database is changed where its type says it', () => {
  const group = (name: string) =>
    `  ${name}: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: db, VpcId: !Ref Net}}\n`
  const said = 'AllocatedStorage: "20", DBSubnetGroupName: !Ref Places, VPCSecurityGroups: [!Ref Group, !Ref Old]'
  const text =
    withMore(`${group('Old')}${group('New')}  Places: {Type: AWS::RDS::DBSubnetGroup, Properties: {DBSubnetGroupDescription: d, SubnetIds: [!Ref Front, !Ref Back]}}
  Db: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres, DBInstanceClass: db.t3.micro, ${said}}}
`)
  const design = open({ 'net.yaml': text })
  const client = design.constructs.Db as Extract<Construct, { kind: 'client' }>
  const [own] = client.interfaces
  const cases: readonly (readonly [Partial<typeof client>, string])[] = [
    [{ name: 'orders' }, `${said}, Tags: [{Key: Name, Value: orders}]`],
    [{ listens: [{ ...client.listens![0]!, port: 6543 }] }, `${said}, Port: 6543`],
    [{ interfaces: [{ ...own!, publicIp: 'auto' }] }, `${said}, PubliclyAccessible: true`],
    [{ interfaces: [{ ...own!, securityGroups: ['Group'] }] }, said.replace(', !Ref Old]', ']')],
    [{ interfaces: [{ ...own!, securityGroups: ['Group', 'New'] }] }, said.replace('!Ref Old', '!GetAtt New.GroupId')],
  ]
  for (const [fields, after] of cases) {
    const revision = revise(change<typeof client>(design, 'Db', fields))
    expect(left(revision)).toEqual([])
    expect(revision.files[0]!.after).toBe(text.replace(said, after))
  }
})

test('what is drawn as something simpler than it is goes, and is not changed otherwise', () => {
  const text = `${SHOP.replace(/Outputs:[\s\S]*/, '')}  Places: {Type: AWS::RDS::DBSubnetGroup, Properties: {DBSubnetGroupDescription: d, SubnetIds: [!Ref Front, !Ref Back]}}
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, DBInstanceClass: db.t3.micro, AllocatedStorage: "20", DBSubnetGroupName: !Ref Places, VPCSecurityGroups: [!Ref Group]}
`
  const design = open({ 'net.yaml': text })
  const gone = revise(remove(design, 'Db'))
  expect(left(gone)).toEqual([])
  expect(gone.files[0]!.after).toBe(text.replace(/ {2}Db:\n[\s\S]*/, ''))
  const client = design.constructs.Db as Extract<Construct, { kind: 'client' }>
  const [own] = client.interfaces
  const moved = revise(change<typeof client>(design, 'Db', { interfaces: [{ ...own!, subnet: 'Back' }] }))
  expect(left(moved)).toEqual([
    'Client “Db” is in the template without the change of Network interfaces: it is AWS::RDS::DBInstance in the template (net.yaml, line 56), of which only the name, security groups, subnets, port and public addresses are changed from here, where it has them for itself',
  ])
  expect(differing(moved)).toEqual([])
})

test('a template whose VPC and subnets are given to it', () => {
  const text = `Parameters:
  Vpc: {Type: AWS::EC2::VPC::Id}
  Subnets: {Type: List<AWS::EC2::Subnet::Id>}
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}
`
  for (const parameters of [{}, { Vpc: 'vpc-0123456789abcdef0' }]) {
    const design = open({ 'net.yaml': text }, parameters)
    const changed = change(withPort(design, 8443), 'Group', { name: 'web' })
    const revision = revise(changed)
    expect(left(revision)).toEqual([])
    expect(differing(revision)).toEqual([
      '- - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}',
      '+ - {IpProtocol: tcp, FromPort: 8443, ToPort: 8443, CidrIp: 10.0.0.0/8}',
      '+ Tags:',
      '+ - Key: Name',
      '+ Value: web',
    ])
  }
})

test('line ends and a byte order mark stay, in JSON too', () => {
  const json = `\ufeff{\r\n  "Resources": {\r\n    "Net": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}\r\n  }\r\n}`
  const { files } = revise(change(open({ 'net.json': json }), 'Net', { cidrs: ['10.1.0.0/16'] }))
  expect(files).toEqual([{ path: 'net.json', before: json, after: json.replace('10.0.0.0', '10.1.0.0') }])
})

describe('names', () => {
  const BALANCED = `  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {Type: network, Scheme: internal, Subnets: [!Ref Front]}}
  Targets: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {VpcId: !Ref Net, Protocol: TCP, Port: 80, Name: web}}
  Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: shop.test, VPCs: [{VPCId: !Ref Net, VPCRegion: us-east-1}]}}
`
  test.each([
    ['Balancer', 'Subnets: [!Ref Front]', 'Subnets: [!Ref Front], Tags: [{Key: Name, Value: store}]'],
    ['Targets', 'Name: web', 'Name: web, Tags: [{Key: Name, Value: store}]'],
  ])('%s is called by its tag, whatever name AWS has for it', (id, before, after) => {
    const text = withMore(BALANCED)
    const revision = revise(change(open({ 'net.yaml': text }), id, { name: 'store' }))
    expect(left(revision)).toEqual([])
    expect(revision.files[0]!.after).toBe(text.replace(before, after))
  })
  test('a hosted zone is called by what it is the zone of: nothing is written that says nothing', () => {
    const revision = revise(change(open({ 'net.yaml': withMore(BALANCED) }), 'Zone', { name: 'store' }))
    expect(left(revision)).toEqual([
      'Hosted zone “store” is in the template without the change of name: the template has no place that it is read from',
    ])
    expect(differing(revision)).toEqual([])
  })
})

test('a rule more in a group that has only the one that lets nothing out', () => {
  const nothing = '{IpProtocol: icmp, FromPort: 252, ToPort: 86, CidrIp: 255.255.255.255/32}'
  const text = withMore(`  Closed:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: closed, VpcId: !Ref Net, SecurityGroupEgress: [${nothing}]}
`)
  const design = open({ 'net.yaml': text })
  const egress = [{ ...group(design).ingress[0]!, peer: { cidr: '10.0.0.0/8' } }]
  const revision = revise(change<ReturnType<typeof group>>(design, 'Closed', { egress }))
  expect(left(revision)).toEqual([])
  expect(revision.files[0]!.after).toBe(
    text.replace(nothing, `${nothing}, {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8}`),
  )
})

test('a rule that names another group is changed where it stands', () => {
  const rule = 'IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !GetAtt Group.GroupId'
  const text = withMore(`  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: inner, VpcId: !Ref Net, SecurityGroupIngress: [{${rule}}]}
`)
  const design = open({ 'net.yaml': text })
  const inner = design.constructs.Inner as Extract<Construct, { kind: 'security-group' }>
  const ingress = inner.ingress.map((one) => ({ ...one, ports: { from: 81, to: 81 } }))
  const revision = revise(change<typeof inner>(design, 'Inner', { ingress }))
  expect(left(revision)).toEqual([])
  expect(revision.files[0]!.after).toBe(text.replace('FromPort: 80, ToPort: 80', 'FromPort: 81, ToPort: 81'))
})
