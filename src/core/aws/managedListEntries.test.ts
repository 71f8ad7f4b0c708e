import { expect, it } from 'vitest'
import { blockOf, contains, isIp4, parseAddress } from '../net/index.ts'
import { loadCatalogue } from './loadCatalogue.ts'
import { managedListEntries } from './managedListEntries.ts'
import { rangesOf } from './rangesOf.ts'

const catalogue = await loadCatalogue()

it('holds the IPv4 blocks of the service', () => {
  for (const service of ['s3', 'dynamodb'] as const) {
    const entries = managedListEntries(catalogue, `com.amazonaws.us-east-1.${service}`)!
    expect(entries.length).toBeGreaterThan(2)
    expect(entries.every((text) => isIp4(blockOf(text)!.base))).toBe(true)
    expect(rangesOf(catalogue, 'us-east-1', service)).toEqual(expect.arrayContaining([...entries]))
  }
  // 52.216.0.0/15 and 54.231.0.0/16 have been S3's in us-east-1 for years
  const s3 = managedListEntries(catalogue, 'com.amazonaws.us-east-1.s3')!.map((text) => blockOf(text)!)
  expect(['52.216.0.1', '54.231.0.1'].every((text) => s3.some((block) => contains(block, parseAddress(text)!)))).toBe(
    true,
  )
})

it('keeps the Regions apart', () => {
  const blocks = managedListEntries(catalogue, 'com.amazonaws.eu-west-1.s3')!.map((text) => blockOf(text)!)
  expect(blocks.some((block) => contains(block, parseAddress('52.216.0.1')!))).toBe(false)
})

it('has a list of its own for the IPv6 blocks of S3', () => {
  const entries = managedListEntries(catalogue, 'com.amazonaws.us-east-1.ipv6.s3')!
  expect(entries.length).toBeGreaterThan(0)
  expect(entries.some((text) => isIp4(blockOf(text)!.base))).toBe(false)
})

it.each([
  ['com.amazonaws.global.cloudfront.origin-facing', '52.46.0.10'],
  ['com.amazonaws.eu-west-1.route53-healthchecks', '15.177.0.1'],
  ['com.amazonaws.us-east-1.ec2-instance-connect', '18.206.107.25'],
])('knows the published list %s', (name, address) => {
  const blocks = managedListEntries(catalogue, name)!.map((text) => blockOf(text)!)
  expect(blocks.some((block) => contains(block, parseAddress(address)!))).toBe(true)
  expect(blocks.every(({ base }) => isIp4(base))).toBe(true)
})

it.each([
  ...[
    '',
    's3',
    'com.amazonaws.us-east-1.kinesis',
    'com.amazonaws.us-east-1.s3express',
    'com.amazonaws.us-east-1.ipv6.dynamodb',
  ],
  ...[
    'com.amazonaws.nowhere-9.s3',
    'com.amazonaws.global.groundstation',
    'com.amazonaws.cn-north-1.route53-healthchecks',
    'com.amazonaws.us-east-1.s3.x',
    'pl-63a5400a',
  ],
  ...['com.amazonaws.constructor.s3', 'com.amazonaws.__proto__.s3'],
])('knows no list %j', (name) => {
  expect(managedListEntries(catalogue, name)).toBeNull()
})
