import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blockAt, blockOf, contains, formatBlock } from '../../src/core/net/index.ts'
import { deriveRanges, subtractBlocks } from './deriveRanges.ts'

it.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ['a hole in the middle', ['10.0.0.0/24'], ['10.0.0.64/26'], ['10.0.0.0/26', '10.0.0.128/25']],
  ['a hole larger than the block', ['10.0.0.0/24'], ['10.0.0.0/16'], []],
  ['a hole elsewhere', ['10.0.0.0/24'], ['10.0.1.0/24', '::/0'], ['10.0.0.0/24']],
  ['a hole at the end of the space', ['255.255.255.254/31'], ['255.255.255.255/32'], ['255.255.255.254/32']],
  ['a hole in IPv6', ['2001:db8::/32'], ['2001:db8::/33'], ['2001:db8:8000::/33']],
])('cuts out %s', (_, texts, holes, left) => {
  expect(subtractBlocks(texts, holes)).toEqual(left)
})

it('keeps exactly the addresses outside the holes', () => {
  const block = fc
    .tuple(fc.integer({ min: 0, max: 127 }), fc.integer({ min: 25, max: 32 }))
    .map(([host, length]) => formatBlock(blockAt(0x0a000000 + host, length)))
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), fc.array(block, { maxLength: 8 }), (texts, holes) => {
      const left = subtractBlocks(texts, holes)
      const isIn = (list: readonly string[], host: number) =>
        list.some((text) => contains(blockOf(text)!, 0x0a000000 + host))
      for (let host = 0; host < 128; host++) expect(isIn(left, host)).toBe(isIn(texts, host) && !isIn(holes, host))
    }),
  )
})

it('sorts the rows of a file by Region and service', () => {
  const row = (ip_prefix: string, service: string, region = 'us-east-1') => ({ ip_prefix, service, region })
  const ranges = deriveRanges(
    {
      createDate: '2026-01-01-00-00-00',
      prefixes: [
        row('3.0.0.0/24', 'AMAZON'),
        row('3.0.0.0/26', 'S3'),
        row('3.0.0.64/26', 'DYNAMODB'),
        row('4.0.0.0/24', 'AMAZON', 'GLOBAL'),
      ],
      ipv6_prefixes: [{ ipv6_prefix: '2600::/40', service: 'S3', region: 'us-east-1' }],
    },
    ['us-east-1'],
  )
  expect(ranges).toEqual({
    'us-east-1': { s3: ['3.0.0.0/26', '2600::/40'], dynamodb: ['3.0.0.64/26'], aws: ['3.0.0.128/25'] },
  })
})
