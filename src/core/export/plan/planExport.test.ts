import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { type Construct, constructKinds, type Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { RESERVED_NAMES } from '../aws/choices.ts'
import { settingsOf } from '../aws/settings.ts'
import { exportDesign } from '../index.ts'
import { access } from '../testing/access.ts'
import { allExamples } from '../testing/allExamples.ts'
import { everything } from '../testing/exampleDesigns.ts'
import * as networks from '../testing/exampleNetworks.ts'
import { planExport } from './planExport.ts'

const catalogue = await loadCatalogue()
const plan = (design: Design) => planExport(design, catalogue, RESERVED_NAMES)
const bytes = (design: Design) => [
  exportDesign(design, catalogue, 'cloudformation'),
  exportDesign(design, catalogue, 'cli'),
]
const withConstructs = (design: Design, constructs: readonly Construct[]): Design => ({
  ...design,
  constructs: Object.fromEntries(constructs.map((one) => [one.id, one])),
})

test('every part comes after all that it needs', () => {
  const { parts, managedLists } = plan(everything()).stacks[0]!
  const made = new Set(managedLists.keys())
  for (const part of parts) {
    expect(part.needs.filter((key) => !made.has(key))).toEqual([])
    made.add(part.key)
  }
  expect(parts.length).toBeGreaterThan(60)
})

test('what a request names is among the needs of its part', () => {
  const namedIn = (value: unknown): readonly string[] => {
    if (typeof value !== 'object' || value === null) return []
    const { later, of, block } = value as { later?: string; of: string; block: { from: string } }
    return later === 'fact' ? [of] : later === 'block' ? [block.from] : Object.values(value).flatMap(namedIn)
  }
  const missing = allExamples.flatMap(([, make]) =>
    plan(make()).stacks.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        namedIn(settingsOf(part)).flatMap((key) =>
          key === part.key || part.needs.includes(key) ? [] : [`${part.name} ${part.key}: ${key}`],
        ),
      ),
    ),
  )
  expect(missing).toEqual([])
})

test('the order in which things were drawn changes nothing', () => {
  const design = everything()
  const expected = bytes(design)
  const orders = fc.shuffledSubarray(Object.values(design.constructs), {
    minLength: Object.keys(design.constructs).length,
  })
  fc.assert(
    fc.property(orders, (order) => {
      expect(bytes(withConstructs(design, order))).toEqual(expected)
    }),
    { numRuns: 10 },
  )
})

test('logical names come from ids alone: labels and later constructs leave them', () => {
  const design = everything()
  const names = plan(design).stacks[0]!.names
  const renamed = withConstructs(
    design,
    Object.values(design.constructs).map((one) => ({ ...one, name: `${one.name} new` }) as Construct),
  )
  expect(plan(renamed).stacks[0]!.names).toEqual(names)
  const more = withConstructs(design, [
    { kind: 'security-group', id: 'another', name: 'another', vpc: 'vpc-1', description: '', ingress: [], egress: [] },
    ...Object.values(design.constructs),
  ])
  const now = plan(more).stacks[0]!.names
  for (const [key, name] of names) expect(now.get(key)).toBe(name)
})

test('ids that read alike, and ids like a parameter or another part, get names of their own', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'instance-type' })
    for (const id of ['a.b', 'a-b', 'a_b', 'A.b']) b.securityGroup(vpc, { id })
    b.internetGateway(vpc, { id: 'gate' })
    b.securityGroup(vpc, { id: 'gate-attachment' })
    b.securityGroup(vpc, { id: 'x'.repeat(128), name: '' })
  })
  const names = [...plan(design).stacks[0]!.names.values()]
  expect(new Set(names).size).toBe(names.length)
  expect(names.filter((name) => RESERVED_NAMES.has(name) || !/^[A-Za-z0-9]{1,255}$/.test(name))).toEqual([])
})

test('what is drawn later never renames what reads alike', () => {
  const namesOf = (...ids: readonly string[]) =>
    plan(
      buildDesign((b) => {
        const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], id: 'vpc-1' })
        for (const id of ids) b.securityGroup(vpc, { id })
      }),
    ).stacks[0]!.names
  const all = ['a.b', 'a-b', 'A-b', 'a_b', 'ab', 'a1', 'a-1', 's3-gateway', 'subnet-0a1b2c', 'subnet0a-1b2c']
  for (const id of all) expect(namesOf(...all).get(id)).toBe(namesOf(id).get(id))
  expect(new Set(namesOf(...all).values()).size).toBe(namesOf(...all).size)
  expect(['a-b', 's3-gateway', 'subnet-0a1b2c', 'vpc-1'].map((id) => namesOf(...all).get(id))).toEqual([
    'AB',
    'S3Gateway',
    'Subnet0a1b2c',
    'Vpc1',
  ])
})

test('what is named and not there, or lies in another VPC, is left out and said', () => {
  const design = buildDesign((b) => {
    const [one, two] = [b.vpc({ cidrs: ['10.0.0.0/16'] }), b.vpc({ cidrs: ['10.1.0.0/16'] })]
    const far = b.securityGroup(two, { name: 'far' })
    const gateway = b.internetGateway(two)
    const subnet = b.subnet(one, { cidr: '10.0.1.0/24' })
    b.routeTable(
      one,
      [
        ['0.0.0.0/0', gateway],
        ['10.9.0.0/16', 'blackhole'],
      ],
      { name: 'table' },
    )
    b.securityGroup(one, {
      name: 'group',
      ingress: [
        ['tcp', 443, far],
        ['tcp', 443, 'pl-nowhere'],
      ],
      egress: [],
    })
    b.interfaceEndpoint(one, 'sqs', { name: 'endpoint', subnets: [subnet, 'subnet-99'], securityGroups: [far] })
    b.put({
      kind: 'subnet',
      id: 'lost',
      name: '',
      zone: 'nowhere',
      cidr: '10.0.9.0/24',
      ipv6Cidr: null,
      routeTable: null,
      networkAcl: null,
      mapPublicIpOnLaunch: false,
      dns64: false,
      sharedWith: [],
    })
  })
  const { stacks, remarks } = plan(design)
  expect(remarks.map((remark) => `${remark.construct}: ${remark.message.split(': ')[1]}`)).toEqual([
    'lost: it is left out, because it lies in no VPC.',
    'endpoint: the reference to “subnet-99” is left out, because the design has no such subnet.',
    'endpoint: the reference to “far” is left out, because it belongs to another VPC, or to one that is not exported.',
    'group: the reference to “far” is left out, because it belongs to another VPC, or to one that is not exported.',
    'group: there is no prefix list “pl-nowhere”, so what uses it is left out.',
    'table: the reference to “internet-gateway-1” is left out, because it belongs to another VPC, or to one that is not exported.',
    'table: the blackhole route to 10.9.0.0/16 is left out, because no call makes one. What it drops may then follow a wider route.',
  ])
  expect(stacks[0]!.parts.filter((part) => part.name === 'route' || part.name === 'group-rule')).toHaveLength(1)
})

test('each account and Region is a stack; a prefix list is made wherever it is used', () => {
  const design = buildDesign((b) => {
    b.account({ id: 'account-1', accountId: '111122223333' })
    const other = b.account({ id: 'account-2', accountId: '444455556666' })
    const [near, far] = [b.vpc({ cidrs: ['10.0.0.0/16'] }), b.vpc({ cidrs: ['10.1.0.0/16'], account: other })]
    b.vpc({ cidrs: ['10.2.0.0/16'], region: b.region('eu-west-1') })
    const list = b.prefixList(['192.0.2.0/24'], { listName: 'partners' })
    for (const vpc of [near, far]) b.securityGroup(vpc, { ingress: [['tcp', 443, list]] })
  })
  const stacks = plan(design).stacks.map((stack) => [
    stack.regionCode,
    stack.accountId,
    stack.parts.some((part) => part.name === 'prefix-list'),
  ])
  expect(stacks).toEqual([
    ['eu-west-1', '111122223333', false],
    ['us-east-1', '111122223333', true],
    ['us-east-1', '444455556666', true],
  ])
  const files = exportDesign(design, catalogue, 'cloudformation').files.map((file) => file.path)
  expect(files).toContain('template-us-east-1-444455556666.yaml')
  expect(exportDesign(design, catalogue, 'cli').files.map((file) => file.path)).toEqual([
    'README.md',
    'create-111122223333.sh',
    'teardown-111122223333.sh',
    'create-444455556666.sh',
    'teardown-444455556666.sh',
    'permissions-111122223333.json',
    'permissions-444455556666.json',
    'design.hopwise.json',
  ])
})

test('a design without anything to deploy gives a README that says so', () => {
  const result = exportDesign(
    buildDesign((b) => void b.internetHost()),
    catalogue,
    'cloudformation',
  )
  expect(result.files.map((file) => file.path)).toEqual(['README.md', 'design.hopwise.json'])
  expect(result.files[0]!.text).toContain('Nothing in the design is deployed')
})

test('references in a circle, and tables of other VPCs, are asked for or left out', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    const table = b.mainTable(vpc, [])
    b.ecs(b.subnet(vpc, { cidr: '10.0.1.0/24' }), { name: 'task' })
    b.set<'route-table'>(table, { vpc: 'region-1' })
    const gateway = b.transitGateway({ id: 'gateway' })
    b.transitPeering(gateway, gateway, { id: 'bridge' })
    b.set<'transit-gateway-peering'>('bridge', { peer: 'bridge' })
    b.elasticIp({ id: 'address' })
    b.set<'elastic-ip'>('address', { holder: 'address' })
  })
  for (const { files } of bytes(design)) expect(files.length).toBeGreaterThan(1)
  expect([...plan(design).stacks[0]!.imports.keys()]).toEqual(['bridge/elsewhere'])
})

test('no design makes the export fail, whatever is missing from it', () => {
  const design = everything()
  fc.assert(
    fc.property(fc.subarray(Object.values(design.constructs)), (kept) => {
      const results = bytes(withConstructs(design, kept))
      expect(results.map((result) => result.files[0]!.path)).toEqual(['README.md', 'README.md'])
    }),
    { numRuns: 60 },
  )
})

describe.each(Object.entries(networks))('%s', (_, make) => {
  test('whatever is missing from it, or in whichever order it was drawn, the export does not fail', () => {
    const design = make()
    const all = Object.values(design.constructs)
    expect(bytes(withConstructs(design, [...all].reverse()))).toEqual(bytes(design))
    fc.assert(
      fc.property(fc.subarray(all), (kept) => {
        const results = bytes(withConstructs(design, kept))
        expect(results.map((result) => result.files[0]!.path)).toEqual(['README.md', 'README.md'])
      }),
      { numRuns: 40 },
    )
  })

  test('every part comes after what its stack makes for it, and the same names stand for the same parts everywhere', () => {
    for (const stack of plan(make()).stacks) {
      const made = new Set([...stack.managedLists.keys(), ...stack.imports.keys()])
      for (const part of stack.parts) {
        expect(part.needs.filter((key) => !made.has(key))).toEqual([])
        made.add(part.key)
      }
      expect(new Set(stack.names.values()).size).toBe(stack.names.size)
    }
  })
})

test('every construct kind is in an example, so that nothing goes out unread', () => {
  const drawn = new Set(
    [access, everything, ...Object.values(networks)].flatMap((make) =>
      Object.values(make().constructs).map((construct) => construct.kind),
    ),
  )
  expect(constructKinds.filter((kind) => !drawn.has(kind))).toEqual([])
})
