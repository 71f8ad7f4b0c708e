import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateJsonError } from './locateJsonError.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('finds an error exactly where the engine’s own parser does', () => {
  const damaged = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom('', ',', '"', '}', ']', '{', '0', '-', '.', 'e', '\\', '\u0001', ':', ' ', 'nul', '\n'),
    )
    .map(
      ([json, at, cut, put]) =>
        json.slice(0, at % (json.length + 1)) + put + json.slice((at % (json.length + 1)) + cut),
    )
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
      expect(locateJsonError(text) === null).toBe(isJson(text))
    }),
    { numRuns: 2000 },
  )
})

test('names a place within the text', () => {
  expect(locateJsonError('{"a": 1,\n "b" 2}')).toEqual({
    line: 2,
    column: 6,
    message: 'found “2” where a colon should be',
  })
  expect(locateJsonError('["\u0001"]')).toMatchObject({ line: 1, column: 2 })
})
