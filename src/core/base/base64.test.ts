import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

test('bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect([...fromBase64(toBase64(bytes))!]).toEqual([...bytes])
    }),
  )
})

test('white space between letters counts for nothing', () => {
  expect([...fromBase64('AAEC\n Aw==')!]).toEqual([0, 1, 2, 3])
})

test('what is no base64 is nothing', () => {
  for (const text of ['A', 'AAAAA', 'A-==', '💥']) expect(fromBase64(text)).toBeNull()
})
