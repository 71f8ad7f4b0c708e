import { describe, expect, test } from 'vitest'
import { meets } from '../testing/ask.ts'
import { OPERATORS } from './operators.ts'
import { readOperator } from './readOperator.ts'

type Row = readonly [operator: string, said: unknown, carried: unknown, met: boolean]

// Source: IAM guide, condition operators
const ROWS: readonly Row[] = [
  ['StringEquals', 'payments', 'payments', true],
  ['StringEquals', 'payments', 'Payments', false],
  ['StringEquals', 'pay*', 'payments', false],
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', [], 'b', false],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringEqualsIgnoreCase', 'Payments', 'pAYMENTS', true],
  ['StringNotEqualsIgnoreCase', 'Payments', 'pAYMENTS', false],
  ['StringLike', 'pay*', 'payments', true],
  ['StringLike', 'pay*', 'Payments', false],
  ['StringLike', 'pay?ents', 'payments', true],
  ['StringLike', `a\${*}c`, 'abc', false],
  ['StringLike', `a\${*}c`, 'a*c', true],
  ['StringLike', `a\${?}c`, 'abc', false],
  ['StringLike', `\${$}{x}`, `\${x}`, true],
  ['StringNotLike', 'pay*', 'payments', false],
  ['NumericEquals', 10, '10.0', true],
  ['NumericEquals', '10', 'ten', false],
  ['NumericNotEquals', 10, 11, true],
  ['NumericLessThan', 10, 9.5, true],
  ['NumericLessThan', 10, 10, false],
  ['NumericLessThanEquals', 10, 10, true],
  ['NumericGreaterThan', 10, 10, false],
  ['NumericGreaterThanEquals', 10, 10, true],
  ['DateEquals', '2026-03-14T09:26:53Z', '2026-03-14T10:26:53+01:00', true],
  ['DateEquals', '2026-03-14T09:26:53Z', '1773480413', true],
  ['DateLessThan', '2026-07-01', '2026-06-30T23:59:59Z', true],
  ['DateLessThan', '2026', '2025-12-31T23:59:59Z', true],
  ['DateLessThanEquals', '2026-07-01T00:00:00Z', '2026-07-01T00:00:00Z', true],
  ['DateGreaterThan', '2026-07-01T00:00:00Z', '2026-07-01T00:00:00Z', false],
  ['DateGreaterThanEquals', '2026-07-01T00:00:00Z', '2026-07-01T00:00:00Z', true],
  ['DateNotEquals', '2026-07-01T00:00:00Z', '2026-07-02T00:00:00Z', true],
  ['DateLessThan', 'soon', '2026-07-01T00:00:00Z', false],
  ['Bool', true, 'true', true],
  ['Bool', 'False', false, true],
  ['Bool', 'true', 'false', false],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ6', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.9', true],
  ['IpAddress', '203.0.113.9', '203.0.113.9', true],
  ['IpAddress', '203.0.113.7/24', '203.0.113.9', true],
  ['IpAddress', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::5', true],
  ['IpAddress', '0.0.0.0/0', '2001:db8::5', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.9', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  ['ArnEquals', 'arn:aws:iam::*:role/app-*', 'arn:aws:iam::111122223333:role/app-one', true],
  ['ArnLike', 'arn:aws:iam::111122223333:role/app', 'arn:aws:iam::111122223333:role/APP', false],
  ['ArnLike', 'arn:aws:*:role/x', 'arn:aws:iam::111122223333:role/x', false],
  ['ArnLike', 'arn:aws:sns:*', 'arn:aws:sns:eu-west-1:111122223333:topic', true],
  ['ArnLike', 'arn:aws:sns:*:*:a*', 'arn:aws:sns:eu-west-1:111122223333:a:b', true],
  ['ArnEquals', '*', 'payments', false],
  ['ArnNotEquals', 'arn:aws:iam::*:role/app', 'arn:aws:iam::111122223333:role/other', true],
  ['ArnNotLike', 'arn:aws:iam::*:role/app', 'arn:aws:iam::111122223333:role/app', false],
]

test.each(ROWS)('%s %j and %j: %s', (operator, said, carried, met) => {
  const context = { 'aws:Key': carried as string }
  expect(meets({ [operator]: { 'AWS:key': said } }, context)).toBe(met)
  expect(meets({ [`${operator}IfExists`]: { 'aws:key': said } }, context)).toBe(met)
})

test('each operator stands in a row', () => {
  expect([...new Set(ROWS.map(([operator]) => operator))].sort()).toEqual(Object.keys(OPERATORS).sort())
})

// Source: IAM guide, IfExists; condition keys that are not present
describe.each(Object.entries(OPERATORS))('%s and a key', (operator, { negated }) => {
  const said = { 'aws:Key': '1' }
  test('that is not carried', () => {
    expect(meets({ [operator]: said }, {})).toBe(negated)
    expect(meets({ [`${operator}IfExists`]: said }, {})).toBe(true)
    expect(meets({ [`ForAllValues:${operator}`]: said }, {})).toBe(true)
    expect(meets({ [`ForAnyValue:${operator}`]: said }, {})).toBe(false)
  })
  test('of which nobody says what it holds', () => {
    for (const unknown of [true, 'value'] as const)
      for (const word of [operator, `${operator}IfExists`, `ForAllValues:${operator}`, `ForAnyValue:${operator}`])
        expect(meets({ [word]: said }, { 'aws:Key': { unknown } })).toBe('open')
  })
})

// Source: IAM guide, multivalued context keys
test.each([
  ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'a'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'd'], true],
  ['ForAllValues:StringNotEquals', ['a', 'b'], ['c', 'a'], false],
  ['ForAnyValue:StringNotEquals', ['a', 'b'], ['c', 'a'], true],
  ['ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b'], false],
  ['ForAllValues:StringLike', ['a*'], [], true],
  ['ForAnyValue:StringLike', ['a*'], [], false],
  ['StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['StringEquals', ['a'], ['c', 'd'], false],
  ['StringEquals', ['a'], ['a', 'c'], 'open'],
])('%s %j and the values %j: %s', (operator, said, carried, met) => {
  expect(meets({ [operator]: { 'aws:Key': said } }, { 'aws:Key': carried })).toBe(met)
})

// Source: IAM guide, condition operator to check existence of condition keys
test.each([
  [true, {}, true],
  [true, { 'aws:Key': 'a' }, false],
  [false, {}, false],
  [false, { 'aws:Key': 'a' }, true],
  [false, { 'aws:Key': [] }, false],
  [['true', 'false'], {}, true],
  [true, { 'aws:Key': { unknown: 'value' } }, false],
  [true, { 'aws:Key': { unknown: true } }, 'open'],
  [['true', 'false'], { 'aws:Key': { unknown: true } }, true],
] as const)('Null %j and %j: %s', (said, context, met) => {
  expect(meets({ Null: { 'aws:Key': said } }, context)).toBe(met)
})

test('all keys and all operators must be met', () => {
  const both = { StringEquals: { 'aws:A': '1', 'aws:B': '2' }, Bool: { 'aws:C': true } }
  expect(meets(both, { 'aws:A': '1', 'aws:B': '2', 'aws:C': true })).toBe(true)
  for (const wrong of [{ 'aws:A': '9' }, { 'aws:B': '9' }, { 'aws:C': false }])
    expect(meets(both, { 'aws:A': '1', 'aws:B': '2', 'aws:C': true, ...wrong })).toBe(false)
})

// Source: IAM guide, policy variables
describe('a variable', () => {
  const said = { StringEquals: { 'aws:Key': `team-\${aws:PrincipalTag/Team}` } }
  test('takes what the request carries', () => {
    expect(meets(said, { 'aws:Key': 'team-blue', 'aws:principaltag/team': 'blue' })).toBe(true)
    expect(meets(said, { 'aws:Key': 'team-blue', 'aws:principaltag/team': 'red' })).toBe(false)
  })
  test('without a value is like nothing', () => {
    expect(meets(said, { 'aws:Key': 'team-' })).toBe(false)
    expect(meets({ StringNotEquals: said.StringEquals }, { 'aws:Key': 'team-' })).toBe(true)
  })
  test('has a default', () => {
    const text = `team-\${aws:PrincipalTag/Team, 'all'}`
    expect(meets({ StringEquals: { 'aws:Key': text } }, { 'aws:Key': 'team-all' })).toBe(true)
    expect(meets({ StringEquals: { 'aws:Key': text } }, { 'aws:Key': 'team-all', 'aws:PrincipalTag/Team': 'x' })).toBe(
      false,
    )
  })
  test('whose value nobody says leaves it open', () => {
    expect(meets(said, { 'aws:Key': 'team-a', 'aws:PrincipalTag/Team': { unknown: true } })).toBe('open')
  })
  test('has no wildcards in its value', () => {
    const like = { StringLike: { 'aws:Key': `\${aws:PrincipalTag/Team}` } }
    expect(meets(like, { 'aws:Key': 'blue', 'aws:PrincipalTag/Team': 'b*' })).toBe(false)
  })
  test('is text in the version of 2008', () => {
    expect(meets(said, { 'aws:Key': 'team-blue', 'aws:principaltag/team': 'blue' }, '2008-10-17')).toBe(false)
    expect(meets(said, { 'aws:Key': `team-\${aws:PrincipalTag/Team}` }, '2008-10-17')).toBe(true)
  })
})

test.each([
  ['StringLike', '*', true, 'open'],
  ['StringNotLike', ['x', '**'], false, 'open'],
  ['StringLikeIfExists', '*', true, true],
  ['ForAllValues:StringLike', '*', true, true],
  ['ForAnyValue:StringLike', '*', 'open', 'open'],
  ['StringLike', 'a*', 'open', 'open'],
])(
  '%s %j of a value that nobody says: %s, and where nobody says whether there is one: %s',
  (word, value, some, perhaps) => {
    const condition = { [word]: { 'aws:Key': value } }
    expect(meets(condition, { 'aws:Key': { unknown: 'value' } })).toBe(some)
    expect(meets(condition, { 'aws:Key': { unknown: true } })).toBe(perhaps)
  },
)

test.each(['StringEqual', 'stringequals', 'ForEachValue:StringEquals', 'NullIfExists', 'constructor', ''])(
  '“%s” is no operator',
  (word) => {
    expect(readOperator(word)).toBeNull()
  },
)
