import { expect, test } from 'vitest'
import { importFiles } from '../importFiles.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const open = (text: string, path = 'net.yaml') => importFiles([{ path, bytes: bytesOf(text) }])
/** What is said of a template that cannot be read. */
function refusalOf(text: string, path?: string): string {
  const result = open(text, path)
  if (result.ok) throw new Error('it was not refused')
  return String(result.refusal)
}
function notesOf(text: string, path?: string): readonly string[] {
  const result = open(text, path)
  if (!result.ok) throw new Error(String(result.refusal))
  return result.report!.notes.map(({ message }) => message)
}

const VPC = 'Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}'
const nest = (count: number, before: string, inner: string, after: string) =>
  before.repeat(count) + inner + after.repeat(count)

test('a template of 10 MB is one sentence', () => {
  const text = `Resources:\n  ${VPC}\n${'# so much to say\n'.repeat(640_000)}`
  expect(text.length).toBeGreaterThan(10 * 1024 * 1024)
  expect(refusalOf(text)).toBe(
    'is a CloudFormation template without a network; net.yaml: The template holds more than 2 MB; AWS takes up to 1 MB',
  )
  expect(refusalOf(JSON.stringify({ Resources: {}, Description: 'x'.repeat(10 * 1024 * 1024) }), 'net.json')).toMatch(
    /more than 2 MB/,
  )
})
test('500 functions in each other are one sentence', () => {
  const yaml = nest(500, '!Join ["", [', 'a', ']]')
  expect(refusalOf(`Resources:\n  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: ${yaml}}}`)).toMatch(
    /nested more than 200 levels deep$/,
  )
  const json = nest(500, '{"Fn::Join": ["", [', '"a"', ']]}')
  expect(refusalOf(`{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": ${json}}}}}`)).toMatch(
    /nested more than 200 levels deep$/,
  )
})
test('aliases that explode are one sentence', () => {
  const lists = [...Array(12).keys()].map(
    (level) => `  l${level + 1}: &l${level + 1} [${Array(10).fill(`*l${level}`).join(', ')}]`,
  )
  expect(refusalOf(`Resources:\n  ${VPC}\nMetadata:\n  l0: &l0 [x]\n${lists.join('\n')}\n`)).toMatch(
    /comes to more than 300000 values, those of its aliases counted$/,
  )
  expect(refusalOf(`Resources:\n  ${VPC}\nMetadata: &m {m: *m}\n`)).toMatch(
    /Line 3: the alias “m” names nothing above it$/,
  )
  expect(open(`Metadata: &m {Hopwise: {Region: eu-west-1}}\nOther: *m\nResources:\n  ${VPC}`).ok).toBe(true)
})
test('loops in loops without end are told, and the rest is read', () => {
  const hundred = `[${[...Array(100).keys()].map((n) => `n${n}`).join(', ')}]`
  const loop = (name: string, inner: string) => `{"Fn::ForEach::${name}": [${name}, ${hundred}, ${inner}]}`
  const body = loop('A', loop('B', loop('C', loop('D', `{"R\${A}\${B}\${C}\${D}": {Type: AWS::EC2::VPC}}`))))
  const said = refusalOf(`AWSTemplateFormatVersion: 2010-09-09\nResources: ${body}\n`)
  expect(said).toMatch(/comes to too many values/)
})
test('what goes round in a circle, or through too much, is told', () => {
  const circle = notesOf(`
Resources:
  ${VPC}
  One: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: !GetAtt Two.CidrBlock}}
  Two: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: !GetAtt One.CidrBlock}}
Conditions: {A: !Condition B, B: !Condition A}
`)
  expect(circle.filter((note) => /circle/.test(note))).not.toEqual([])
  const chain = [...Array(2000).keys()].map(
    (n) => `  P${n}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt P${n + 1}.CidrBlock}}`,
  )
  const said = notesOf(
    `Resources:\n${chain.join('\n')}\n  P2000: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}\n`,
  )
  expect(said.filter((note) => /too many other values/.test(note))).not.toEqual([])
})
test('exports and stored values that name themselves are told', () => {
  const text = `
Resources:
  ${VPC}
  Kept: {Type: AWS::SSM::Parameter, Properties: {Name: "{{resolve:ssm:x}}", Value: !ImportValue a}}
  Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: "{{resolve:ssm:x}}", AvailabilityZone: !ImportValue a}}
Outputs:
${[...'abcdefghij'].map((name) => `  ${name}: {Value: !ImportValue b, Export: {Name: !ImportValue ${name}}}`).join('\n')}
`
  expect(notesOf(text).filter((note) => /^Not known, as/.test(note))).toHaveLength(2)
})
test('what joins nothing, and what nothing uses, is told', () => {
  const said = notesOf(`
Resources:
  ${VPC}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Wrong: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Vpc}}
  Half: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {InternetGatewayId: !Ref Gateway}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Alone: {Type: AWS::Route53Resolver::FirewallDomainList, Properties: {Domains: [a.example]}}
`)
  expect(said).toEqual(
    expect.arrayContaining([
      'Wrong: its SubnetId names nothing that is in the templates, so that it joins nothing',
      'Half: its VpcId names nothing that is in the templates, so that it joins nothing',
      'Alone: nothing in the files uses it',
    ]),
  )
  expect(said.join()).not.toMatch(/RouteTableId|Table:/)
})
test('names that objects have anyway are names like others', () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    expect(
      open(
        `Resources:\n  ${VPC}\n  ${name}: {Type: ${name}, Condition: ${name}, Properties: {A: !Ref ${name}, B: !GetAtt Vpc.${name}, C: !FindInMap [${name}, ${name}, ${name}], D: {"Fn::${name}": 1}}}\n`,
      ).ok,
    ).toBe(true)
})
test.each([
  [
    `Resources: {${VPC}}\nResource: {}\nModules: {}`,
    'No section of a template is called Resource and Modules: nothing',
  ],
  ['Resources: []', 'The section Resources is no object: nothing of it is read'],
  [`Resources: {${VPC}, A: null, B: 3, C: [], D: {Type: 7}}`, 'A: it is no resource, having no Type'],
  [
    `Resources: {${VPC}, E: {Type: AWS::EC2::VPC, Properties: [1]}}`,
    'E: its properties are not all known: they are no object of properties',
  ],
  ['Resources:\n  A: {Type: AWS::EC2::VPC}\n\tB: 1', 'net.yaml: Line '],
  ['Resources:\n  A: {Type: AWS::EC2::VPC, ? [a, b] : c}', 'net.yaml: Line 3: a key has to be a text'],
  ['---\nResources: {}', 'net.yaml: Line '],
])('%j is told', (text, said) => {
  const result = open(`AWSTemplateFormatVersion: 2010-09-09\n${text}\n`)
  const told = result.ok ? result.report!.notes.map(({ message }) => message) : [String(result.refusal)]
  expect(told.join('; ')).toContain(said)
})
test('what stands twice, and tags that nobody knows, are told with their lines', () => {
  expect(
    notesOf(
      `Resources:\n  ${VPC}\n  ${VPC}\n  Other: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Nearby Vpc, CidrBlock: !!weird x}}`,
    ),
  ).toEqual(
    expect.arrayContaining([
      'Line 3: the key “Vpc” stands twice in one object; what stands last counts',
      'Line 4: nothing here knows the tag “!Nearby”',
      'Line 4: nothing here knows the tag “tag:yaml.org,2002:weird”',
    ]),
  )
})
