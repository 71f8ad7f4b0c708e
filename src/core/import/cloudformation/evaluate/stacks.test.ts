import { expect, test } from 'vitest'
import { evaluateTexts } from '../testing/evaluateTexts.ts'

const idsOf = (texts: Readonly<Record<string, string>>, given = {}) =>
  evaluateTexts(texts, given).stacks.map(({ file, resources }) => [file, ...resources.map(({ id }) => id)])

const NETWORK = `
Parameters: {Block: {Type: String}, Names: {Type: CommaDelimitedList, Default: ""}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
  It: {Type: Test::It, Properties: {Value: !Ref Names}}
Outputs:
  Vpc: {Value: !Ref Vpc, Export: {Name: !Sub "\${AWS::StackName}-vpc"}}
  Block: {Value: !GetAtt Vpc.CidrBlock}
`
const parent = (url: string) => `
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
      Parameters: {Block: 10.3.0.0/16, Names: !Join [",", [a, !Ref "AWS::Region"]]}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !GetAtt Network.Outputs.Vpc, CidrBlock: !GetAtt Network.Outputs.Block}}
`

test.each([
  ['https://s3.amazonaws.com/bucket/templates/network.yaml'],
  ['./network.yaml'],
  [`!Sub "https://\${Bucket}.s3.amazonaws.com/\${Prefix}templates/network.yaml"`],
  ['!Join ["", ["https://", !Ref Bucket, "/network.yaml"]]'],
])('a nested stack is the template of that name among the files: %s', (url) => {
  const { stacks, value } = evaluateTexts({ 'main.yaml': parent(url), 'network.yaml': NETWORK })
  expect(stacks.map(({ file, prefix }) => [file, prefix])).toEqual([
    ['main.yaml', ''],
    ['network.yaml', 'Network.'],
  ])
  expect(value('Subnet', 'VpcId')).toBe('Network.Vpc')
  expect(value('Subnet', 'CidrBlock')).toBe('10.3.0.0/16')
  expect(value('Network.It')).toEqual(['a', 'us-east-1'])
})
test('of several templates of one name the nearest is nested, and none in itself', () => {
  expect(
    idsOf(
      { 'a/main.yaml': parent('network.yaml'), 'a/network.yaml': NETWORK, 'b/network.yaml': NETWORK },
      { Block: 'x' },
    ).map(([file]) => file),
  ).toEqual(['a/main.yaml', 'a/network.yaml', 'b/network.yaml'])
  const near = evaluateTexts({
    'main.yaml': parent('sub/network.yaml'),
    'network.yaml': NETWORK,
    'sub/network.yaml': NETWORK,
  })
  expect(near.stacks.find(({ prefix }) => prefix === 'Network.')?.file).toBe('sub/network.yaml')
  const circle = evaluateTexts({ 'main.yaml': parent('main.yaml') })
  expect(circle.stacks).toHaveLength(1)
  expect(circle.value('Subnet', 'VpcId')).toEqual({
    unknown: 'the template of the nested stack Network is not among the files',
    what: 'Network.Outputs.Vpc of a template that is not among the files',
  })
})
test('a nested stack of CDK is the template that its metadata names', () => {
  const main = JSON.stringify({
    Resources: {
      Network: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: {
          TemplateURL: { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/cdk-assets/0123abcd.json` },
          Parameters: { Block: '10.4.0.0/16' },
        },
        Metadata: { 'aws:asset:path': 'App.network.nested.template.json', 'aws:asset:property': 'TemplateURL' },
      },
    },
  })
  const nested = JSON.stringify({
    Parameters: { Block: { Type: 'String' } },
    Resources: { Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: { Ref: 'Block' } } } },
  })
  const { value } = evaluateTexts({ 'out/App.template.json': main, 'out/App.network.nested.template.json': nested })
  expect(value('Network.Vpc', 'CidrBlock')).toBe('10.4.0.0/16')
})
test('a nested stack whose template is not there is told', () => {
  const { value, notes } = evaluateTexts({ 'main.yaml': parent('network.yaml') })
  expect(value('Subnet', 'VpcId')).toMatchObject({ unknown: expect.stringContaining('Network') })
  expect(notes.map(({ message }) => message)).toContain(
    'Network: what this nested stack makes is not known; its template is not among the files',
  )
})
test('an import is what another template exports, by its name or by what is alike', () => {
  const app = (name: string) => `
AWSTemplateFormatVersion: 2010-09-09
Parameters: {Stack: {Type: String, Default: other}}
Resources: {It: {Type: Test::It, Properties: {Value: !ImportValue ${name}}}}
`
  const both = (name: string) =>
    evaluateTexts({ 'app.yaml': app(name), 'network.yaml': NETWORK }, { Block: '10.0.0.0/16' })
  expect(both('network-vpc').value('app.It')).toBe('network.Vpc')
  const alike = both(`{"Fn::Sub": "\${Stack}-vpc"}`)
  expect(alike.value('app.It')).toBe('network.Vpc')
  expect(alike.notes.map(({ message }) => message)).toContain(
    'The import “other-vpc” is taken to be Vpc of network.yaml',
  )
  expect(both(`{"Fn::Sub": "\${Stack}-subnet"}`).value('app.It')).toEqual({ unknown: 'no file exports “other-subnet”' })
  const two = evaluateTexts({
    'app.yaml': app(`{"Fn::Sub": "\${Stack}-vpc"}`),
    'network.yaml': NETWORK,
    'network2.yaml': NETWORK,
  })
  expect(two.value('app.It')).toEqual({ unknown: 'no file exports “other-vpc”' })
})
test('ids that two templates use stand behind the name of their file', () => {
  const one = 'Resources: {Vpc: {Type: AWS::EC2::VPC}}'
  const other = 'Resources: {Other: {Type: AWS::EC2::VPC}}'
  expect(idsOf({ 'a.yaml': one, 'b.yaml': other })).toEqual([
    ['a.yaml', 'Vpc'],
    ['b.yaml', 'Other'],
  ])
  expect(idsOf({ 'a.yaml': one, 'b.yaml': one, 'c.yaml': other })).toEqual([
    ['a.yaml', 'a.Vpc'],
    ['b.yaml', 'b.Vpc'],
    ['c.yaml', 'Other'],
  ])
  expect(idsOf({ 'x/net.yaml': one, 'y/net.yaml': one })).toEqual([
    ['x/net.yaml', 'x-net.Vpc'],
    ['y/net.yaml', 'y-net.Vpc'],
  ])
})
test('loops repeat resources, outputs, conditions and properties, in each other too', () => {
  const { stacks, value } = evaluateTexts({
    'net.yaml': `
Transform: AWS::LanguageExtensions
Parameters: {Names: {Type: CommaDelimitedList, Default: "a,b"}}
Conditions:
  "Fn::ForEach::Which": [Name, !Ref Names, {"Is\${Name}": !Equals [!Ref Name, a]}]
Resources:
  "Fn::ForEach::Subnets":
    - Name
    - !Ref Names
    - "Subnet\${Name}":
        Type: AWS::EC2::Subnet
        Condition: "Is\${Name}"
        Properties: {CidrBlock: !Sub "\${Name}", VpcId: !Ref "Vpc\${Name}"}
      "Vpc\${Name}": {Type: AWS::EC2::VPC}
      "Fn::ForEach::Inner":
        - Block
        - [10.0.0.0/24, 10.0.1.0/24]
        - "It\${Name}&{Block}":
            Type: Test::It
            Properties:
              "Fn::ForEach::Tags": [Key, [Value, Other], {"\${Key}": !Sub "\${Name} \${Block}"}]
`,
  })
  expect(stacks[0]!.resources.map(({ id }) => id)).toEqual([
    'Subneta',
    'Vpca',
    'Ita1000024',
    'Ita1001024',
    'Vpcb',
    'Itb1000024',
    'Itb1001024',
  ])
  expect(value('Subneta', 'VpcId')).toBe('Vpca')
  expect(value('Ita1000024')).toBe('a 10.0.0.0/24')
  expect(value('Ita1000024', 'Other')).toBe('a 10.0.0.0/24')
})
test('what is switched off, not known to be on, waits in a circle or goes through a macro is told', () => {
  const { notes, stacks } = evaluateTexts({
    'net.yaml': `
Transform: [AWS::LanguageExtensions, Mine]
Metadata: {Hopwise: {Region: narnia}}
Parameters: {Ask: {Type: String}}
Conditions: {Never: !Equals [a, b], Maybe: !Equals [!Ref Ask, b]}
Resources:
  Off: {Type: AWS::EC2::VPC, Condition: Never}
  Perhaps: {Type: AWS::EC2::VPC, Condition: Maybe, Properties: {CidrBlock: !Ref Ask, Shape: round}}
  One: {Type: AWS::EC2::Subnet, DependsOn: Two}
  Two: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Sub "\${One}"}}
  None: {Properties: {}}
`,
  })
  expect(stacks[0]!.resources.map(({ id }) => id)).toEqual(['Perhaps', 'One', 'Two'])
  expect(notes.map(({ kind, message, place }) => [kind, message, place?.line])).toEqual([
    ['assumed', 'Metadata.Hopwise: “narnia” is no Region; us-east-1 and 111122223333 are taken', undefined],
    ['unknown', 'What the transform Mine makes of the template is not known', undefined],
    ['assumed', 'AWS will not deploy it: resources wait for each other in a circle, One → Two → One', 9],
    ['skipped', 'None: it is no resource, having no Type', 11],
    ['assumed', 'Perhaps: it is taken to be there; its condition is not known: the parameter Ask has no value', 8],
    ['unused', 'The condition Never is false, so that Off is not there', undefined],
    ['unknown', 'Not known, as the parameter Ask has no value: Perhaps.CidrBlock', 8],
    ['unused', 'AWS::EC2::VPC: properties that are not read: Perhaps.Shape', 8],
  ])
})
test('rules that the parameters break are told', () => {
  const broken = (value: string) =>
    evaluateTexts({
      'net.yaml': `
AWSTemplateFormatVersion: 2010-09-09
Parameters: {A: {Type: String, Default: ${value}}, B: {Type: String}}
Rules:
  Known: {Assertions: [{Assert: !Contains [[x, y], !Ref A], AssertDescription: x or y}]}
  Asked: {RuleCondition: !Equals [!Ref A, x], Assertions: [{Assert: !Equals [!Ref B, z]}]}
  Never: {RuleCondition: !Equals [!Ref A, q], Assertions: [{Assert: !Equals [a, b]}]}
Resources: {}
`,
    }).notes.map(({ message }) => message)
  expect(broken('x')).toEqual([
    'Whether the rule Asked lets these parameters pass is not known: the parameter B has no value',
  ])
  expect(broken('z')).toEqual(['The rule Known refuses these parameters: x or y'])
})
test('rules look at every member, and at all parameters of a type', () => {
  const broken = (assertion: string) =>
    evaluateTexts({
      'net.yaml': `
AWSTemplateFormatVersion: 2010-09-09
Parameters: {A: {Type: CommaDelimitedList, Default: "x,y"}, V: {Type: "AWS::EC2::VPC::Id", Default: vpc-1}}
Rules: {It: {Assertions: [{Assert: ${assertion}, AssertDescription: it}]}}
Resources: {}
`,
    }).notes.map(({ message }) => message)
  const refused = ['The rule It refuses these parameters: it']
  expect(broken('{"Fn::EachMemberIn": [!Ref A, [x, y, z]]}')).toEqual([])
  expect(broken('{"Fn::EachMemberIn": [!Ref A, [x, z]]}')).toEqual(refused)
  expect(broken('{"Fn::EachMemberEquals": [[x, x], x]}')).toEqual([])
  expect(broken('{"Fn::EachMemberEquals": [!Ref A, x]}')).toEqual(refused)
  expect(broken('{"Fn::Contains": [{"Fn::RefAll": "AWS::EC2::VPC::Id"}, vpc-1]}')).toEqual([])
  expect(broken('{"Fn::Contains": [{"Fn::RefAll": "AWS::EC2::VPC::Id"}, vpc-2]}')).toEqual(refused)
  expect(broken('{"Fn::EachMemberEquals": [{"Fn::ValueOf": [V, Tags.x]}, x]}')).toEqual([
    'Whether the rule It lets these parameters pass is not known: Tags.x of “vpc-1” is in none of the files',
  ])
})
test('rules look at what the files say of what parameters name', () => {
  const broken = (assertion: string) =>
    evaluateTexts(
      {
        'main.yaml': `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, Tags: [{Key: Team, Value: net}]}}
  App: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: app.yaml, Parameters: {V: !Ref Vpc}}}
`,
        'app.yaml': `
Parameters: {V: {Type: "AWS::EC2::VPC::Id"}}
Rules: {It: {Assertions: [{Assert: ${assertion}, AssertDescription: it}]}}
Resources: {}
`,
      },
      {},
    ).notes.map(({ message }) => message)
  const refused = ['The rule It refuses these parameters: it']
  expect(broken('!Equals [{"Fn::ValueOf": [V, Tags.Team]}, net]')).toEqual([])
  expect(broken('!Equals [{"Fn::ValueOf": [V, Tags.Team]}, app]')).toEqual(refused)
  expect(broken('!Equals [{"Fn::ValueOf": [V, DefaultSecurityGroup]}, Vpc.default]')).toEqual([])
  expect(broken('{"Fn::EachMemberEquals": [{"Fn::ValueOfAll": ["AWS::EC2::VPC::Id", Tags.Team]}, net]}')).toEqual([])
  expect(broken('{"Fn::EachMemberEquals": [{"Fn::ValueOfAll": ["AWS::EC2::VPC::Id", Tags.Team]}, app]}')).toEqual(
    refused,
  )
  expect(broken('!Equals [{"Fn::ValueOf": [V, Tags.Other]}, x]')).toEqual([
    'Whether the rule It lets these parameters pass is not known: Vpc has no tag Other',
  ])
})
test('what transforms make is named wherever they stand', () => {
  const { notes, value } = evaluateTexts({
    'net.yaml': `
Transform: [Whole]
Parameters: {Fn::Transform: {Name: P}}
Mappings: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://b/maps.yaml}}}
Conditions: {C: !Equals [a, a], Fn::Transform: {Name: C}}
Outputs: {Fn::Transform: {Name: O}}
Resources:
  Fn::Transform: [{Name: A}, {Name: B}]
  Vpc:
    Type: AWS::EC2::VPC
    Fn::Transform: {Name: Beside}
    Properties: {CidrBlock: !FindInMap [M, a, b], Value: !Ref Nobody}
`,
  })
  expect(notes.map(({ message }) => message).filter((one) => one.includes('puts'))).toEqual([
    'Parameters: what the transform P puts there is not known',
    'Mappings: what the transform AWS::Include of s3://b/maps.yaml puts there is not known',
    'Conditions: what the transform C puts there is not known',
    'Outputs: what the transform O puts there is not known',
    'Resources: what the transform A and the transform B puts there is not known',
    'Vpc: what the transform Beside puts beside its properties is not known',
  ])
  expect(value('Vpc', 'CidrBlock')).toEqual({
    unknown: 'the mappings have no M, a, b, unless the transform AWS::Include of s3://b/maps.yaml makes it',
  })
  expect(value('Vpc', 'Value')).toEqual({ unknown: 'the template has no “Nobody”, unless the transform P makes it' })
})
test('Metadata.Hopwise says where it is, whose, and what policies call it', () => {
  const { stacks, value } = evaluateTexts({
    'net.json': JSON.stringify({
      Metadata: {
        Hopwise: {
          region: 'cn-north-1',
          accountId: '777788889999',
          orgId: 'o-1',
          ids: { Vpc: 'vpc-1' },
          resourceAccounts: { Data: '444455556666' },
          scps: [{ Version: '2012-10-17', Vpcs: [{ Ref: 'Vpc' }, { Ref: 'AWS::NoValue' }] }],
        },
      },
      Resources: {
        Vpc: { Type: 'AWS::EC2::VPC' },
        Data: { Type: 'AWS::S3::Bucket' },
        Endpoint: {
          Type: 'AWS::EC2::VPCEndpoint',
          Properties: {
            VpcId: { Ref: 'Vpc' },
            Value: { 'Fn::Sub': `\${AWS::Partition} \${AWS::URLSuffix} \${AWS::AccountId}` },
            PolicyDocument: { Statement: [{ Condition: { StringEquals: { 'aws:SourceVpc': { Ref: 'Vpc' } } } }] },
          },
        },
      },
    }),
  })
  const [stack] = stacks
  expect(stack).toMatchObject({
    region: 'cn-north-1',
    account: '777788889999',
    metadata: { orgId: 'o-1', ids: { Vpc: 'vpc-1' }, scps: [{ Version: '2012-10-17', Vpcs: ['vpc-1'] }] },
  })
  expect(stack!.resources.map(({ account }) => account)).toEqual(['777788889999', '444455556666', '777788889999'])
  expect(stack!.resources[1]!.place).toEqual({ file: 'net.json', key: 'Data', index: null, line: 1 })
  expect(value('Endpoint', 'VpcId')).toBe('Vpc')
  expect(value('Endpoint')).toBe('aws-cn amazonaws.com.cn 777788889999')
  expect(value('Endpoint', 'PolicyDocument')).toEqual({
    Statement: [{ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } }],
  })
})

test('a Region that is nowhere said is the one that zones are written in', () => {
  const regionOf = (zone: string, name = 'x') =>
    evaluateTexts({
      'net.yaml': `Resources: {A: {Type: AWS::EC2::Subnet, Properties: {AvailabilityZone: ${zone}, Name: ${name}}}}`,
    }).stacks[0]!.region
  expect(regionOf('eu-west-1a')).toBe('eu-west-1')
  expect(regionOf('eu-west-1a', 'com.amazonaws.us-west-2.s3')).toBe('eu-west-1')
  expect(regionOf('!Select [0, !GetAZs ""]', 'com.amazonaws.us-west-2.s3')).toBe('us-east-1')
  expect(regionOf('eu-west-1a', 'us-west-2b')).toBe('us-east-1')
  expect(regionOf('!Select [0, !GetAZs ""]')).toBe('us-east-1')
})

test('what is exported or stored is found where it is alone: in the account and Region of the stack', () => {
  const at = (region: string) => `Metadata: {Hopwise: {Region: ${region}}}\n`
  const exporting = `Resources:
  Kept: {Type: AWS::SSM::Parameter, Properties: {Name: /net/block, Value: 10.1.0.0/16}}
Outputs: {Block: {Value: 10.1.0.0/16, Export: {Name: the-block}}}
`
  const importing = `Resources:
  A: {Type: AWS::SSM::Parameter, Properties: {Value: !ImportValue the-block}}
  B: {Type: AWS::SSM::Parameter, Properties: {Value: "{{resolve:ssm:/net/block}}"}}
`
  const near = evaluateTexts({ 'a.yaml': at('eu-west-1') + exporting, 'b.yaml': at('eu-west-1') + importing })
  expect([near.value('A'), near.value('B')]).toEqual(['10.1.0.0/16', '10.1.0.0/16'])
  const far = evaluateTexts({ 'a.yaml': at('eu-west-1') + exporting, 'b.yaml': at('us-east-1') + importing })
  expect([far.value('A'), far.value('B')]).toEqual([
    { unknown: 'a.yaml exports “the-block” in eu-west-1 of account 111122223333, and imports stay in theirs' },
    { unknown: 'it is kept elsewhere: {{resolve:ssm:/net/block}}' },
  ])
})
test('of exports with one name the one counts that its condition lets be', () => {
  const exporting = (kind: string, value: string) =>
    `Conditions: {IsReal: !Equals [${kind}, real]}\nResources: {Bucket: {Type: AWS::S3::Bucket}}\nOutputs: {Block: {Condition: IsReal, Value: ${value}, Export: {Name: the-block}}}\n`
  const importing = 'Resources: {A: {Type: AWS::SSM::Parameter, Properties: {Value: !ImportValue the-block}}}'
  const both = { 'a.yaml': exporting('sham', 'a'), 'b.yaml': exporting('real', 'b'), 'c.yaml': importing }
  expect(evaluateTexts(both).value('A')).toBe('b')
  const { 'a.yaml': sham } = both
  expect(evaluateTexts({ 'a.yaml': sham, 'c.yaml': importing }).value('A')).toEqual({
    unknown: 'the output Block is not there, its condition being false',
  })
})
