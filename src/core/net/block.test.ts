import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress } from './address.ts'
import {
  blockAt,
  blockOf,
  contains,
  covers,
  formatBlock,
  lastOf,
  mask32,
  overlaps,
  parseBlock,
  sameBlock,
  sizeOf,
} from './block.ts'

const block = (text: string) => {
  const result = parseBlock(text)
  if (!result.ok) throw new Error(result.message)
  return result.block
}
const problemOf = (text: string) => {
  const result = parseBlock(text)
  return result.ok ? null : result
}

describe('parseBlock', () => {
  it.each(['0.0.0.0/0', '10.0.0.0/8', '10.0.0.5/32', '255.255.255.255/32', '::/0', '2001:db8::/56', '::1/128'])(
    'reads %s',
    (text) => {
      expect(formatBlock(block(text))).toBe(text)
    },
  )

  it('refuses host bits and offers the network', () => {
    expect(problemOf('10.0.0.5/24')).toMatchObject({ problem: 'host-bits', suggestion: '10.0.0.0/24' })
    expect(problemOf('10.0.0.5/24')!.message).toContain('10.0.0.0/24')
    expect(problemOf('128.0.0.0/0')).toMatchObject({ problem: 'host-bits', suggestion: '0.0.0.0/0' })
    expect(problemOf('2001:db8::1/56')).toMatchObject({ problem: 'host-bits', suggestion: '2001:db8::/56' })
    expect(problemOf('::ffff:10.0.0.1/96')).toMatchObject({ problem: 'host-bits', suggestion: '::ffff:0.0.0.0/96' })
  })

  it.each([
    ['', 'not-a-cidr'],
    ['10.0.0.0', 'not-a-cidr'],
    ['vpc', 'not-a-cidr'],
    ['300.1.1.1/16', 'bad-address'],
    ['010.0.0.0/8', 'bad-address'],
    [' 10.0.0.0/8', 'bad-address'],
    ['/8', 'bad-address'],
    ['10.0.0.0 /8', 'bad-address'],
    ['10.0.0.0/08', 'bad-length'],
    ['10.0.0.0/33', 'bad-length'],
    ['10.0.0.0/-1', 'bad-length'],
    ['10.0.0.0/', 'bad-length'],
    ['10.0.0.0/8 ', 'bad-length'],
    ['10.0.0.0/8/8', 'bad-length'],
    ['10.0.0.0/1e1', 'bad-length'],
    ['10.0.0.0/255.0.0.0', 'bad-length'],
    ['::/129', 'bad-length'],
    ['::/064', 'bad-length'],
  ])('refuses %j as %s, without a suggestion', (text, problem) => {
    expect(problemOf(text)).toMatchObject({ problem })
    expect(problemOf(text)!.suggestion).toBeUndefined()
    expect(blockOf(text)).toBeNull()
  })

  it('names what it read, and cuts long texts', () => {
    expect(problemOf('10.0.0.7')!.message).toContain('10.0.0.7/32')
    expect(problemOf('10.0.0.0/33')!.message).toContain('/33')
    for (const text of ['9'.repeat(1_000_000), `${'9'.repeat(1_000_000)}/8`, `10.0.0.0/${'9'.repeat(1_000_000)}`])
      expect(problemOf(text)!.message.length).toBeLessThan(200)
  })
})

it('clamps masks at both ends', () => {
  expect([-40, 0, 1, 24, 31, 32, 96].map(mask32)).toEqual([
    0, 0, 0x80000000, 0xffffff00, 0xfffffffe, 0xffffffff, 0xffffffff,
  ])
})

describe('contains', () => {
  it.each([
    ['0.0.0.0/0', '255.255.255.255', true],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '10.0.0.1', false],
    ['::/0', 'ffff::', true],
    ['10.0.0.5/32', '10.0.0.5', true],
    ['10.0.0.5/32', '10.0.0.4', false],
    ['::1/128', '::1', true],
    ['::1/128', '::2', false],
    ['192.168.0.0/16', '192.168.255.255', true],
    ['192.168.0.0/16', '192.169.0.0', false],
    ['2001:db8::/33', '2001:db8:7fff:ffff::', true],
    ['2001:db8::/33', '2001:db8:8000::', false],
    ['::ffff:0.0.0.0/96', '10.0.0.1', false],
  ])('%s contains %s: %s', (text, address, inside) => {
    expect(contains(block(text), parseAddress(address)!)).toBe(inside)
  })
})

it('tells nesting, overlap and sameness apart', () => {
  const [all, vpc, subnet, next] = [
    block('0.0.0.0/0'),
    block('10.0.0.0/16'),
    block('10.0.1.0/24'),
    block('10.1.0.0/16'),
  ]
  expect([covers(all, vpc), covers(vpc, subnet), covers(subnet, vpc), covers(vpc, vpc)]).toEqual([
    true,
    true,
    false,
    true,
  ])
  expect([overlaps(subnet, vpc), overlaps(vpc, subnet), overlaps(vpc, next)]).toEqual([true, true, false])
  expect(overlaps(all, block('::/0'))).toBe(false)
  expect([sameBlock(vpc, block('10.0.0.0/16')), sameBlock(vpc, block('10.0.0.0/17'))]).toEqual([true, false])
})

it('knows sizes and last addresses', () => {
  expect(['0.0.0.0/0', '10.0.0.0/24', '10.0.0.1/32', '::/64', '::1/128'].map((text) => sizeOf(block(text)))).toEqual([
    2 ** 32,
    256,
    1,
    2 ** 64,
    1,
  ])
  expect(
    ['0.0.0.0/0', '10.0.0.0/24', '10.0.0.1/32', '2001:db8::/33', '::/0'].map((text) =>
      formatAddress(lastOf(block(text))),
    ),
  ).toEqual([
    '255.255.255.255',
    '10.0.0.255',
    '10.0.0.1',
    '2001:db8:7fff:ffff:ffff:ffff:ffff:ffff',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  ])
})

it('clears host bits in whichever word they are', () => {
  expect(
    [0, 1, 32, 33, 64, 100, 128].map((length) =>
      formatBlock(blockAt([-1 >>> 0, -1 >>> 0, -1 >>> 0, -1 >>> 0], length)),
    ),
  ).toEqual([
    '::/0',
    '8000::/1',
    'ffff:ffff::/32',
    'ffff:ffff:8000::/33',
    'ffff:ffff:ffff:ffff::/64',
    'ffff:ffff:ffff:ffff:ffff:ffff:f000:0/100',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128',
  ])
})
