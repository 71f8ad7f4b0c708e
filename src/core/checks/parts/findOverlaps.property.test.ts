import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockAt, overlaps } from '../../net/index.ts'
import { findOverlaps } from './findOverlaps.ts'

const word = fc.integer({ min: 0, max: 0xffffffff })
/** Few addresses and all lengths, so that blocks nest, repeat and touch often. */
const block4 = fc
  .tuple(fc.constantFrom(0, 0x0a000000, 0x0a000100, 0x0a0001ff, 0xffffffff), fc.integer({ min: 0, max: 32 }))
  .map(([address, length]) => blockAt(address, length))
const block6 = fc
  .tuple(fc.tuple(fc.constant(0x20010db8), word, word, word), fc.integer({ min: 0, max: 128 }))
  .map(([address, length]) => blockAt(address, length))

describe('findOverlaps', () => {
  it('finds the same blocks to be in the way as comparing all with all', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(block4, block6), { maxLength: 12 }), (blocks: Block[]) => {
        const found = findOverlaps(blocks.map((block, item) => ({ block, item })))
        for (const { outer, inner } of found) expect(overlaps(blocks[outer]!, blocks[inner]!)).toBe(true)
        const touched = new Set(found.flatMap(({ outer, inner }) => [outer, inner]))
        const expected = blocks.flatMap((one, i) =>
          blocks.some((other, j) => i !== j && overlaps(one, other)) ? [i] : [],
        )
        expect([...touched].sort((a, b) => a - b)).toEqual(expected)
        // one pair for each block that has an earlier one around it
        expect(new Set(found.map(({ inner }) => inner)).size).toBe(found.length)
      }),
    )
  })
})
