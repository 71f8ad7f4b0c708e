import { expect, test } from 'vitest'
import { createConstruct } from './kinds/createConstruct.ts'
import { referencesOf } from './references.ts'
import { buildDesign } from './testing/designBuilder.ts'

const placesOf = (construct: Parameters<typeof referencesOf>[0]) =>
  referencesOf(construct).map(({ path, to }) => `${path.join('.')} -> ${to}`)

test('every place that names another construct is found, once, with its path', () => {
  const { constructs } = buildDesign((b) => {
    const v = b.vpc({ name: 'v' })
    const a = b.subnet(v, { name: 'a' })
    const list = b.prefixList([], { name: 'list' })
    b.routeTable(
      v,
      [
        ['0.0.0.0/0', 'igw'],
        [list, 'nat'],
        ['com.amazonaws.us-east-1.s3', 'blackhole'],
      ],
      { name: 'rt' },
    )
    b.securityGroup(v, {
      name: 'g',
      ingress: [
        ['tcp', 1, list],
        ['tcp', 1, 'com.amazonaws.us-east-1.s3'],
        ['tcp', 1, '10.0.0.0/8'],
      ],
    })
    b.securityGroup(v, { name: 'h', egress: [['tcp', 1, 'g']] })
    b.ec2(a, { name: 'web', securityGroups: ['g', 'h'] })
    b.interfaceEndpoint(v, 'sqs', { name: 'ife', subnets: [a], securityGroups: ['g'] })
  })
  expect(placesOf(constructs.rt!)).toEqual([
    'vpc -> v',
    'routes.1.destination.prefixList -> list',
    'routes.0.target -> igw',
    'routes.1.target -> nat',
  ])
  expect(placesOf(constructs.g!)).toEqual(['vpc -> v', 'ingress.0.peer.prefixList -> list'])
  expect(placesOf(constructs.h!)).toEqual(['vpc -> v', 'egress.0.peer.securityGroup -> g'])
  expect(placesOf(constructs.web!)).toEqual([
    'interfaces.0.subnet -> a',
    'interfaces.0.securityGroups.0 -> g',
    'interfaces.0.securityGroups.1 -> h',
  ])
  expect(placesOf(constructs.ife!)).toEqual(['vpc -> v', 'subnets.0.subnet -> a', 'securityGroups.0 -> g'])
  expect(placesOf(constructs.v!)).toEqual(['region -> region-1', 'account -> account-1'])
})

test('fields that name nothing are no references', () => {
  expect(placesOf(createConstruct('subnet', 's', 'S', 'z'))).toEqual(['zone -> z'])
  expect(placesOf(createConstruct('account', 'a', 'A', ''))).toEqual([])
})
