import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWithin, matchesPattern, parseDnsName } from './dnsName.ts'

it.each([
  ['kinesis.us-east-1.amazonaws.com', 'kinesis.us-east-1.amazonaws.com'],
  ['Kinesis.US-East-1.AmazonAWS.com.', 'kinesis.us-east-1.amazonaws.com'],
  ['localhost', 'localhost'],
  ['_dmarc.example.com', '_dmarc.example.com'],
  ['3com.com', '3com.com'],
  [`${'a'.repeat(63)}.com`, `${'a'.repeat(63)}.com`],
])('reads %s', (text, name) => {
  expect(parseDnsName(text)).toBe(name)
})

it.each([
  ...[
    '',
    '.',
    '..',
    'a..b',
    '.a',
    'a.b..',
    'a b',
    ' a',
    'a\n',
    '-a.com',
    'a-.com',
    'a.*.com',
    '*.com',
    'ä.com',
    'a/b',
    'a:443',
  ],
  ...[
    '\u212Ainesis.us-east-1.amazonaws.com',
    'İ.com',
    '<b>.com',
    'a\u0000.com',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(127)}com`,
  ],
  ...['300.1.1.1', '10.0.0.1', '1', 'a.1', 'x'.repeat(1_000_000)],
])('refuses %j', (text) => {
  expect(parseDnsName(text)).toBeNull()
})

it('reads what it gave, unchanged', () => {
  fc.assert(
    fc.property(fc.domain(), (text) => {
      const name = parseDnsName(text.toUpperCase())
      expect(name).toBe(text.toLowerCase())
      expect(parseDnsName(`${name}.`)).toBe(name)
    }),
  )
})

it('knows what lies in a zone', () => {
  expect(isWithin('a.b', 'a.b')).toBe(true)
  expect(isWithin('x.a.b', 'a.b')).toBe(true)
  expect(isWithin('xa.b', 'a.b')).toBe(false)
  expect(isWithin('b', 'a.b')).toBe(false)
})

it('lets a star stand for one or more labels, never for none', () => {
  expect(matchesPattern('*.s3.us-east-1.amazonaws.com', 'b.s3.us-east-1.amazonaws.com')).toBe(true)
  expect(matchesPattern('*.s3.us-east-1.amazonaws.com', 'a.b.s3.us-east-1.amazonaws.com')).toBe(true)
  expect(matchesPattern('*.s3.us-east-1.amazonaws.com', 's3.us-east-1.amazonaws.com')).toBe(false)
  expect(matchesPattern('*.s3.us-east-1.amazonaws.com', 'xs3.us-east-1.amazonaws.com')).toBe(false)
  expect(matchesPattern('a.b', 'a.b')).toBe(true)
  expect(matchesPattern('a.b', 'x.a.b')).toBe(false)
})
