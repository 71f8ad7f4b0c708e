import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Block, blockAt, blockOf, contains, covers, formatBlock, sameBlock } from './block.ts'
import { mergeBlocks } from './mergeBlocks.ts'

it.each<[string, readonly string[], readonly string[]]>([
  ['joins two halves', ['10.0.1.0/24', '10.0.0.0/24'], ['10.0.0.0/23']],
  ['keeps neighbours that are no halves of one block', ['10.0.1.0/24', '10.0.2.0/24'], ['10.0.1.0/24', '10.0.2.0/24']],
  ['joins up to the top', ['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/2', '::/1', '8000::/1'], ['0.0.0.0/0', '::/0']],
  ['drops what lies in another', ['10.0.0.0/8', '10.1.0.0/16', '10.0.0.0/8'], ['10.0.0.0/8']],
  ['orders by address', ['200.0.0.0/8', '::/64', '9.0.0.0/8'], ['9.0.0.0/8', '200.0.0.0/8', '::/64']],
  ['leaves out what is no block', ['x', '10.0.0.5/24', '', '10.0.0.0/24'], ['10.0.0.0/24']],
  ['has nothing of nothing', [], []],
])('%s', (_, texts, merged) => {
  expect(mergeBlocks(texts)).toEqual(merged)
})

it('holds the same addresses in as few blocks as can be', () => {
  const block = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
    .map(([host, length]) => blockAt(0x0a000000 + host, length))
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
      const merged = mergeBlocks(blocks.map(formatBlock)).map((text) => blockOf(text)!)
      const isIn = (list: readonly Block[], host: number) => list.some((one) => contains(one, 0x0a000000 + host))
      for (let host = 0; host < 256; host++) expect(isIn(merged, host)).toBe(isIn(blocks, host))
      for (const a of merged)
        for (const b of merged)
          if (a !== b) {
            expect(covers(a, b)).toBe(false)
            const halves =
              a.length === b.length &&
              a.length > 0 &&
              sameBlock(blockAt(a.base, a.length - 1), blockAt(b.base, b.length - 1))
            expect(halves).toBe(false)
          }
    }),
  )
})
