import { expect, test } from 'vitest'
import { buildDesign } from '../../core/model/testing/designBuilder.ts'
import { outlineRows } from './outlineRows.ts'

const design = buildDesign((b) => {
  const vpc = b.vpc({ name: 'vpc-a' })
  const subnet = b.subnet(vpc, { name: 'subnet-a', cidr: '10.0.1.0/24' })
  b.ec2(subnet, { name: 'client-a' })
  b.interfaceEndpoint(vpc, 'kinesis-streams', { name: 'endpoint-a', subnets: [subnet] })
})
const lines = (closed: readonly string[] = [], filter = '') =>
  outlineRows(design, new Set(closed), filter).map(({ construct, level }) => `${'-'.repeat(level)}${construct.id}`)

test('containers stand before their content, one level further in', () => {
  expect(lines()).toEqual([
    '-account-1',
    '-region-1',
    '--vpc-a',
    '---endpoint-a',
    '---us-east-1a',
    '----subnet-a',
    '-----client-a',
  ])
})
test('what is folded hides its content', () => {
  expect(lines(['vpc-a'])).toEqual(['-account-1', '-region-1', '--vpc-a'])
})
test('words keep what holds them and the containers round it, folded or not', () => {
  expect(lines(['vpc-a'], 'KINESIS')).toEqual(['-region-1', '--vpc-a', '---endpoint-a'])
  expect(lines([], '10.0.1.0/24')).toEqual(['-region-1', '--vpc-a', '---us-east-1a', '----subnet-a'])
  expect(lines([], 'nothing like it')).toEqual([])
})
