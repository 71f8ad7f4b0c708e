import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findNameBreaks } from './findNameBreaks.ts'
import { TABLES } from './layers.ts'
import { listFiles } from './readImports.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'names-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const plant = (path: string, ...names: readonly string[]) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), names.map((name) => `export const ${name} = 1\n`).join(''))
}

test('a file with another name than what it exports is found', () => {
  plant('helpers.ts', 'readThing')
  plant('tools.ts', 'readThing', 'writeThing')
  expect(findNameBreaks(root)).toEqual([
    `${join(root, 'helpers.ts')} exports readThing`,
    `${join(root, 'tools.ts')} exports readThing, writeThing`,
  ])
})
test('its own name, that of a kind, one with the word of its folder, and a shared word are fine', () => {
  plant('readThing.ts', 'readThing')
  plant('nat-gateway.ts', 'natGateway')
  plant('commands/check.ts', 'checkCommand')
  plant('readers/vpcs.ts', 'readVpc')
  plant('things.ts', 'readThing', 'other')
  plant('index.ts', 'anything')
  plant('helpers.test.ts', 'anything')
  expect(findNameBreaks(root)).toEqual([])
})
test('one of several is enough, of one it is asked', () => {
  plant('things.ts', 'readThing')
  expect(findNameBreaks(root)).toHaveLength(1)
})
test('every table that is excepted is there', () => {
  const files = ['src', 'scripts'].flatMap((folder) => listFiles(join(import.meta.dirname, '..', folder)))
  const names = new Set(files.map((file) => basename(file).replace(/\.tsx?$/, '')))
  expect(TABLES.filter((name) => !names.has(name))).toEqual([])
})
