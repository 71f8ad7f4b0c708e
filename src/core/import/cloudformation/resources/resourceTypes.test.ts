import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../aws/index.ts'
import { exportDesign } from '../../../export/index.ts'
import { allExamples } from '../../../export/testing/allExamples.ts'
import { createRecords } from '../../records.ts'
import { createNoteTaker } from '../../report.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { keptAside } from './keptAside.ts'
import { putStacks } from './putStacks.ts'
import type { Referred } from './resourceType.ts'
import { RESOURCE_TYPES } from './resourceTypes.ts'

const catalogue = await loadCatalogue()
const place = { file: 't.yaml', key: 'One', index: null }
const resource = (type: string, properties: Properties, id = 'One'): StackResource => ({
  logicalId: id,
  id,
  type,
  properties,
  dependsOn: [],
  place,
  account: '111122223333',
  region: 'us-east-1',
})
function put(...resources: readonly StackResource[]) {
  const records = createRecords()
  const taker = createNoteTaker()
  const stack = { file: 't.yaml', prefix: '', account: '111122223333', region: 'us-east-1', resources }
  putStacks([stack], records, taker)
  return { records, notes: taker.notes.map(({ kind, message }) => `${kind} ${message}`) }
}

test('every type that our templates have is read', () => {
  const types = new Set<string>()
  for (const [, make] of allExamples)
    for (const { path, text } of exportDesign(make(), catalogue, 'cloudformation').files)
      if (/^template.*\.json$/.test(path))
        for (const { Type } of Object.values(
          (JSON.parse(text) as { Resources: Record<string, { Type: string }> }).Resources,
        ))
          types.add(Type)
  expect(types.size).toBeGreaterThan(60)
  expect([...types].filter((type) => !Object.hasOwn(RESOURCE_TYPES, type))).toEqual([])
})

test('what Ref and GetAtt give is there for a resource without properties too', () => {
  const blank: Referred = {
    id: 'Net.One',
    account: '111122223333',
    region: 'us-east-1',
    property: () => null,
    others: () => [],
  }
  for (const [type, { ref, attributes = {} }] of Object.entries(RESOURCE_TYPES)) {
    expect(() => ref?.(blank), type).not.toThrow()
    for (const [name, read] of Object.entries(attributes)) expect(read(blank), `${type}.${name}`).toBeDefined()
  }
})

test.each(Object.keys(RESOURCE_TYPES))('%s without any property is told or put, never an error', (type) => {
  const { notes, records } = put(resource(type, {}))
  expect(notes.filter((one) => one.includes('could not be read'))).toEqual([])
  expect(notes.length + [...records.byKey.values()].flat().length).toBeGreaterThan(0)
})

const value: fc.Arbitrary<Evaluated> = fc.letrec<{ readonly value: Evaluated }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Evaluated>('One', 'Two', '10.0.0.0/16', 'true', '443', -1, true, null, ''),
    fc.constant({ unknown: 'the parameter P has no value' }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('Id', 'Key', 'Value', 'SubnetId', 'CidrIp', 'Type', 'From'), tie('value'), {
      maxKeys: 3,
    }),
  ),
})).value

test('whatever the properties of a resource are, it is put or told, never an error', { timeout: 120_000 }, () => {
  const some = Object.entries(RESOURCE_TYPES).filter(
    ([type, { knows }]) => !Object.hasOwn(keptAside, type) && knows.size > 0,
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...some),
      fc.array(value, { minLength: 40, maxLength: 40 }),
      ([type, { knows }], values) => {
        const properties = Object.fromEntries([...knows].map((name, index) => [name, values[index % 40]!]))
        const { notes } = put(
          resource(type, properties),
          resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }, 'Two'),
        )
        expect(notes.filter((one) => one.includes('could not be read'))).toEqual([])
      },
    ),
    { numRuns: 400 },
  )
})

test('what is not of the network is kept aside, a line for a type, and what may be is told as not read', () => {
  const { notes } = put(
    resource('AWS::SSM::Parameter', {}, 'User'),
    resource('AWS::SSM::Parameter', {}, 'Other'),
    resource('AWS::CloudWatch::Alarm', {}, 'Alarm'),
    resource('AWS::EC2::LocalGatewayRoute', {}, 'Local'),
    resource('My::Own::Network::MODULE', {}, 'Module'),
    resource('AWS::CloudFormation::StackSet', {}, 'Set'),
    resource('Custom::Thing', {}, 'Custom'),
    resource('Vendor::Thing::Thing', {}, 'Vendor'),
  )
  expect(notes).toEqual([
    'unused AWS::SSM::Parameter is kept aside, no packet meets it: User, Other',
    'unused AWS::CloudWatch::Alarm is kept aside, no packet meets it: Alarm',
    'unknown AWS::EC2::LocalGatewayRoute is not read, so that what it changes in the network is not known: Local',
    'unknown My::Own::Network::MODULE is not read, so that what it changes in the network is not known: Module',
    'unknown AWS::CloudFormation::StackSet is not read, so that what it changes in the network is not known: Set',
    'assumed Custom::Thing is made by code of its own, and is taken to change nothing in the network: Custom',
    'assumed Vendor::Thing::Thing is made by code of its own, and is taken to change nothing in the network: Vendor',
  ])
})

test('lists of AWS count as asked for, so that nothing beside the templates is suspected', () => {
  const { records } = put(resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }))
  for (const key of [
    'Vpcs',
    'NetworkInterfaces',
    'RouteTables',
    'ResolverRuleAssociations',
    'FirewallRuleGroupAssociations',
  ])
    expect(records.asked.get(key)?.size, key).toBe(1)
})
