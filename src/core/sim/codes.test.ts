import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CODES } from './codes.ts'

/** What the simulator and the topology say, without their tests and without the list of codes itself. */
const sources = ['.', '../topology'].flatMap((folder) => {
  const root = join(import.meta.dirname, folder)
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|testing|oracle|^codes\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
})

test('every code is one that something gives', () => {
  expect(sources.length).toBeGreaterThan(60)
  const given = new Set(sources.flatMap((text) => text.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? []))
  expect(Object.keys(CODES).filter((code) => !given.has(code))).toEqual([])
})
