import { isIP } from 'node:net'
import fc from 'fast-check'
import { IPv4, IPv6 } from 'ip-num'
import { expect, it } from 'vitest'
import { type Address, addOffset, formatAddress, type Ip6, parseAddress } from './address.ts'

const word = fc.integer({ min: 0, max: 0xffffffff })
const ip6: fc.Arbitrary<Ip6> = fc.tuple(word, word, word, word)
const group = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff }))
/** IPv6 with runs of zeros, which `::` is about. */
const sparse6: fc.Arbitrary<Ip6> = fc
  .array(group, { minLength: 8, maxLength: 8 })
  .map((g) => [0, 2, 4, 6].map((i) => ((g[i]! << 16) | g[i + 1]!) >>> 0) as unknown as Ip6)
const anyAddress: fc.Arbitrary<Address> = fc.oneof(word, ip6, sparse6)

const bigOf = (address: Ip6): bigint => address.reduce((sum, part) => (sum << 32n) | BigInt(part), 0n)

it('reads back every address that it writes', () => {
  fc.assert(
    fc.property(anyAddress, (address) => {
      expect(parseAddress(formatAddress(address))).toEqual(address)
    }),
  )
})

it('writes IPv4 as ip-num does, and reads what ip-num writes', () => {
  fc.assert(
    fc.property(word, (address) => {
      const text = IPv4.fromNumber(BigInt(address)).toString()
      expect(formatAddress(address)).toBe(text)
      expect(parseAddress(text)).toBe(address)
    }),
  )
})

it('reads IPv6 as ip-num does, written in full or shortened', () => {
  fc.assert(
    fc.property(fc.oneof(ip6, sparse6), (address) => {
      const full = IPv6.fromBigInt(bigOf(address)).toString()
      expect(parseAddress(full)).toEqual(address)
      const short = formatAddress(address)
      if (!short.includes('.')) expect(new IPv6(short).getValue()).toBe(bigOf(address))
    }),
  )
})

it('reads any valid spelling of an IPv6 address, as the URL parser does', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      const address = parseAddress(text)
      expect(address).not.toBeNull()
      expect(new URL(`http://[${formatAddress(address!)}]`).hostname).toBe(new URL(`http://[${text}]`).hostname)
    }),
  )
})

it('accepts exactly the texts that Node takes for addresses', () => {
  const nearly = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789abcdef:.'), maxLength: 20 }),
    fc
      .array(fc.oneof(fc.nat({ max: 300 }).map(String), fc.constantFrom('', '00', '01')), { maxLength: 6 })
      .map((parts) => parts.join('.')),
    fc
      .array(fc.constantFrom('', '0', 'ffff', '12345', '1.2.3.4', 'g'), { maxLength: 10 })
      .map((parts) => parts.join(':')),
    fc.string({ maxLength: 50 }).filter((text) => !text.includes('%')),
  )
  fc.assert(
    fc.property(nearly, (text) => {
      expect(parseAddress(text) !== null).toBe(isIP(text) !== 0)
    }),
    { numRuns: 2000 },
  )
})

it('adds offsets as big numbers do', () => {
  fc.assert(
    fc.property(ip6, word, (address, offset) => {
      const sum = (bigOf(address) + BigInt(offset)) % 2n ** 128n
      expect(bigOf(addOffset(address, offset) as Ip6)).toBe(sum)
    }),
  )
})
