import { expect, test } from 'vitest'
import { findBrowser } from './findBrowser.ts'

test('CHROME_PATH comes before PATH', () => {
  expect(findBrowser({ CHROME_PATH: '/a/chrome', PATH: '/usr/bin' }, () => true)).toBe('/a/chrome')
})
test('a CHROME_PATH that names nothing is an error, not a silent second choice', () => {
  expect(() => findBrowser({ CHROME_PATH: '/a/chrome', PATH: '/usr/bin' }, () => false)).toThrow(
    'CHROME_PATH is /a/chrome',
  )
})
test('the first Chromium or Chrome on PATH is taken', () => {
  expect(findBrowser({ PATH: '/one:/two' }, (path) => path === '/two/google-chrome')).toBe('/two/google-chrome')
})
test('null where there is none', () => {
  expect(findBrowser({ PATH: '/one' }, () => false)).toBeNull()
})
