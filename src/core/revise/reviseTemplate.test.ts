import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { importFiles } from '../import/index.ts'
import { applyEdits, type Construct, type Design, planRemoval } from '../model/index.ts'
import { planAddition } from '../model/plans/planAddition.ts'
import { diffLines } from './lines/diffLines.ts'
import { reviseTemplate } from './reviseTemplate.ts'
import type { ReviseChoices, Revision } from './types.ts'

const catalogue = await loadCatalogue()
const TEMPLATE = `# The network of the shop
Parameters:
  Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.2.0/24"}
  Port: {Type: Number, Default: 443}
  Wide: {Type: String, Default: "yes"}
Mappings:
  Sizes:
    db: {Block: 10.0.3.0/24}
Conditions:
  IsWide: !Equals [!Ref Wide, "yes"]
Resources:
  Net: # main
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsHostnames: !If [IsWide, true, false]
      Tags:
        - {Key: Name, Value: shop}   # as people call it
  Front:
    Type: AWS::EC2::Subnet
    DependsOn: [Way, Back]
    Properties: {VpcId: !Ref Net, CidrBlock: !Select [0, !Ref Blocks], AvailabilityZone: !Select [0, !GetAZs ""]}
  Back:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !Select [1, !Ref Blocks], AvailabilityZone: !Select [1, !GetAZs ""]}
  Data:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !FindInMap [Sizes, db, Block], AvailabilityZone: !Select [0, !GetAZs ""]}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Net}}
  FrontTable: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Front, RouteTableId: !Ref Table}}
  # out of the house
  Way: {Type: AWS::EC2::InternetGateway}
  WayNet: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Net, InternetGatewayId: !Ref Way}}
  Out:
    Type: AWS::EC2::Route
    DependsOn: WayNet
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Way}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      VpcId: !Ref Net
      SecurityGroupIngress:
        # from everywhere
        - IpProtocol: tcp
          FromPort: !Ref Port
          ToPort: !Ref Port
          CidrIp: 0.0.0.0/0
  FromNet:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !GetAtt Group.GroupId, IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: !GetAtt Net.CidrBlock}
  Job:
    Type: AWS::Glue::Connection
    Properties: {ConnectionInput: {PhysicalConnectionRequirements: {SubnetId: !Ref Data}}}
Outputs:
  Front: {Value: !Ref Front}
  Back: {Value: !Ref Back, Description: the back}
`

type Files = Readonly<Record<string, string>>
function open(files: Files = { 'net.yaml': TEMPLATE }, parameters: Readonly<Record<string, string>> = {}): Design {
  const result = importFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })),
    { catalogue, parameters },
  )
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.design
}
/** The design with fields of a construct changed. */
const change = <K extends Construct>(design: Design, id: string, fields: Partial<K>): Design => ({
  ...design,
  constructs: { ...design.constructs, [id]: { ...design.constructs[id]!, ...fields } as Construct },
})
const remove = (design: Design, id: string): Design => applyEdits(design, planRemoval(design, [id])).design
function add(design: Design, kind: Construct['kind'], parent: string | null): Design {
  const plan = planAddition(design, kind, parent, { x: 0, y: 0 })
  if (!plan.ok) throw new Error(JSON.stringify(plan))
  return applyEdits(design, plan.edits).design
}
function revise(design: Design, choices?: ReviseChoices): Revision {
  const revision = reviseTemplate(design, catalogue, choices)
  if (typeof revision === 'string') throw new Error(revision)
  return revision
}
/** What differs, a line each: `- …` and `+ …`. */
const differing = ({ files }: Revision): readonly string[] =>
  files.flatMap(({ before, after }) =>
    diffLines(before, after).flatMap(({ lines }) =>
      lines.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind === 'gone' ? '-' : '+'} ${text.trim()}`])),
    ),
  )
const left = ({ leftOver }: Revision): readonly string[] => leftOver.map(({ words }) => words)

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

const group = (design: Design) => design.constructs.Group as Extract<Construct, { kind: 'security-group' }>
const withPort = (design: Design, port: number): Design =>
  change<Extract<Construct, { kind: 'security-group' }>>(design, 'Group', {
    ingress: group(design).ingress.map((rule) => (rule.ports ? { ...rule, ports: { from: port, to: port } } : rule)),
  })

describe('a value that comes from elsewhere', () => {
  const block = (id: string, cidr: string) => change(open(), id, { cidr })
  test.each<[string, Design, string, readonly string[], readonly string[]]>([
    [
      'an item of a list',
      block('Back', '10.0.7.0/24'),
      'Blocks',
      [
        '- Properties: {VpcId: !Ref Net, CidrBlock: !Select [1, !Ref Blocks], AvailabilityZone: !Select [1, !GetAZs ""]}',
        '+ Properties: {VpcId: !Ref Net, CidrBlock: 10.0.7.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}',
      ],
      [
        '- Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.2.0/24"}',
        '+ Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.7.0/24"}',
      ],
    ],
    [
      'an entry of a mapping',
      block('Data', '10.0.8.0/24'),
      'Sizes',
      [
        '- Properties: {VpcId: !Ref Net, CidrBlock: !FindInMap [Sizes, db, Block], AvailabilityZone: !Select [0, !GetAZs ""]}',
        '+ Properties: {VpcId: !Ref Net, CidrBlock: 10.0.8.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}',
      ],
      ['- db: {Block: 10.0.3.0/24}', '+ db: {Block: 10.0.8.0/24}'],
    ],
  ])('%s is asked for', (_, design, from, here, there) => {
    const asked = revise(design)
    expect(asked.questions).toMatchObject([{ from, chosen: 'here' }])
    expect(differing(asked)).toEqual(here)
    const [question] = asked.questions
    const other = question!.options.find(({ id }) => id !== 'here')!.id
    for (const choices of [{ answers: { [question!.id]: other } }, { otherwise: 'origin' }] as const) {
      const answered = revise(design, choices)
      expect(differing(answered)).toEqual(there)
      expect(answered.questions).toMatchObject([{ chosen: other }])
      expect(left(answered)).toEqual([])
    }
  })
  test('a parameter is changed once for all that use it', () => {
    const revision = revise(withPort(open(), 8443), { otherwise: 'origin' })
    expect(differing(revision)).toEqual([
      '- Port: {Type: Number, Default: 443}',
      '+ Port: {Type: Number, Default: 8443}',
    ])
    expect(left(revision)).toEqual([])
  })
  test('what else changes with a parameter is told', () => {
    const text = TEMPLATE.replace('CidrIp: 0.0.0.0/0', 'CidrIp: !Select [1, !Ref Blocks]')
    const design = change(open({ 'net.yaml': text }), 'Back', { cidr: '10.0.7.0/24' })
    expect(left(revise(design))).toEqual([])
    expect(left(revise(design, { otherwise: 'origin' }))).toEqual([
      'Security group “Group” changes with the template, in Inbound rules, and is drawn as before',
    ])
  })
  test.each([
    ['as a list', '[{"ParameterKey": "Blocks", "ParameterValue": "10.0.4.0/24,10.0.5.0/24"}]\n'],
    ['by names', '{\n  "Parameters": {"Blocks": "10.0.4.0/24,10.0.5.0/24"}\n}'],
  ])('a file of parameters is changed where it says the value: %s', (_, parameters) => {
    const design = change(open({ 'net.yaml': TEMPLATE, 'dev.json': parameters }), 'Front', { cidr: '10.0.6.0/24' })
    const { files } = revise(design, { otherwise: 'origin' })
    expect(files.find(({ path }) => path === 'dev.json')!.after).toBe(parameters.replace('10.0.4.0', '10.0.6.0'))
    expect(files.find(({ path }) => path === 'net.yaml')!.after).toBe(TEMPLATE)
  })
  test('a value that was only given for once is no question', () => {
    const design = change(open(undefined, { Blocks: '10.0.4.0/24,10.0.5.0/24' }), 'Front', { cidr: '10.0.6.0/24' })
    const revision = revise(design, { otherwise: 'origin' })
    expect(revision.questions).toEqual([])
    expect(differing(revision)).toHaveLength(2)
  })
})

test('what is drawn as something simpler than it is goes, and is not changed otherwise', () => {
  const text = `${TEMPLATE.replace(/Outputs:[\s\S]*/, '')}  Places: {Type: AWS::RDS::DBSubnetGroup, Properties: {DBSubnetGroupDescription: d, SubnetIds: [!Ref Front, !Ref Back]}}
  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, DBInstanceClass: db.t3.micro, AllocatedStorage: "20", DBSubnetGroupName: !Ref Places, VPCSecurityGroups: [!Ref Group]}
`
  const design = open({ 'net.yaml': text })
  const gone = revise(remove(design, 'Db'))
  expect(left(gone)).toEqual([])
  expect(gone.files[0]!.after).toBe(text.replace(/ {2}Db:\n[\s\S]*/, ''))
  const renamed = revise(change(design, 'Db', { name: 'orders' }))
  expect(left(renamed)).toEqual([
    'Client “orders” is in the template without the change of name: it is AWS::RDS::DBInstance in the template, which is not changed from here',
  ])
  expect(differing(renamed)).toEqual([])
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

describe('what cannot be brought into the template is told, and nothing is broken', () => {
  test('a resource that others need stays', () => {
    const revision = revise(remove(open(), 'Data'))
    expect(left(revision)).toEqual([
      'Subnet “Data” is still in the template: Data stays in the template, since Job refers to it',
    ])
    expect(differing(revision)).toEqual([])
  })
  test('what a loop makes', () => {
    const text = `Transform: AWS::LanguageExtensions
Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Fn::ForEach::Each:
    - Letter
    - [A, B]
    - Subnet\${Letter}:
        Type: AWS::EC2::Subnet
        Properties: {VpcId: !Ref Net, CidrBlock: !If [Never, 10.0.1.0/24, 10.0.1.0/24], AvailabilityZone: !Sub "\${AWS::Region}a"}
Conditions: {Never: !Equals [a, b]}
`
    const revision = revise(change(open({ 'net.yaml': text }), 'SubnetA', { mapPublicIpOnLaunch: true }))
    expect(left(revision)).toEqual([
      expect.stringMatching(/^Subnet “SubnetA” is in the template without the change of Auto-assign.*: a loop/),
    ])
    expect(differing(revision)).toEqual([])
  })
  test('what an alias repeats', () => {
    const text = `Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: &same {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: *same}
`
    for (const id of ['A', 'B']) {
      const revision = revise(change(open({ 'net.yaml': text }), id, { cidr: '10.0.2.0/24' }))
      expect(left(revision)).toEqual([expect.stringMatching(/without the change of IPv4 block: /)])
      expect(differing(revision)).toEqual([])
    }
  })
  test('what lies outside of AWS, in another Region, or in the drawing alone', () => {
    const design = add(open(), 'on-premises-network', null)
    expect(
      left(
        revise({
          ...design,
          requests: [{ id: 'q', name: '', request: { from: 'a', to: 'b', protocol: 'tcp', port: 1 }, expect: null }],
        }),
      ),
    ).toEqual([
      expect.stringMatching(/^On-premises network .* is kept in the design: no template makes it$/),
      'The saved requests are kept in the design',
    ])
  })
  test('a template that is read otherwise than then', () => {
    const design = open()
    const revision = revise({ ...design, source: { ...design.source!, reading: '0'.repeat(16) } })
    expect(left(revision)).toEqual([expect.stringMatching(/^The template is read otherwise/)])
  })
  test('a design without a template, or with one that is none', () => {
    const { source, ...design } = open()
    expect(reviseTemplate(design, catalogue)).toMatch(/was not made of a template/)
    const broken = { ...source!, files: [{ path: 'net.yaml', text: 'Resources: {Net: {Type: AWS::EC2::VPC' }] }
    expect(reviseTemplate({ ...design, source: broken }, catalogue)).toMatch(/can no longer be read: net\.yaml: /)
  })
})

test('line ends and a byte order mark stay, in JSON too', () => {
  const json = `\ufeff{\r\n  "Resources": {\r\n    "Net": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}\r\n  }\r\n}`
  const { files } = revise(change(open({ 'net.json': json }), 'Net', { cidrs: ['10.1.0.0/16'] }))
  expect(files).toEqual([{ path: 'net.json', before: json, after: json.replace('10.0.0.0', '10.1.0.0') }])
})
