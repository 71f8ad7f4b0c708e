import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globOf, literal, matcherOf } from './glob.ts'

const matches = (glob: string, text: string): boolean => matcherOf(globOf(glob))(text)

test.each([
  ['s3:*', 's3:GetObject', true],
  ['s3:Get*', 's3:PutObject', false],
  ['*', '', true],
  ['?', '', false],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'aXbXbXc', true],
  ['a*b', 'ab-', false],
  ['ab*ba', 'aba', false],
  ['r?port.c*v', 'report.csv', true],
  ['*?a', 'a', false],
  ['*?a', 'ba', true],
  ['[a-z]', 'b', false],
  ['a.c', 'abc', false],
  ['\ufffe', 'anything', false],
])('%s and %s: %s', (glob, text, expected) => {
  expect(matches(glob, text)).toBe(expected)
})

/** By the definition: a star is nothing, or a letter and a star. */
function byDefinition(glob: string, text: string): boolean {
  if (glob === '') return text === ''
  if (glob[0] === '*') return byDefinition(glob.slice(1), text) || (text !== '' && byDefinition(glob, text.slice(1)))
  return text !== '' && (glob[0] === '?' || glob[0] === text[0]) && byDefinition(glob.slice(1), text.slice(1))
}

test('wildcards are what their definition says', () => {
  const few = (letters: string, most: number) =>
    fc.array(fc.constantFrom(...letters), { maxLength: most }).map((all) => all.join(''))
  fc.assert(
    fc.property(few('ab*?', 7), few('ab', 8), (glob, text) => {
      expect(matches(glob, text)).toBe(byDefinition(glob, text))
    }),
    { numRuns: 3000 },
  )
})

test('a pattern that is built to make a matcher slow is answered', () => {
  expect(matches(`${'a*'.repeat(5000)}b`, 'a'.repeat(20_000))).toBe(false)
  expect(matches(`${'?*'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false)
})

test('a text for itself has no wildcards', () => {
  expect(matcherOf(literal('a*'))('ab')).toBe(false)
  expect(matcherOf(literal('a*'))('a*')).toBe(true)
})
