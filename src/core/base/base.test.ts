import { expect, test } from 'vitest'
import { assertNever, compareText, formatCount, hashText, hexOf, listChoices, listWords, sortedBy } from './index.ts'

test('texts are ordered by code units, whatever the language setting', () => {
  expect(['b', 'B', 'ä', 'a10', 'a2', ''].sort(compareText)).toEqual(['', 'B', 'a10', 'a2', 'b', 'ä'])
})

test('sorting gives a copy and keeps the order of equals', () => {
  const items = [
    { k: 'b', n: 1 },
    { k: 'a', n: 2 },
    { k: 'b', n: 3 },
  ]
  expect(sortedBy(items, (item) => item.k).map((item) => item.n)).toEqual([2, 1, 3])
  expect(items[0]).toEqual({ k: 'b', n: 1 })
})

test('the hash is FNV-1a', () => {
  expect(hashText('')).toBe(0x811c9dc5)
  expect(hashText('a')).toBe(0xe40c292c)
  expect(hashText('foobar')).toBe(0xbf9cf968)
})

test('hexadecimal digits depend on the text alone and come in any length', () => {
  expect(hexOf('vpce', 17)).toMatch(/^[0-9a-f]{17}$/)
  expect(hexOf('vpce', 17)).toBe(hexOf('vpce', 20).slice(0, 17))
  expect(hexOf('vpce', 17)).not.toBe(hexOf('vpcf', 17))
})

test('counts get commas between thousands', () => {
  expect([0, 999, 1000, 100000, 1234567].map(formatCount)).toEqual(['0', '999', '1,000', '100,000', '1,234,567'])
})

test('a value that its type rules out is named in the error', () => {
  expect(() => assertNever('surprise' as never)).toThrow('"surprise"')
})

test('lists are read as people say them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listChoices)).toEqual(['', 'a', 'a or b', 'a, b or c'])
  expect(listWords(['a', 'b', 'c'])).toBe('a, b and c')
})
