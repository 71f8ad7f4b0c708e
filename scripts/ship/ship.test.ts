import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { markShipped } from './markShipped.ts'
import { CUT, keyOf, readShipped } from './readShipped.ts'
import { PACKAGES, packageFolderOf } from './recordPackages.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ship-'))
  plant('node_modules/a/package.json', { name: 'a', version: '1.0.0', license: 'MIT' })
  plant('node_modules/a/node_modules/@b/c/package.json', { name: '@b/c', version: '2.0.0', license: 'ISC' })
  for (const folder of CUT) {
    plant(`${folder}/package.json`, { name: 'cut', version: '3.0.0', license: 'MIT' })
    plant(`${folder}/LICENSE.txt`, 'Copyright C')
  }
  plant('node_modules/a/LICENSE', 'Copyright A')
  plant('node_modules/a/node_modules/@b/c/licence.md', 'Copyright B')
  plant(PACKAGES.page, ['node_modules/a'])
  plant(PACKAGES.worker, ['node_modules/a', 'node_modules/a/node_modules/@b/c'])
  plant(PACKAGES.cli, [])
})
afterEach(() => rmSync(root, { recursive: true }))

function plant(path: string, content: unknown) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

test('what ships is what page, worker and command line bundled and what tables are cut of, each package once with its licence', () => {
  expect(readShipped(root).map((one) => [keyOf(one), one.licence, one.text])).toEqual([
    ['@b/c@2.0.0', 'ISC', 'Copyright B'],
    ['a@1.0.0', 'MIT', 'Copyright A'],
    ['cut@3.0.0', 'MIT', 'Copyright C'],
  ])
})

test('a package without the text of its licence stops the release', () => {
  rmSync(join(root, 'node_modules/a/LICENSE'))
  expect(() => readShipped(root)).toThrow('no text of its licence')
})

test('modules are told to their packages, ours to none', () => {
  expect(packageFolderOf('/p/node_modules/a/node_modules/@b/c/dist/x.js')).toBe('/p/node_modules/a/node_modules/@b/c')
  expect(packageFolderOf('\0/p/node_modules/a/x.js?commonjs')).toBe('/p/node_modules/a')
  expect(packageFolderOf('/p/src/core/x.ts')).toBeNull()
})

test('the bill of materials tells what ships from what it was made with', () => {
  const components = [
    { name: 'a', version: '1.0.0', scope: 'required' },
    { name: '@b/c', version: '2.0.0', scope: 'required' },
    { name: 'tool', version: '1.0.0', scope: 'required' },
  ]
  const bom = { bomFormat: 'CycloneDX', metadata: { component: { name: 'folder' } }, components }
  const marked = markShipped(bom, 'hopwise', new Set(['a@1.0.0', '@b/c@2.0.0']))
  expect(marked).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'hopwise' } } })
  expect(marked.components.map(({ scope }) => scope)).toEqual(['required', 'required', 'excluded'])
  expect(() => markShipped(bom, 'hopwise', new Set(['a@9.9.9']))).toThrow('npm knows 0')
})
