import { expect, test } from 'vitest'
import type { Evaluated } from '../stack.ts'
import { evaluateTexts } from '../testing/evaluateTexts.ts'

/** The value of one expression, in a template that has a little of everything. */
function evaluated(expression: string, given: Readonly<Record<string, string>> = {}): Evaluated | undefined {
  const text = `
Parameters:
  Env: {Type: String, Default: prod, AllowedValues: [prod, test]}
  Asked: {Type: String}
  Zones: {Type: CommaDelimitedList, Default: "x, y ,z"}
  Empty: {Type: CommaDelimitedList, Default: ""}
  Ami: {Type: "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>", Default: /aws/service/ami}
  Stored: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /network/subnets}
  Count: {Type: Number, Default: 2}
  Secret: {Type: String, Default: "{{resolve:ssm:/network/subnets}} there", NoEcho: true}
Mappings:
  Blocks:
    prod: {Vpc: 10.1.0.0/16, Zones: [a, b]}
    "012345678901": {Vpc: 10.9.0.0/16}
    us-east-1: {Vpc: 10.7.0.0/16}
Conditions:
  IsProd: !Equals [!Ref Env, prod]
  IsTest: !Not [!Condition IsProd]
  IsAsked: !Equals [!Ref Asked, "yes"]
  Both: !And [!Condition IsProd, !Condition IsAsked]
  Neither: !And [!Condition IsTest, !Condition IsAsked]
  Either: !Or [!Condition IsProd, !Condition IsAsked]
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !FindInMap [Blocks, !Ref Env, Vpc]}}
  Off: {Type: AWS::EC2::VPC, Condition: IsTest, Properties: {CidrBlock: 10.2.0.0/16}}
  Named: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub "\${Env}-data"}}
  Unnamed: {Type: AWS::S3::Bucket}
  Kept: {Type: AWS::SSM::Parameter, Properties: {Name: /network/subnets, Value: "s-1,s-2"}}
  Self: {Type: AWS::S3::Bucket, Properties: {BucketName: !Ref Self}}
  Own: {Type: Custom::Thing, Properties: {ServiceToken: x}}
  It: {Type: Test::It, Properties: {Value: ${expression}}}
`
  return evaluateTexts({ 'net.yaml': text }, given).value('It')
}
const unknownOf = (expression: string): string => {
  const value = evaluated(expression)
  if (typeof value !== 'object' || value === null || !('unknown' in value)) throw new Error(JSON.stringify(value))
  return value.unknown as string
}

test.each<readonly [string, Evaluated]>([
  ['!Ref Vpc', 'Vpc'],
  ['!GetAtt Vpc.CidrBlock', '10.1.0.0/16'],
  ['!GetAtt [Vpc, DefaultSecurityGroup]', 'Vpc.default'],
  ['!Ref Env', 'prod'],
  ['!Ref Zones', ['x', 'y', 'z']],
  ['!Ref Empty', ['']],
  ['!Ref Count', '2'],
  ['!Ref Stored', ['s-1', 's-2']],
  ['"{{resolve:ssm:/network/subnets:1}}"', 's-1,s-2'],
  ['!Join ["", [of, " {{resolve:ssm:/network/subnets}}"]]', 'of s-1,s-2'],
  ['!Ref Secret', 's-1,s-2 there'],
  ['!Ref Named', 'prod-data'],
  ['!Ref Unnamed', 'Unnamed'],
  ['!Ref "AWS::Region"', 'us-east-1'],
  ['!Ref "AWS::AccountId"', '111122223333'],
  ['!Ref "AWS::Partition"', 'aws'],
  ['!Ref "AWS::URLSuffix"', 'amazonaws.com'],
  ['!Ref "AWS::StackName"', 'net'],
  ['[a, !Ref "AWS::NoValue", b]', ['a', 'b']],
  ['{a: !Ref "AWS::NoValue", b: 1}', { b: 1 }],
  [`!Sub "\${Vpc.CidrBlock} in \${AWS::Region}, \${!Literal}, \${Env}"`, `10.1.0.0/16 in us-east-1, \${Literal}, prod`],
  [`!Sub ["\${Env}-\${Other}", {Env: mine, Other: !Ref Vpc}]`, 'mine-Vpc'],
  [`!Sub "\${Zones}"`, 'x,y,z'],
  ['!Join ["-", [a, !Ref Env, 3]]', 'a-prod-3'],
  ['!Join [",", !Ref Zones]', 'x,y,z'],
  ['!Split [".", 10.0.1.2]', ['10', '0', '1', '2']],
  ['!Select [1, !Ref Zones]', 'y'],
  ['!Select ["1", !Split ["/", a/b]]', 'b'],
  ['!Select [!Ref Count, !GetAZs ""]', 'us-east-1c'],
  ['!GetAZs', ['us-east-1a', 'us-east-1b', 'us-east-1c']],
  ['!GetAZs eu-west-1', ['eu-west-1a', 'eu-west-1b', 'eu-west-1c']],
  ['!FindInMap [Blocks, prod, Zones]', ['a', 'b']],
  ['!FindInMap [Blocks, 012345678901, Vpc]', '10.9.0.0/16'],
  ['!FindInMap [Blocks, !Ref "AWS::Region", Vpc]', '10.7.0.0/16'],
  ['!FindInMap [Blocks, none, Vpc, {DefaultValue: !Ref Env}]', 'prod'],
  ['!Cidr [10.0.0.0/16, 3, 8]', ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']],
  ['!Cidr [!GetAtt Vpc.CidrBlock, 2, 12]', ['10.1.0.0/20', '10.1.16.0/20']],
  ['!Select [1, !Cidr [2001:db8::/56, 4, 64]]', '2001:db8:0:1::/64'],
  ['!If [IsProd, a, b]', 'a'],
  ['!If [IsTest, a, b]', 'b'],
  ['!If [IsAsked, same, same]', 'same'],
  ['[!If [IsTest, a, !Ref "AWS::NoValue"], c]', ['c']],
  ['!If [Either, a, b]', 'a'],
  ['!If [Neither, a, b]', 'b'],
  ['!Length [a, b]', 2],
  ['!Length {"Ref": Zones}', 3],
  ['!ToJsonString {a: [1, !Ref Env]}', '{"a":[1,"prod"]}'],
  ['!Base64 "Grüße"', 'R3LDvMOfZQ=='],
  ['!Base64 "ab"', 'YWI='],
  ['{"Fn::Join": ["", [{"Ref": "Env"}, {"Fn::GetAtt": ["Vpc", "CidrBlock"]}]]}', 'prod10.1.0.0/16'],
  [
    '{Statement: [{Condition: {StringEquals: {a: !Ref Env}}}]}',
    { Statement: [{ Condition: { StringEquals: { a: 'prod' } } }] },
  ],
  ['012', 10],
  ['yes', true],
  ['2012-10-17', '2012-10-17'],
  ['012345678901', '012345678901'],
  ['1.10', '1.10'],
  ['"no"', 'no'],
])('%s', (expression, expected) => {
  expect(evaluated(expression)).toEqual(expected)
})

test.each([
  ['!Ref Asked', 'the parameter Asked has no value'],
  [`!Sub "a-\${Asked}"`, 'the parameter Asked has no value'],
  ['!Join ["", [a, !Ref Asked]]', 'the parameter Asked has no value'],
  ['!If [IsAsked, a, b]', 'the parameter Asked has no value'],
  ['!If [Both, a, b]', 'the parameter Asked has no value'],
  ['!Ref Ami', 'it is in the Parameter Store, as /aws/service/ami'],
  ['!Ref Nobody', 'the template has no “Nobody”'],
  ['!GetAtt Nobody.Arn', 'the template has no “Nobody.Arn”'],
  ['!Ref Off', 'Off is not there, its condition being false'],
  ['!Ref Self', 'it goes round in a circle: Self.BucketName → Self.Ref → Self.BucketName'],
  ['!GetAtt Vpc.Unheard', 'Vpc.Unheard is known when it is deployed'],
  ['!Ref Own', 'what Own gives is known when it is deployed'],
  ['!GetAtt Own.Result', 'Own.Result is known when it is deployed'],
  ['!FindInMap [Blocks, none, Vpc]', 'the mappings have no Blocks, none, Vpc'],
  ['!Select [7, [a]]', 'Fn::Select asks for item 7 of a list of 1'],
  ['!Cidr [10.0.0.0/24, 300, 4]', 'Fn::Cidr cannot cut 300 blocks with 4 bits from 10.0.0.0/24'],
  ['!Cidr [10.0.0.0/24, 4, 8]', 'Fn::Cidr cannot cut 4 blocks with 8 bits from 10.0.0.0/24'],
  ['!Cidr [net, 4, 8]', 'Fn::Cidr needs a block of addresses, and is given “net”'],
  ['!ImportValue other-vpc', 'no file exports “other-vpc”'],
  [
    '"{{resolve:secretsmanager:db:SecretString:password}}"',
    'it is kept elsewhere: {{resolve:secretsmanager:db:SecretString:password}}',
  ],
  [`!Sub "{{resolve:ssm:/\${Env}/vpc}}"`, 'it is kept elsewhere: {{resolve:ssm:/prod/vpc}}'],
  ['!If [Unheard, a, b]', 'the template has no condition “Unheard”'],
  [
    '!Transform {Name: "AWS::Include", Parameters: {Location: s3://x}}',
    'the transform AWS::Include of s3://x makes it',
  ],
  ['{"Fn::Unheard": 1}', 'nothing here works Fn::Unheard out'],
])('%s is not known', (expression, why) => {
  expect(unknownOf(expression)).toBe(why)
})

test('a parameter that is given counts before its default', () => {
  expect(evaluated('!Ref Asked', { Asked: 'it' })).toBe('it')
  expect(evaluated('!If [IsProd, a, b]', { Env: 'test' })).toBe('b')
  expect(evaluated('!Ref Zones', { Zones: 'one' })).toEqual(['one'])
})
