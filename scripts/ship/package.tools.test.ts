import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PAGE_HEADERS } from '../../src/cli/serve/pageHeaders.ts'

const ROOT = join(import.meta.dirname, '../..')
/** The catalogue of actions, of some 0.9 MB, is there for the page and for the command line each. */
const MOST_BYTES = 9_500_000
const MINUTES = 60_000

/** The environment of a person's shell: nothing of the npm that runs these tests. */
const ENV = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|VITE|VITEST|NODE_ENV)/i.test(name)),
)

function run(folder: string, command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env: ENV, encoding: 'utf8' })
  expect(status, `${command} ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0)
  return stdout
}

let place: string
let empty: string
let served: ChildProcess | null = null

/** Packs a clean checkout, as it would be released, and installs the package into an empty folder without a network. */
beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'hopwise-package-')))
  const checkout = join(place, 'checkout')
  empty = join(place, 'empty')
  mkdirSync(empty)
  const files = run(ROOT, 'git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of files.filter((one) => one !== '')) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    cpSync(join(ROOT, file), join(checkout, file))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(checkout, 'node_modules'), 'dir')
  run(checkout, 'npm', 'pack', '--pack-destination', place)
  const [packed] = readdirSync(place).filter((name) => name.endsWith('.tgz'))
  run(empty, 'npm', 'install', join(place, packed!), '--offline', '--no-audit', '--no-fund')
}, 10 * MINUTES)
afterAll(() => {
  if (served?.pid) process.kill(-served.pid)
  rmSync(place, { recursive: true })
})

const installed = (...path: string[]) => join(empty, 'node_modules', 'hopwise', ...path)
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('what ships is the bundle alone: no other package comes with it, and it is small', () => {
  expect(readdirSync(join(empty, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['hopwise'])
  const { dependencies = {} } = JSON.parse(readFileSync(installed('package.json'), 'utf8'))
  expect(dependencies).toEqual({})
  expect(readdirSync(installed()).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
  const bytes = filesBelow(installed()).reduce((sum, file) => sum + statSync(file).size, 0)
  expect(bytes).toBeLessThan(MOST_BYTES)
})

test('the packages inside of it are named with their licences', () => {
  const sections = readFileSync(installed('dist/web/licenses.md'), 'utf8').split('\n## ')
  for (const name of ['react@', 'react-dom@', '@xyflow/react@', 'zod@', 'yaml@', 'ip-num@'])
    expect(
      sections.find((one) => one.startsWith(name)),
      name,
    ).toMatch(/\n\n {4}[\s\S]*copyright/i)
})

test('npx hopwise simulate answers', () => {
  const design = join(ROOT, 'src/core/templates/kinesis-private-dns.json')
  const to = 'kinesis.us-east-1.amazonaws.com'
  const said = run(empty, 'npx', 'hopwise', 'simulate', design, '--from', 'instance-2', '--to', to, '--port', '443')
  expect(said).toMatch(/^Connection times out\n/)
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(run(empty, 'npx', 'hopwise', '--version')).toBe(`${version}\n`)
})

test('npx hopwise serves the app on loopback, with its policy', async () => {
  served = spawn('npx', ['hopwise', '--port', '0', '--no-open'], { cwd: empty, env: ENV, detached: true })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (piece: Buffer) => {
      said += piece
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (found) resolve(found)
    }
    served!.stdout!.on('data', hear)
    served!.stderr!.on('data', hear)
    served!.on('exit', () => reject(new Error(said)))
  })
  const page = await fetch(url)
  const html = await page.text()
  expect(html).toContain('<title>Hopwise</title>')
  for (const [name, value] of Object.entries(PAGE_HEADERS)) expect(page.headers.get(name), name).toBe(value)
  const assets = [...html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, path]) => path!)
  expect(assets.length).toBeGreaterThan(5)
  for (const path of assets) expect((await fetch(`${url}/${path}`)).status, path).toBe(200)
})
