import fc from 'fast-check'
import { IPv4CidrRange, IPv4Prefix } from 'ip-num'
import { expect, it } from 'vitest'
import { blockAt, blockOf, covers, formatBlock, overlaps } from './block.ts'
import { nextFreeBlock } from './nextFreeBlock.ts'

const PARENT = '10.0.0.0/24'
const taken = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 25, max: 30 }))
    .map(([host, length]) => formatBlock(blockAt(0x0a000000 + host, length))),
  { maxLength: 12 },
)
const wanted = fc.integer({ min: 24, max: 30 })

it('finds the first of the blocks into which ip-num splits the parent that touches nothing taken', () => {
  fc.assert(
    fc.property(taken, wanted, (texts, length) => {
      const used = texts.map((text) => blockOf(text)!)
      const candidates = IPv4CidrRange.fromCidr(PARENT).splitInto(IPv4Prefix.fromNumber(BigInt(length)))
      const free = candidates
        .map((range) => range.toCidrString())
        .find((text) => !used.some((block) => overlaps(block, blockOf(text)!)))
      expect(nextFreeBlock([PARENT], texts, length)).toBe(free ?? null)
    }),
    { numRuns: 60 },
  )
})

it('fills a block to the last address when asked again and again, in IPv6 too', () => {
  for (const [parent, length, count] of [
    [PARENT, 27, 8],
    ['2001:db8::/60', 64, 16],
  ] as const) {
    const given: string[] = []
    for (
      let next = nextFreeBlock([parent], given, length);
      next !== null;
      next = nextFreeBlock([parent], given, length)
    ) {
      expect(covers(blockOf(parent)!, blockOf(next)!)).toBe(true)
      given.push(next)
    }
    expect(new Set(given).size).toBe(count)
  }
})
