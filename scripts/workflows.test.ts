import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = '.github/workflows'
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

interface Step {
  readonly uses?: string
  readonly run?: string
}
interface Workflow {
  readonly permissions: object
  readonly jobs: Readonly<Record<string, { readonly permissions?: object; readonly steps: readonly Step[] }>>
}
const workflows = Object.fromEntries(
  readdirSync(join(ROOT, FOLDER)).map((name) => [name, parse(read(`${FOLDER}/${name}`)) as Workflow]),
)
const stepsOf = (name: string): readonly Step[] => Object.values(workflows[name]!.jobs).flatMap(({ steps }) => steps)
const runsOf = (name: string): string =>
  stepsOf(name)
    .map(({ run = '' }) => run)
    .join('\n')

test('the two commands of the README are run as they stand there', () => {
  const commands = [...read('README.md').matchAll(/^(npm ci && npm \w+) /gm)].map(([, command]) => command!)
  expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test'])
  for (const command of commands) expect(runsOf('check.yml')).toContain(command)
})

test('a release is signed, has its bill of materials, and is checked before', () => {
  const runs = runsOf('release.yml')
  expect(runs).toContain('npm publish --provenance')
  expect(runs).toContain('npm run sbom')
  expect(runs.indexOf('npm test')).toBeLessThan(runs.indexOf('npm publish'))
  expect(workflows['release.yml']!.jobs.release!.permissions).toEqual({ contents: 'write', 'id-token': 'write' })
})

test.each(Object.keys(workflows))(
  '%s: actions are named by what they are, rights are few, and its scripts are there',
  (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> }
    for (const { uses } of stepsOf(name)) if (uses) expect(uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
    expect(workflows[name]!.permissions).toEqual({ contents: 'read' })
    for (const [, script] of runsOf(name).matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(script!)
  },
)

test('the changelog knows the version of package.json', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm'))
})
