import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'
import * as examples from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { parseTemplate } from '../testing/parseTemplate.ts'
import { namesIn } from './namesIn.ts'
import { printYaml } from './printYaml.ts'
import type { TreeObject } from './resource.ts'

interface PrintedResource {
  readonly Type: string
  readonly DependsOn?: readonly string[]
  readonly DeletionPolicy?: string
  readonly Properties: { readonly [key: string]: unknown }
}
interface Template {
  readonly Parameters?: TreeObject
  readonly Resources: { readonly [name: string]: PrintedResource }
  readonly Outputs?: TreeObject
}

const catalogue = await loadCatalogue()
const textOf = (design: Design, path: string): string => {
  const file = exportDesign(design, catalogue, 'cloudformation').files.find((one) => one.path === path)
  if (!file) throw new Error(`no ${path}`)
  return file.text
}
const templateOf = (design: Design): Template => JSON.parse(textOf(design, 'template.json')) as Template
const ofType = (template: Template, type: string): PrintedResource[] =>
  Object.values(template.Resources).filter((one) => one.Type === `AWS::EC2::${type}`)
const designs = { ...examples, HOSTILE_NAMES: undefined } as unknown as Record<string, (() => Design) | undefined>
const cases = Object.entries(designs).flatMap(([name, make]) => (make ? [[name, make] as const] : []))

/** A template without the drawing in its metadata, which no eye compares. */
const withoutDrawing = (text: string) => text.replace(/^ {4}(?:Seal|Design): .*\n/gm, '')

test.each([
  ['only-s3', examples.onlyS3],
  ['groups-in-circle', examples.groupsInCircle],
] as const)('the template of %s', async (name, design) => {
  await expect(withoutDrawing(textOf(design(), 'template.yaml'))).toMatchFileSnapshot(`goldens/${name}.yaml`)
})

test.each([
  ['interface-endpoint', examples.twoSubnets, ['Endpoint', 'InterfaceEndpoint1', 'Client']],
  [
    'nat-and-routes',
    examples.publicAndPrivate,
    ['NatGateway1Address', 'NatGateway1', 'OpenRouteAnywhere', 'RouteTable1RouteAnywhere', 'GatewayEndpoint1'],
  ],
  [
    'inspection',
    networks.inspection,
    ['Gwlb', 'Group', 'GwlbListener', 'Inspection', 'Endpoint', 'InnerTableRouteAnywhere', 'EdgeTableEdge'],
  ],
  [
    'private-service',
    networks.privateService,
    ['Nlb', 'Direct', 'NlbListener443', 'NlbListener8443', 'Service', 'Endpoint', 'ZoneRecordAApiExampleInternal'],
  ],
  [
    'transit-hub',
    networks.transitHub,
    ['Hub', 'LeftAttachment', 'HubTableRoute10x9x0x0x16', 'HubTableAssociationHubVpn', 'LeftTableRoute192x168x0x0x16'],
  ],
  [
    'name-filters',
    networks.oddments,
    ['WalledList0', 'Walled', 'WalledAssociationVpc', 'Profile', 'ProfileAssociationVpc'].concat(
      ['Zone', 'System', 'Queue', 'Walled'].map((one) => `ProfileResource${one}`),
    ),
  ],
] as const)('the resources of %s', async (name, design, names) => {
  const { Resources } = templateOf(design())
  const some = Object.fromEntries(names.map((one) => [one, Resources[one]]))
  await expect(printYaml({ Resources: some } as never)).toMatchFileSnapshot(`goldens/${name}.yaml`)
})

describe.each(cases)('%s', (_, make) => {
  const template = templateOf(make())

  test('YAML and JSON hold the same tree', () => {
    expect(parseTemplate(textOf(make(), 'template.yaml'))).toEqual(template)
  })

  test('everything named is a resource or a parameter, and is made before', () => {
    const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
    const named = [...namesIn(template.Resources as never), ...namesIn((template.Outputs ?? {}) as TreeObject)]
    const waitedFor = Object.values(template.Resources).flatMap((one) => one.DependsOn ?? [])
    expect([...named, ...waitedFor].filter((name) => !known.has(name))).toEqual([])
  })

  test('no route leads to an endpoint: AWS writes those itself', () => {
    for (const { Properties } of ofType(template, 'Route')) expect(Properties).not.toHaveProperty('VpcEndpointId')
    const drawn = Object.values(make().constructs).flatMap((one) => (one.kind === 'route-table' ? one.routes : []))
    expect(ofType(template, 'Route')).toHaveLength(drawn.length)
  })

  test('neither Region nor account nor partition is written into a resource', () => {
    const written = JSON.stringify([template.Resources, template.Outputs ?? {}])
    expect(written).not.toMatch(/us-east-1|111122223333|arn:aws:/)
  })

  test('AWS’s defaults are written out', () => {
    for (const { Properties } of ofType(template, 'VPCEndpoint')) {
      expect(Properties).toMatchObject({
        VpcEndpointType: expect.stringMatching(/^(Gateway|Interface)$/),
        PrivateDnsEnabled: expect.any(Boolean),
      })
      if (Properties.VpcEndpointType === 'Interface')
        expect(Properties).toMatchObject({ IpAddressType: 'ipv4', SecurityGroupIds: expect.any(Array) })
    }
    for (const { Properties } of ofType(template, 'VPC'))
      expect(Properties).toMatchObject({
        EnableDnsSupport: expect.any(Boolean),
        EnableDnsHostnames: expect.any(Boolean),
      })
    for (const { Properties } of ofType(template, 'SecurityGroup'))
      expect(Properties.SecurityGroupEgress).toHaveProperty('length')
  })
})

test('a group without outbound rules keeps AWS’s allow-all away', () => {
  const [web, data] = ofType(templateOf(examples.groupsInCircle()), 'SecurityGroup')
  for (const group of [web, data])
    expect(group!.Properties.SecurityGroupEgress).toMatchObject([{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }])
})

test('names survive, whatever YAML would make of them', () => {
  const template = parseTemplate(textOf(examples.hostileNames(), 'template.yaml')) as unknown as Template
  const names = ofType(template, 'Subnet').map(
    (one) => (one.Properties.Tags as { Key: string; Value: string }[])[0]!.Value,
  )
  expect(names.sort()).toEqual([...examples.HOSTILE_NAMES].sort())
})

test('the S3 endpoint for inbound resolvers alone waits for the gateway endpoint', () => {
  const { S3Interface } = templateOf(examples.everything()).Resources
  expect(S3Interface).toMatchObject({
    DependsOn: expect.arrayContaining(['S3Gateway']),
    Properties: { DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: 'OnlyInboundResolver' } },
  })
})

test('public routes, addresses and NAT wait for the attachment of the internet gateway', () => {
  const { Resources: resources } = templateOf(examples.publicAndPrivate())
  for (const name of ['OpenRouteAnywhere', 'NatGateway1', 'NatGateway1Address'])
    expect(resources[name]!.DependsOn).toEqual(['InternetGateway1Attachment'])
})

test('a subnet without an IPv4 block is made IPv6-only', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ ipv6Cidrs: ['2001:db8::/56'] })
    b.subnet(vpc, { id: 'six', cidr: null, ipv6Cidr: '2001:db8:0:1::/64' })
    b.subnet(vpc, { id: 'both', cidr: '10.0.2.0/24', ipv6Cidr: '2001:db8:0:2::/64' })
  })
  const { Six, Both } = templateOf(design).Resources
  expect(Six!.Properties).toMatchObject({ Ipv6Native: true, AssignIpv6AddressOnCreation: true })
  expect(Six!.Properties).not.toHaveProperty('CidrBlock')
  expect(Both!.Properties).not.toHaveProperty('Ipv6Native')
})

test('IPv6 blocks are parts of the one that AWS gives', () => {
  const { Public } = templateOf(examples.everything()).Resources
  const whole = { 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc1', 'Ipv6CidrBlocks'] }] }
  expect(Public!.Properties.Ipv6CidrBlock).toEqual({ 'Fn::Select': [1, { 'Fn::Cidr': [whole, 256, 64] }] })
  expect(Public!.DependsOn).toEqual(['Vpc1Ipv6'])
})

test('what may hold data outlives the stack', () => {
  const { Bucket1, Table1 } = templateOf(examples.everything()).Resources
  expect([Bucket1!.DeletionPolicy, Table1!.DeletionPolicy]).toEqual(['Retain', 'Retain'])
})

test('the main table is a table of its own for all subnets that name none', () => {
  const result = exportDesign(examples.publicAndPrivate(), catalogue, 'cloudformation')
  expect(result.remarks).toEqual([
    { construct: 'route-table-1', message: expect.stringContaining('cannot set the main route table') },
  ])
  expect(templateOf(examples.publicAndPrivate()).Resources.PrivateRouteTable!.Properties.RouteTableId).toEqual({
    Ref: 'RouteTable1',
  })
})

test('a template beyond CloudFormation’s limits is said to be', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    for (let i = 0; i < 600; i++) b.securityGroup(vpc)
  })
  const { remarks } = exportDesign(design, catalogue, 'cloudformation')
  expect(remarks.map((remark) => remark.message.split(';')[0])).toEqual([
    'template.yaml has 601 resources',
    expect.stringMatching(/^template.yaml has \d+ bytes$/),
  ])
  expect(Object.keys(templateOf(design).Outputs ?? {})).toHaveLength(200)
})

test('Windows instances have an image and a size of their own', () => {
  const design = buildDesign((b) => {
    b.ec2(b.subnet(b.vpc({ cidrs: ['10.0.0.0/16'] }), { cidr: '10.0.1.0/24' }), {
      name: 'desk',
      operatingSystem: 'windows',
    })
  })
  const template = templateOf(design)
  expect(Object.keys(template.Parameters ?? {}).filter((name) => /^(Windows|Amazon|Instance)/.test(name))).toEqual([
    'WindowsImage',
    'WindowsInstanceType',
  ])
  expect(template.Resources.Desk!.Properties.ImageId).toEqual({ Ref: 'WindowsImage' })
})

test('an ECS task starts only where its default route leads to an image', () => {
  const design = (way: 'nat' | 'none') =>
    buildDesign((b) => {
      const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24', id: 'subnet-1' })
      if (way === 'nat') b.mainTable(vpc, [['0.0.0.0/0', b.natGateway(subnet)]])
      b.ecs(subnet, { name: 'task' })
    })
  const count = (way: 'nat' | 'none') => templateOf(design(way)).Resources.Task!.Properties.DesiredCount
  expect([count('nat'), count('none')]).toEqual([{ Ref: 'TaskCount' }, 0])
})

test('a zone and a service of another Region are written as drawn', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
    b.interfaceEndpoint(vpc, 'com.amazonaws.eu-west-1.s3', { name: 'far', subnets: [subnet] })
  })
  expect(templateOf(design).Resources.Far!.Properties).toMatchObject({
    ServiceName: 'com.amazonaws.eu-west-1.s3',
    ServiceRegion: 'eu-west-1',
  })
})

test('what another stack makes is a parameter; what needs it stands back until it is given', () => {
  const template = JSON.parse(textOf(networks.twoAccounts(), 'template-us-east-1-444455556666.json')) as Template & {
    Conditions: object
  }
  expect(template.Parameters).toMatchObject({ Hub: { Type: 'String', Default: '' } })
  expect(template.Conditions).toMatchObject({ HasHub: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Hub' }, ''] }] } })
  expect(template.Resources.AbroadAttachment).toMatchObject({
    Condition: 'HasHub',
    Properties: { TransitGatewayId: { Ref: 'Hub' } },
  })
  expect(template.Resources.Abroad).not.toHaveProperty('Condition')
  const maker = JSON.parse(textOf(networks.twoAccounts(), 'template-us-east-1-111122223333.json')) as Template
  expect(maker.Outputs).toMatchObject({ HubId: { Value: { Ref: 'Hub' } } })
})

test('the guide deploys in an order in which every id is known when it is given', () => {
  const guide = textOf(networks.twoAccounts(), 'README.md')
  const script = textOf(networks.twoAccounts(), 'deploy.sh')
  const known = new Set<string>()
  const given = new Map<string, boolean>()
  for (const line of script.slice(script.lastIndexOf('held=no')).split('\n')) {
    // What a stack takes may come in a later round; what is done beside the templates needs its ids at once
    for (const [, name] of line.matchAll(/\$id_([A-Za-z0-9]+)/g))
      if (line.startsWith('by_hand')) expect([...known]).toContain(name)
      else if (line.startsWith('deploy ')) given.set(name!, known.has(name!))
    const set = /^id_([A-Za-z0-9]+)=\$\(output/.exec(line)
    if (set) known.add(set[1]!)
    const step = /^by_hand .* (step_\d+)/.exec(line)
    const made = step && new RegExp(`^${step[1]}\\(\\) \\{[^}]*?^  id_(\\w+)=`, 'm').exec(script)
    if (made) known.add(made[1]!)
  }
  expect(known.size).toBeGreaterThan(10)
  expect([...given].filter(([, isKnown]) => !isKnown)).toEqual([])
  expect(guide).not.toContain('These ids come from outside the drawing')
})

test('what nobody here makes is asked for, and everything else deployed without it', () => {
  const guide = textOf(networks.transitHub(), 'README.md')
  expect(guide).toContain('These ids come from outside the drawing')
  expect(guide).toMatch(/- `Line` of `template.yaml`: Id of Transit gateway attachment/)
  const { Resources } = templateOf(networks.transitHub())
  expect(Resources.HubTableAssociationLine).toMatchObject({ Condition: 'HasLine' })
  expect(Resources.HubTableAssociationLeftAttachment).not.toHaveProperty('Condition')
})
