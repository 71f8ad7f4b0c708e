import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { INNER, OWNERS, STACK } from './layers.ts'
import { importsOf, listFiles } from './readImports.ts'

const ROOT = join(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const architecture = read('ARCHITECTURE.md')

/** The part of a text under one heading. */
const section = (text: string, heading: string): string => text.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!
/** The cells of the rows of a table, without its head. */
const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!)

describe('the stack in ARCHITECTURE.md', () => {
  const [stack, ...inner] = /```\n([\s\S]+?)\n```/.exec(section(architecture, 'The stack'))![1]!.split('\n\n')
  /** `a < { b | c } < d`, with the names as they stand there. */
  const print = (rows: readonly (readonly string[])[], nameOf: (layer: string) => string) =>
    rows.map((row) => (row.length > 1 ? `{ ${row.map(nameOf).join(' | ')} }` : nameOf(row[0]!))).join(' < ')

  test('is the one that is checked', () => {
    const nameOf = (layer: string) =>
      layer.startsWith('ui/') && STACK.find((row) => row.includes(layer))!.length > 1 ? layer.slice(3) : layer
    expect(stack!.replaceAll(/\s+/g, ' ')).toBe(print(STACK, nameOf))
  })
  test('has the orders inside of layers', () => {
    const orders = INNER.map(
      ({ of, rows, top }) => `${of}: ${print(rows, (layer) => layer.slice(of.length + 1))} < ${top}`,
    )
    expect(inner.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(orders)
  })
  test('has a row for each folder, and no other', () => {
    const named = rowsOf(section(architecture, 'The stack')).flatMap(([folder]) => quoted(folder!))
    const folders = STACK.flat().map((layer) => (layer.startsWith('ui/') ? 'ui/*' : layer))
    expect([...named].sort()).toEqual([...new Set(folders)].sort())
    for (const layer of STACK.flat()) expect(existsSync(join(SRC, layer)), layer).toBe(true)
  })
})

describe('the dependencies in ARCHITECTURE.md', () => {
  const rows = rowsOf(section(architecture, 'Dependencies'))
  const packagesIn = (cell: string) =>
    cell
      .replaceAll(/\(.*?\)/g, '')
      .split(',')
      .map((name) => name.trim())

  test('are those of package.json', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
    const used = Object.keys({ ...dependencies, ...devDependencies }).map((name) =>
      name.replace(/^@types\/.*/, '@types/*'),
    )
    expect(rows.flatMap(([cell]) => packagesIn(cell!)).sort()).toEqual([...new Set(used)].sort())
  })
  test('have the owners that are checked', () => {
    for (const [name, folders] of Object.entries(OWNERS))
      expect(quoted(rows.find(([cell]) => packagesIn(cell!).includes(name))?.[1] ?? ''), name).toEqual(folders)
  })
})

test('“One request through the code”: each file is called by one that stands above it, or reads one', () => {
  const files = new Set(listFiles(SRC))
  const targetsOf = (file: string) =>
    importsOf(file)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => resolve(dirname(file), from))
      .filter((target) => files.has(target))
  /** What a file imports, and what the doors that it imports open on. */
  const reachOf = (file: string) =>
    targetsOf(file).flatMap((target) => [target, ...(basename(target) === 'index.ts' ? targetsOf(target) : [])])
  const above = new Set<string>()
  const rows = rowsOf(section(architecture, 'One request through the code')).map(([cell]) =>
    quoted(cell!).map((path) => join(SRC, path)),
  )
  expect(rows.length).toBeGreaterThan(10)
  for (const row of rows) {
    for (const file of row) expect(files.has(file), file).toBe(true)
    const called = row.some(
      (file) => [...above].some((one) => reachOf(one).includes(file)) || reachOf(file).some((one) => above.has(one)),
    )
    expect(above.size === 0 || called, `something above calls ${row[0]}`).toBe(true)
    for (const file of row) above.add(file)
  }
})

const filesBelow = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
const ours = [...readdirSync(ROOT), ...['docs', 'e2e', 'public', 'scripts', 'src'].flatMap(filesBelow)]
const documents = ours.filter((path) => path.endsWith('.md'))

test.each(documents)('%s: the commands that it names are there', (path) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...read(path).matchAll(/npm run (?:-s )?([a-z][\w:]*)/g)].map(([, name]) => name!)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test.each(documents)('%s: what it links to is there', (path) => {
  const folder = dirname(join(ROOT, path))
  const text = read(path)
  const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link]) => link!)
  expect(links.filter((link) => !existsSync(resolve(folder, link)))).toEqual([])
})

test.each(['core/sim', 'core/topology', 'engine', 'state'])(
  '%s says what it does, what it will never do and where to start reading',
  (folder) => {
    const text = read(`src/${folder}/README.md`)
    expect(text).toMatch(/start (here|with)/i)
    expect(text).toMatch(/will never/i)
  },
)

/** A file is named by the end of its path; one without a folder lies below the document's own. */
test.each(documents.filter((path) => !path.startsWith('docs/')))('%s: the files that it names are there', (path) => {
  const named = quoted(read(path)).filter((word) => /^[\w./-]+\.(tsx?|css|sh|md)$/.test(word))
  const isBelow = (one: string) => dirname(path) === '.' || one.startsWith(`${dirname(path)}/`)
  const isThere = (word: string) =>
    ours.some((one) => one === word || (`/${one}`.endsWith(`/${word}`) && (word.includes('/') || isBelow(one))))
  expect(named.filter((word) => !isThere(word))).toEqual([])
})
