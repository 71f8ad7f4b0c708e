import { expect, test } from 'vitest'
import { listConstructs } from '../../core/model/index.ts'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { longestNames, MOST_LETTERS } from './longestNames.ts'

const design = buildDesign((b) => {
  const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], name: 'main' })
  b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a', name: 'a' })
  b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b', name: 'longer $& name' })
})

test('each kind that is made shows the longest name that it comes to', () => {
  expect(longestNames(listConstructs(design), '{env}-{kind}-{name}', 'dev')).toEqual([
    { kind: 'Subnet', name: 'dev-Subnet-longer $& name' },
    { kind: 'VPC', name: 'dev-VPC-main' },
  ])
})
test('a name that tags would cut is longer than they may be', () => {
  const [subnet] = longestNames(listConstructs(design), `${'x'.repeat(250)}-{name}`, 'dev')
  expect(subnet!.name.length).toBeGreaterThan(MOST_LETTERS)
})
