import { expect, test } from 'vitest'
import { WITHOUT_COLON as C, globsMeet, WITHOUT_SLASH as N } from './globsMeet.ts'

test.each([
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['ab', 'abc', false],
  ['a*', '*c', true],
  ['a*b', 'c*b', false],
  ['*', '', true],
  ['?*', '', false],
  ['a?c', 'a*', true],
  ['a??', 'ab', false],
  ['*/x', 'a/*', true],
  [`arn:${C}:s3:::?*/?*`, 'arn:aws:s3:::bucket', false],
  [`arn:${C}:s3:::?*/?*`, 'arn:aws:s3:::bucket/', false],
  [`arn:${C}:s3:::?*/?*`, 'arn:aws:s3:::bucket/*', true],
  [`arn:${C}:s3:::?${N}`, 'arn:aws:s3:::bucket/*', false],
  [`arn:${C}:s3:::?${N}`, 'arn:aws:s3:::bucket*', true],
  [`arn:${C}:s3:::?${N}`, 'arn:aws:s3:::bucket', true],
  ['*a*a*a*a*a*b', `${'*a'.repeat(500)}c`, false],
])('%s and %s: %s', (a, b, expected) => {
  expect(globsMeet(a, b)).toBe(expected)
  if (!a.includes(N) && !a.includes(C)) expect(globsMeet(b, a)).toBe(expected)
})
