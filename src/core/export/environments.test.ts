import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import type { DeploySettings, Design, Environment } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type ExportFormat, exportDesign } from './index.ts'
import { sharedResources } from './testing/sharedResources.ts'

const catalogue = await loadCatalogue()
const environment = (name: string, given: Partial<Environment> = {}): Environment => ({
  name,
  accounts: {},
  regions: {},
  zones: {},
  blocks: {},
  names: {},
  existing: {},
  ...given,
})
const deploy = (given: Partial<DeploySettings>): DeploySettings => ({
  networkOnly: false,
  naming: '{name}',
  tags: {},
  existing: {},
  environments: [],
  ...given,
})
const drawn = (settings: Partial<DeploySettings>): Design =>
  buildDesign((b) => {
    b.settings({ title: 'Shop', deploy: deploy(settings) })
    b.account({ id: 'account-1', accountId: '111122223333' })
    const vpc = b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'], dnsHostnames: true })
    const subnet = b.subnet(vpc, { id: 'near', cidr: '10.0.1.0/24' })
    const group = b.securityGroup(vpc, {
      id: 'doors',
      ingress: [
        ['tcp', 443, '10.0.0.0/16'],
        ['tcp', 80, '10.0.1.0/24'],
        ['tcp', 22, '10.0.1.16/28'],
        ['tcp', 25, '192.168.0.0/16'],
      ],
    })
    b.ec2(subnet, { id: 'web', name: 'web', privateIp: '10.0.1.10', securityGroups: [group] })
    b.s3Bucket('shop-data', { id: 'store' })
  })
const filesOf = (design: Design, format: ExportFormat = 'cloudformation'): ReadonlyMap<string, string> =>
  new Map(exportDesign(design, catalogue, format).files.map(({ path, text }) => [path, text]))
const templateOf = (design: Design) => JSON.parse(filesOf(design).get('template.json')!)
const valuesOf = (design: Design, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    JSON.parse(filesOf(design).get(`parameters/${name}.json`)!).map(
      (one: { ParameterKey: string; ParameterValue: string }) => [one.ParameterKey, one.ParameterValue],
    ),
  )

test('blocks, addresses, zones and names are parameters with what is drawn as default, and rules follow them', () => {
  const { Parameters, Resources } = templateOf(drawn({}))
  expect(Object.keys(Parameters)).toEqual(
    expect.arrayContaining(['MainBlock', 'NearBlock', 'MainAddress10x0x1x10', 'ZoneLetterA', 'StorePhysicalName']),
  )
  expect(Parameters.MainBlock.Default).toBe('10.0.0.0/16')
  const { SecurityGroupIngress: rules } = Resources.Doors.Properties
  const blocks = rules.map((rule: { FromPort: number; CidrIp: unknown }) => [rule.FromPort, rule.CidrIp])
  expect(Object.fromEntries(blocks)).toEqual({
    443: { Ref: 'MainBlock' },
    80: { Ref: 'NearBlock' },
    22: { Ref: 'MainBlock10x0x1x16x28' },
    25: '192.168.0.0/16',
  })
  expect(Resources.Store.Properties.BucketName).toEqual({ Ref: 'StorePhysicalName' })
})

test('what lies in a VPC keeps its place in the block of the environment, and what is said apart goes before', () => {
  const design = drawn({
    environments: [
      environment('dev', { blocks: { main: ['172.20.0.0/16'] }, accounts: { 'account-1': '444455556666' } }),
      environment('test', { blocks: { near: ['10.0.7.0/24'] }, zones: { a: 'c' }, names: { store: 'elsewhere' } }),
    ],
  })
  expect(valuesOf(design, 'dev')).toMatchObject({
    MainBlock: '172.20.0.0/16',
    NearBlock: '172.20.1.0/24',
    MainBlock10x0x1x16x28: '172.20.1.16/28',
    MainAddress10x0x1x10: '172.20.1.10',
    StorePhysicalName: 'shop-data-dev',
  })
  expect(valuesOf(design, 'test')).toMatchObject({
    MainBlock: '10.0.0.0/16',
    NearBlock: '10.0.7.0/24',
    MainBlock10x0x1x16x28: '10.0.7.16/28',
    MainAddress10x0x1x10: '10.0.7.10',
    ZoneLetterA: 'c',
    StorePhysicalName: 'elsewhere',
  })
  const lines = filesOf(design, 'cli').get('environments/dev.env')!.split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'HOPWISE_NAME=shop-dev',
      'HOPWISE_Account1Number=444455556666',
      'HOPWISE_NearBlock=172.20.1.0/24',
    ]),
  )
})

test('an environment that cannot be is remarked upon, in words that name the place', () => {
  const { remarks } = exportDesign(
    drawn({
      environments: [
        environment('dev', { blocks: { main: ['10.0.0.0/24'], gone: ['10.0.0.0/8'] } }),
        environment('odd', { blocks: { main: ['ten'] } }),
      ],
    }),
    catalogue,
    'cli',
  )
  const said = remarks.map(({ message }) => message).filter((message) => message.startsWith('Environment'))
  expect(said).toEqual([
    'Environment dev: it says something of “gone”, and the design has no such VPC or subnet.',
    'Environment dev: the block 10.0.1.0/24 of the subnet near lies in no block of its VPC. Say another one for it.',
    'Environment odd: “ten” is no IPv4 block.',
  ])
})

test('what exists is not made: a parameter of its type, and nothing of it but what leads to something new', () => {
  const design = drawn({ existing: { main: 'vpc-0123456789abcdef0' } })
  const { Parameters, Resources } = templateOf(design)
  expect(Parameters.Main).toMatchObject({ Type: 'AWS::EC2::VPC::Id', Default: 'vpc-0123456789abcdef0' })
  expect(Resources).not.toHaveProperty('Main')
  expect(Resources.Near.Properties.VpcId).toEqual({ Ref: 'Main' })
  expect(Resources.Near).not.toHaveProperty('Condition')
  const script = filesOf(design, 'cli').get('create.sh')!
  expect(script).toContain(`: "\${HOPWISE_ID_Main:=vpc-0123456789abcdef0}"`)
  expect(script).not.toContain('create-vpc ')
})

test('what may exist is made unless its id is given, and everything else goes by either', () => {
  const design = drawn({ existing: { main: '' }, environments: [environment('prod', { existing: { main: 'vpc-1' } })] })
  const { Parameters, Conditions, Resources } = templateOf(design)
  expect(Parameters.ExistingMain.Default).toBe('')
  expect(Conditions.MakesMain).toEqual({ 'Fn::Equals': [{ Ref: 'ExistingMain' }, ''] })
  expect(Resources.Main.Condition).toBe('MakesMain')
  expect(Resources.Near.Properties.VpcId).toEqual({
    'Fn::If': ['MakesMain', { Ref: 'Main' }, { Ref: 'ExistingMain' }],
  })
  expect(valuesOf(design, 'prod').ExistingMain).toBe('vpc-1')
  expect(filesOf(design, 'cli').get('environments/prod.env')).toContain('HOPWISE_ID_Main=vpc-1\n')
})

test('names and tags follow the pattern, and the environment is a parameter of them', () => {
  const design = drawn({ naming: '{env}-{name}', tags: { Owner: 'net', Stage: '{env}' } })
  const { Parameters, Resources } = templateOf(design)
  expect(Parameters.EnvironmentName.Default).toBe('shop')
  expect(Resources.Web.Properties.Tags).toEqual([
    { Key: 'Name', Value: { 'Fn::Sub': `\${EnvironmentName}-web` } },
    { Key: 'Owner', Value: 'net' },
    { Key: 'Stage', Value: { Ref: 'EnvironmentName' } },
    { Key: 'hopwise:id', Value: 'web' },
  ])
  const long = drawn({ naming: `${'x'.repeat(150)}{name}` })
  const name = templateOf({
    ...long,
    constructs: { ...long.constructs, web: { ...long.constructs.web!, name: 'y'.repeat(120) } },
  } as Design).Resources.Web.Properties.Tags[0].Value
  expect(name).toHaveLength(256)
})

test('accounts and Regions of other stacks are parameters, one’s own are those of the stack', () => {
  const files = [...filesOf(sharedResources())].filter(([path]) => /^template.*json$/.test(path))
  expect(files.length).toBeGreaterThan(1)
  for (const [path, text] of files) {
    const { Parameters: _, Metadata: __, ...rest } = JSON.parse(text)
    const own = /\d{12}/.exec(path)![0]
    expect(JSON.stringify(rest)).not.toContain(own)
    expect(JSON.stringify(rest)).not.toMatch(/"\d{12}"|arn:aws:/)
  }
})

test('a network too large for 200 parameters has fewer of them', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'main', cidrs: ['10.0.0.0/16'] })
    for (let index = 0; index < 230; index++) b.subnet(vpc, { cidr: `10.0.${index}.0/24` })
  })
  const { Parameters } = templateOf(design)
  expect(Object.keys(Parameters).length).toBeLessThanOrEqual(200)
  expect(Parameters).toHaveProperty('MainBlock')
})
