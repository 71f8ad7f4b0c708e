import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { judgeStartup } from './judgeStartup.ts'
import { measureStartup, totalOf } from './measureStartup.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'startup-'))
  mkdirSync(join(folder, 'assets'))
  plant('index.html', '<script type="module" src="./assets/index-aaaaaaaa.js"></script>')
  plant('assets/index-aaaaaaaa.js', 'import"./core-bbbbbbbb.js";import("./dialog-cccccccc.js")')
  plant('assets/core-bbbbbbbb.js', 'export{a}from"./page-dddddddd.js"')
  plant('assets/page-dddddddd.js', 'export const a=1')
  plant('assets/dialog-cccccccc.js', 'export const b=2')
  plant('assets/engine.worker-eeeeeeee.js', 'import("./catalogue-ffffffff.js")')
})
afterEach(() => rmSync(folder, { recursive: true }))

const plant = (path: string, text: string) => writeFileSync(join(folder, path), text)
/** Code that does not compress. */
const noise = (length: number) =>
  `export const a='${Array.from({ length }, (_, i) => ((i * 2654435761) >>> 7).toString(36)).join('')}'`

const modules = { page: { 'ui/shell': 900, 'ui/kit': 300 }, core: { 'core/model': 500 } }
const acceptNow = () => ({
  budget: totalOf(measureStartup(folder).page) + 50,
  chunks: measureStartup(folder).page,
  modules,
})

test('a start is the entry with all that it imports statically, and nothing that it fetches later', () => {
  const { page, worker } = measureStartup(folder)
  expect(Object.keys(page).sort()).toEqual(['core', 'index', 'page'])
  expect(Object.keys(worker)).toEqual(['engine.worker'])
})

test('a start within its budget passes, and says its size', () => {
  const { ok, lines } = judgeStartup('page', measureStartup(folder).page, modules, acceptNow())
  expect(ok).toBe(true)
  expect(lines).toHaveLength(1)
})

test('a planted growth fails, and the chunk and the folder that grew are named, and no other', () => {
  const accepted = acceptNow()
  plant('assets/page-dddddddd.js', noise(400))
  const grown = { ...modules, page: { ...modules.page, 'ui/shell': 9900 } }
  const { ok, lines } = judgeStartup('page', measureStartup(folder).page, grown, accepted)
  expect(ok).toBe(false)
  const said = lines.join('\n')
  expect(said).toContain('kB too much')
  expect(said).toContain('page has grown from 0.0 to ')
  expect(said).toContain('ui/shell: from 0.9 to 9.9 kB')
  expect(said).not.toMatch(/core has grown|ui\/kit/)
})

test('a new chunk is named', () => {
  const accepted = acceptNow()
  plant('assets/page-dddddddd.js', 'import"./extra-gggggggg.js";export const a=1')
  plant('assets/extra-gggggggg.js', noise(400))
  const { lines } = judgeStartup('page', measureStartup(folder).page, modules, accepted)
  expect(lines.join('\n')).toContain('extra has grown from 0.0 to ')
})

test('a build without its worker, or that lacks what it imports, is an error and no small start', () => {
  rmSync(join(folder, 'assets/core-bbbbbbbb.js'))
  expect(() => measureStartup(folder)).toThrow('was not built')
  plant('assets/core-bbbbbbbb.js', '')
  rmSync(join(folder, 'assets/engine.worker-eeeeeeee.js'))
  expect(() => measureStartup(folder)).toThrow('0 files of the worker')
})
