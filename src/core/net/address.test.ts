import { describe, expect, it } from 'vitest'
import { addOffset, compareAddress, formatAddress, isIp4, parseAddress, sameAddress } from './address.ts'

const HUGE = '1'.repeat(1_000_000)

describe('parseAddress', () => {
  it.each([
    ['0.0.0.0', 0],
    ['10.0.1.5', 0x0a000105],
    ['255.255.255.255', 0xffffffff],
    ['::', [0, 0, 0, 0]],
    ['::1', [0, 0, 0, 1]],
    ['2001:DB8::5', [0x20010db8, 0, 0, 5]],
    ['1:2:3:4:5:6:7:8', [0x10002, 0x30004, 0x50006, 0x70008]],
    ['1:2:3:4:5:6:7::', [0x10002, 0x30004, 0x50006, 0x70000]],
    ['::ffff:10.0.0.1', [0, 0, 0xffff, 0x0a000001]],
    ['64:ff9b::192.0.2.33', [0x0064ff9b, 0, 0, 0xc0000221]],
  ])('reads %s', (text, address) => {
    expect(parseAddress(text)).toEqual(address)
  })

  it.each([
    ...[
      '',
      ' ',
      '10.0.0.1 ',
      ' 10.0.0.1',
      '10.0.0.1\n',
      '300.1.1.1',
      '256.0.0.1',
      '010.0.0.1',
      '10.0.0.01',
      '0x0a.0.0.1',
    ],
    ...['10.0.0', '10.0.0.0.1', '10.0.0.0/8', '167772165', '1.2.3.-4', '１.1.1.1', '٣.1.1.1', HUGE, `${HUGE}.0.0.1`],
    ...[':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::8', '12345::', '::g', '::1%eth0'],
    ...[
      '[::1]',
      '1:2:3:4:5:6:7:',
      ':1:2:3:4:5:6:7',
      '::ffff:10.0.0.256',
      '::10.0.0.1:0',
      '1.2.3.4::',
      ':'.repeat(100_000),
    ],
  ])('refuses %j', (text) => {
    expect(parseAddress(text)).toBeNull()
  })
})

describe('formatAddress', () => {
  // The examples of RFC 5952, sections 4 and 5
  it.each([
    ['2001:0db8::0001', '2001:db8::1'],
    ['2001:db8:0:0:0:0:2:1', '2001:db8::2:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:DB8::AAAA', '2001:db8::aaaa'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['1:0:0:0:0:0:0:0', '1::'],
    ['0:0:0:0:0:ffff:c000:221', '::ffff:192.0.2.33'],
  ])('writes %s as %s', (text, shortest) => {
    expect(formatAddress(parseAddress(text)!)).toBe(shortest)
  })
})

describe('addOffset', () => {
  it.each([
    ['10.0.0.255', 1, '10.0.1.0'],
    ['255.255.255.255', 1, '0.0.0.0'],
    ['0.0.0.0', 0xffffffff, '255.255.255.255'],
    ['::ffff:ffff', 1, '::1:0:0'],
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 1, '2001:db9::'],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2, '::1'],
    ['::ffff:ffff', 0xffffffff, '::1:ffff:fffe'],
    ['2001:db8::7', 0, '2001:db8::7'],
  ])('%s + %d = %s', (text, offset, sum) => {
    expect(formatAddress(addOffset(parseAddress(text)!, offset))).toBe(sum)
  })
})

it('compares addresses by family, then by value', () => {
  const texts = ['9.255.255.255', '10.0.0.0', '200.0.0.0', '::1', '::1:0:0:0', '8000::']
  const sorted = texts.map((text) => parseAddress(text)!).sort(compareAddress)
  expect(sorted.map(formatAddress)).toEqual(texts)
})

it('never takes addresses of two families for the same', () => {
  expect(sameAddress(1, [0, 0, 0, 1])).toBe(false)
  expect(sameAddress([0, 0, 0, 1], 1)).toBe(false)
  expect(sameAddress([0, 0, 0, 1], [0, 0, 0, 1])).toBe(true)
  expect(isIp4(0)).toBe(true)
  expect(isIp4([0, 0, 0, 0])).toBe(false)
})
