import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseDesign, serialiseDesign } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { GivenFile } from './givenFile.ts'
import { importFiles } from './importFiles.ts'

const VPCS = '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}'
const given = (path: string, content: string | Uint8Array): GivenFile => ({
  path,
  bytes: typeof content === 'string' ? strToU8(content) : content,
})
const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\ufeff${text}`].flatMap((letter) => {
      const code = letter.charCodeAt(0)
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )

/** Title, files and constructs of what must have been imported. */
function imported(...files: readonly GivenFile[]) {
  const result = importFiles(files)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { design, report } = result
  return { title: design.title, files: report?.files ?? null, constructs: Object.keys(design.constructs).sort() }
}
function refused(...files: readonly GivenFile[]) {
  const result = importFiles(files)
  if (result.ok) throw new Error('it was not refused')
  return result.refusal
}
const ONE_VPC = ['account-not-named', 'us-east-1', 'vpc-1']

test('a design file is opened as it is, whatever its name and encoding', () => {
  const design = { ...buildDesign((b) => b.vpc({ id: 'vpc-9' })), title: 'Mine' }
  const text = serialiseDesign(design)
  for (const [name, content] of [
    ['a.json', text],
    ['no-ending', text],
    ['marked.json', `\ufeff${text}`],
    ['powershell.json', utf16(text, true)],
    ['aws.zip', zipSync({ 'inner.json': strToU8(text) })],
  ] as const)
    expect(importFiles([given(name, content)])).toEqual({ ok: true, design, report: null })
})
test('a file on its own that is neither is told what is wrong with it as a design', () => {
  for (const [text, path, message] of [
    ['{"format": ', '', /not JSON: line 1/],
    ['', '', /empty/],
    ['{"format": "other"}', 'format', /not a Hopwise design/],
    ['[1]', 'format', /not a Hopwise design/],
  ] as const)
    expect(refused(given('mine.json', text))).toEqual([{ path, message: expect.stringMatching(message) }])
})
const TEMPLATE = 'Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}}'
test('a template is opened, alone, in a folder and in an archive, in YAML and in JSON', () => {
  const json = '{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}}}'
  for (const one of [
    given('network.yaml', TEMPLATE),
    given('folder/network.template', TEMPLATE),
    given('network', json),
    given('answer.json', JSON.stringify({ TemplateBody: TEMPLATE, StagesAvailable: ['Original'] })),
    given('answer.json', JSON.stringify({ TemplateBody: JSON.parse(json) })),
    given('a.zip', zipSync({ 'network.yaml': strToU8(TEMPLATE) })),
  ])
    expect(imported(one).constructs).toEqual(['Vpc', 'account-111122223333', 'us-east-1'])
})
test('a template without a network is refused, and says why', () => {
  expect(refused(given('network.json', '{"Resources": {}}'))).toBe('is a CloudFormation template without a network')
  expect(
    refused(given('a.yaml', 'Resources:\n  A: {Type: AWS::CloudWatch::Alarm}\n  B: {Type: AWS::SNS::Topic}\n')),
  ).toMatch(/^is a CloudFormation template without a network; a.yaml: AWS::CloudWatch::Alarm is kept aside/)
  expect(refused(given('a.yaml', 'Resources:\n  A: {Type: AWS::EC2::VPC\n'))).toMatch(
    /^is a CloudFormation template without a network; a.yaml: Line 3: /,
  )
})
test('a template that stands there in YAML and in JSON is one', () => {
  const both = (json: object) =>
    imported(
      given('x/t.yaml', `${TEMPLATE}\nOutputs: {A: {Value: !GetAtt Vpc.CidrBlock}}`),
      given('x/t.json', JSON.stringify(json)),
    ).constructs
  const Vpc = { Properties: { CidrBlock: '10.0.0.0/16' }, Type: 'AWS::EC2::VPC' }
  const Outputs = { A: { Value: { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] } } }
  expect(both({ Outputs, Resources: { Vpc } })).toContain('Vpc')
  expect(both({ Resources: { Vpc } })).toContain('x-t.json.Vpc')
})
test('among answers of the AWS CLI a template says nothing', () => {
  expect(imported(given('us-east-1/a.json', VPCS), given('us-east-1/a.yaml', TEMPLATE)).constructs).toEqual(ONE_VPC)
})
test('values of parameters are for templates', () => {
  const options = { parameters: { Block: '10.7.0.0/16' } }
  const template = `Parameters: {Block: {Type: String}}\n${TEMPLATE.replace('10.0.0.0/16', '!Ref Block')}`
  const result = importFiles([given('a.yaml', template)], options)
  expect(result.ok && result.design.constructs.Vpc).toMatchObject({ cidrs: ['10.7.0.0/16'] })
  expect(result.ok && result.parameters).toEqual([
    {
      file: 'a.yaml',
      name: 'Block',
      type: 'String',
      description: '',
      default: null,
      given: '10.7.0.0/16',
      allowed: [],
      hasDefault: false,
      isSecret: false,
    },
  ])
  expect(importFiles([given('a.yaml', TEMPLATE)], options)).toEqual({ ok: false, refusal: 'has no parameter “Block”' })
  expect(importFiles([given('us-east-1/a.json', VPCS)], options)).toEqual({
    ok: false,
    refusal: 'is no CloudFormation template, and has no parameters',
  })
})
test('a file of parameters beside a template gives them, where it is the only one that fits', () => {
  const template = `Parameters: {Block: {Type: String}}\n${TEMPLATE.replace('10.0.0.0/16', '!Ref Block')}`
  const blockOf = (...files: readonly GivenFile[]) => {
    const result = importFiles([given('n/net.yaml', template), ...files])
    return result.ok ? (result.design.constructs.Vpc as { readonly cidrs: readonly string[] }).cidrs : result.refusal
  }
  for (const text of [
    '[{"ParameterKey": "Block", "ParameterValue": "10.7.0.0/16"}]',
    '{"Parameters": {"Block": "10.7.0.0/16"}, "Tags": {}}',
    '{"Block": "10.7.0.0/16"}',
  ])
    expect(blockOf(given('n/any.json', text))).toEqual(['10.7.0.0/16'])
  const [dev, prod] = ['{"Block": "10.7.0.0/16"}', '{"Block": "10.8.0.0/16"}']
  expect(blockOf(given('n/dev.json', dev!), given('n/prod.json', prod!))).not.toContain('10.8.0.0/16')
  expect(blockOf(given('n/dev.json', dev!), given('n/net-prod.json', prod!))).toEqual(['10.8.0.0/16'])
  expect(blockOf(given('n/dev.json', '{"Block": "10.7.0.0/16", "Other": "x"}'))).not.toContain('10.7.0.0/16')
})
test('a script says what it is', () => {
  expect(refused(given('deploy.sh', '#!/usr/bin/env bash\naws ec2 create-vpc'))).toMatch(/^is a shell script, /)
})
test('an answer of the AWS CLI on its own is imported, in the encodings that shells write', () => {
  for (const content of [VPCS, `\ufeff${VPCS}`, utf16(VPCS, true), utf16(VPCS, false)])
    expect(imported(given('vpcs.json', content))).toEqual({
      title: 'vpcs',
      files: 1,
      constructs: ['account-not-named', 'region-not-named', 'vpc-1'],
    })
})
test('a folder is imported with its paths', () => {
  expect(imported(given('net/us-east-1/a.json', VPCS), given('net/us-east-1/cut.json', '{"Sub'))).toEqual({
    title: 'net',
    files: 2,
    constructs: ONE_VPC,
  })
})
test('an archive is unpacked, on its own and in a folder, without what systems add to it', () => {
  const zip = zipSync({
    'us-east-1/a.json': strToU8(VPCS),
    '__MACOSX/us-east-1/._a.json': strToU8('x'),
    '.hidden/b.json': strToU8('x'),
    'b.txt': strToU8('x'),
  })
  expect(imported(given('aws.zip', zip))).toEqual({ title: 'aws', files: 1, constructs: ONE_VPC })
  expect(imported(given('net/aws.zip', zip))).toEqual({ title: 'net', files: 1, constructs: ONE_VPC })
})
test('what is no archive, holds nothing to read, or too much of it, is refused in words', () => {
  expect(refused(given('aws.zip', 'no zip at all'))).toMatch(/^is no zip archive: /)
  expect(refused(given('aws.zip', zipSync({ 'b.txt': strToU8('x') })))).toBe('holds no .json or .yaml file')
  const zip = zipSync({ 'us-east-1/a.json': strToU8(VPCS) }, { level: 0 })
  // The size unpacked, as the archive's directory says it.
  const directory = zip.findLastIndex((_, at) => zip[at] === 0x50 && zip[at + 1] === 0x4b && zip[at + 2] === 1)
  new DataView(zip.buffer, zip.byteOffset).setUint32(directory + 24, 513 * 1024 * 1024, true)
  expect(refused(given('aws.zip', zip))).toBe('holds more than 512 MB')
})
test('a folder of which nothing could be drawn names the first reason', () => {
  expect(refused(given('net/a.json', '{"Vp'))).toMatch(
    /^holds nothing of what “aws … describe-…” prints that could be drawn; net\/a\.json: The file is no JSON/,
  )
  expect(refused(given('a.json', '{}'), given('b.json', '{"format": "hopwise-design"}'))).toMatchObject([
    { path: 'version' },
  ])
})
test('an id that two records use for what is not alike is told, whatever the order of their lists', () => {
  const table = (...blocks: string[]) =>
    JSON.stringify({
      RouteTables: [
        {
          RouteTableId: 'rtb-1',
          VpcId: 'vpc-1',
          Routes: blocks.map((DestinationCidrBlock) => ({ DestinationCidrBlock, GatewayId: 'local', State: 'active' })),
        },
      ],
    })
  const notesOf = (...texts: string[]) => {
    const result = importFiles([
      given('net/vpcs.json', VPCS),
      ...texts.map((text, index) => given(`net/${index}.json`, text)),
    ])
    return result.ok ? (result.report?.notes ?? []).filter(({ message }) => message.startsWith('rtb-1:')) : []
  }
  expect(notesOf(table('10.0.0.0/16', '10.9.0.0/16'), table('10.9.0.0/16', '10.0.0.0/16'))).toEqual([])
  expect(notesOf(table('10.0.0.0/16'), table('10.1.0.0/16'))).toEqual([
    {
      kind: 'assumed',
      message: 'rtb-1: its id is used twice, with another Routes; what net/0.json says counts',
      place: { file: 'net/1.json', key: 'RouteTables', index: 0 },
      hangs: 0,
    },
  ])
})
test('a name that no title can be becomes one, and it is said', () => {
  for (const name of ['x'.repeat(220), `net\u202ework`, `a\u0007b`, `${'x'.repeat(199)}\ud83d\ude00`, ' ']) {
    const result = importFiles([given(`${name}.zip`, zipSync({ 'vpcs.json': strToU8(VPCS) }))])
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    expect(parseDesign(serialiseDesign(result.design))).toMatchObject({ ok: true })
    expect(result.design.title).not.toBe('')
    expect(result.report?.notes.map(({ message }) => message).join()).toContain('The title of the design is “')
  }
})
test('keys that stand twice are told, and in a design refused', () => {
  const text =
    '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16", "Cidr\\u0042lock": "10.1.0.0/16"}],\n"Vpcs": []}'
  const result = importFiles([given('a.json', text), given('b.json', VPCS)])
  expect(result.ok && result.report?.notes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'Line 1: the key “CidrBlock” stands twice in one object; what stands last counts',
      'Line 2: the key “Vpcs” stands twice in one object; what stands last counts',
    ]),
  )
  const design = serialiseDesign(buildDesign((b) => b.vpc({ id: 'vpc-9' }))).replace(
    '"title"',
    '"title": "other",\n"title"',
  )
  expect(refused(given('mine.json', design))).toEqual([
    { path: '', message: expect.stringMatching(/“title” stands twice/) },
  ])
})
test('what is nested without end is a file that cannot be read', () => {
  for (const deep of ['['.repeat(300_000) + ']'.repeat(300_000), '{"a":'.repeat(100_000), '- '.repeat(50_000)]) {
    const result = importFiles([given('deep.json', deep), given('vpcs.json', VPCS)])
    expect(result.ok && result.report?.notes.filter(({ kind }) => kind === 'unreadable')).toHaveLength(1)
    expect(importFiles([given('deep.json', deep)])).toMatchObject({ ok: false })
  }
})
test('what nobody foresaw ends in a sentence', () => {
  const file = {
    path: 'vpcs.json',
    get bytes(): Uint8Array {
      throw new RangeError('Invalid array length')
    },
  }
  expect(refused(file)).toBe('could not be read: Invalid array length')
})
test('files that are not looked at are named', () => {
  const zip = zipSync({ 'aws/vpcs.json': strToU8(VPCS), 'aws/vpcs.txt': strToU8(VPCS), 'aws/.DS_Store': strToU8('x') })
  for (const files of [
    [given('aws.zip', zip)],
    [given('aws/vpcs.json', VPCS), { ...given('aws/vpcs.txt', ''), isPassedOver: true as const }],
  ]) {
    const result = importFiles(files)
    expect(
      result.ok && result.report?.notes.filter(({ kind }) => kind === 'unused').map(({ message }) => message),
    ).toEqual(['Not looked at, going by their names: aws/vpcs.txt'])
    expect(result.ok && result.report?.files).toBe(1)
  }
})
