import { expect, it } from 'vitest'
import { recordName } from './recordName.ts'

it.each([
  ['@', 'corp.example'],
  ['*', '*.corp.example'],
  ['*.corp.example.', '*.corp.example'],
  ['\\052.corp.example', '*.corp.example'],
  ['*.eu', '*.eu.corp.example'],
  ['App', 'app.corp.example'],
  ['app.corp.example', 'app.corp.example'],
  ['corp.example', 'corp.example'],
])('reads the record name %s', (text, full) => expect(recordName(text, 'corp.example')).toBe(full))

it.each(['', 'a..b', '*app', 'a.*.b'])('takes “%s” for no record name', (text) =>
  expect(recordName(text, 'corp.example')).toBeNull(),
)
