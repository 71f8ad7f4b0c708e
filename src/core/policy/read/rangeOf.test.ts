import { expect, test } from 'vitest'
import { rangeOf } from './rangeOf.ts'

const TEXT =
  '{"Statement": [{"Effect": "Allow", "Action": ["s3:Get", "s3:Put"], "Condition": {"Bool": {"a:b": "true"}}}]}'
const found = (path: readonly (string | number)[], text = TEXT) => {
  const range = rangeOf(text, path)
  return range && text.slice(range.from, range.to)
}

test.each([
  [['Statement', 0, 'Effect'], '"Allow"'],
  [['Statement', 0, 'Action'], '"Action"'],
  [['Statement', 0, 'Action', 1], '"s3:Put"'],
  [['Statement', 0, 'Condition', 'Bool', 'a:b'], '"true"'],
  [['Statement', 0, 'Principal'], TEXT.slice(15, -2)],
  [['Statement', 4], '"Statement"'],
  [['Id'], null],
  [[], null],
])('%j', (path, text) => {
  expect(found(path)).toBe(text)
})

test('a statement that stands alone is the first of one', () => {
  const text = '{"Statement": {"Effect": "Deny", "Action": "s3:*"}}'
  expect(found(['Statement', 0, 'Effect'], text)).toBe('"Deny"')
  expect(found(['Statement', 0, 'Action', 0], text)).toBe('"s3:*"')
})
