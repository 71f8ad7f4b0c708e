import { expect, test } from 'vitest'
import { type KeyPress, matchesKeys } from './matchesKeys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

test.each<[string, KeyPress, boolean]>([
  ['Ctrl+Z', press('z', { ctrlKey: true }), true],
  ['Ctrl+Z', press('z', { metaKey: true }), true],
  ['Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
  ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['R', press('r'), true],
  ['R', press('r', { ctrlKey: true }), false],
  ['R', press('r', { altKey: true }), false],
  ['Shift+1', press('!', { code: 'Digit1', shiftKey: true }), true],
  ['Shift+1', press('1', { code: 'Digit1' }), false],
  ['?', press('?', { shiftKey: true }), true],
  ['.', press('.'), true],
  ['Ctrl+Shift+ArrowUp', press('ArrowUp', { ctrlKey: true, shiftKey: true }), true],
  ['Delete', press('Delete'), true],
  ['Delete', press('Delete', { shiftKey: true }), false],
])('%s against %j: %s', (keys, event, matches) => {
  expect(matchesKeys(event, keys)).toBe(matches)
})
