import fc from 'fast-check'
import { IPv4, IPv4CidrRange, IPv6, IPv6CidrRange } from 'ip-num'
import { expect, it } from 'vitest'
import { type Address, formatAddress, type Ip6, isIp4 } from './address.ts'
import { type Block, blockAt, contains, covers, formatBlock, lastOf, overlaps, parseBlock } from './block.ts'

/** Words that are close together, so that blocks often nest. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 0xffffffff }),
  fc.constantFrom(0, 1, 0x0a000000, 0x0a000100, 0xffffffff),
)
const block4: fc.Arbitrary<Block> = fc
  .tuple(word, fc.integer({ min: 0, max: 32 }))
  .map(([ip, length]) => blockAt(ip, length))
const ip6: fc.Arbitrary<Ip6> = fc.tuple(word, word, word, word)
const block6: fc.Arbitrary<Block> = fc
  .tuple(ip6, fc.integer({ min: 0, max: 128 }))
  .map(([ip, length]) => blockAt(ip, length))
const anyBlock = fc.oneof(block4, block6)
const anyAddress: fc.Arbitrary<Address> = fc.oneof(word, ip6)

/** ip-num reads no dotted tails of IPv6, so IPv6 is given to it in full. */
const fullOf = (ip: Ip6): string =>
  ip
    .flatMap((part) => [part >>> 16, part & 0xffff])
    .map((group) => group.toString(16))
    .join(':')
const oracleRange = ({ base, length }: Block) =>
  isIp4(base)
    ? IPv4CidrRange.fromCidr(`${formatAddress(base)}/${length}`)
    : IPv6CidrRange.fromCidr(`${fullOf(base)}/${length}`)
const oracleAddress = (address: Address) =>
  isIp4(address) ? new IPv4(formatAddress(address)) : new IPv6(fullOf(address))

it('reads back every block that it writes', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      expect(parseBlock(formatBlock(block))).toEqual({ ok: true, block })
    }),
  )
})

it('has the first and last address that ip-num gives', () => {
  fc.assert(
    fc.property(anyBlock, (block) => {
      const range = oracleRange(block)
      expect(oracleAddress(block.base).getValue()).toBe(range.getFirst().getValue())
      expect(oracleAddress(lastOf(block)).getValue()).toBe(range.getLast().getValue())
    }),
  )
})

it('contains what lies between first and last address by ip-num', () => {
  fc.assert(
    fc.property(anyBlock, anyAddress, (block, address) => {
      const range = oracleRange(block)
      const value = oracleAddress(address).getValue()
      const inside =
        isIp4(block.base) === isIp4(address) &&
        value >= range.getFirst().getValue() &&
        value <= range.getLast().getValue()
      expect(contains(block, address)).toBe(inside)
    }),
  )
})

it('covers and overlaps as ip-num says', () => {
  const pair = fc.oneof(fc.tuple(block4, block4), fc.tuple(block6, block6))
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [left, right] = [oracleRange(a).toRangeSet(), oracleRange(b).toRangeSet()] as [never, never]
      expect(covers(a, b)).toBe((left as ReturnType<IPv4CidrRange['toRangeSet']>).contains(right))
      expect(overlaps(a, b)).toBe((left as ReturnType<IPv4CidrRange['toRangeSet']>).isOverlapping(right))
    }),
  )
})

it('never mixes the families', () => {
  fc.assert(
    fc.property(block4, block6, (a, b) => {
      expect([overlaps(a, b), covers(a, b), covers(b, a)]).toEqual([false, false, false])
    }),
  )
})

it('offers the block of the address when host bits are set', () => {
  fc.assert(
    fc.property(word, fc.integer({ min: 0, max: 32 }), (ip, length) => {
      const result = parseBlock(`${formatAddress(ip)}/${length}`)
      const network = formatBlock(blockAt(ip, length))
      expect(result.ok ? formatBlock(result.block) : result.suggestion).toBe(network)
    }),
  )
})

it('answers any text at all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseBlock(text).ok).toBeTypeOf('boolean')
    }),
  )
})
