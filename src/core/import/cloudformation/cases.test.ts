import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { parseRequest } from '../../model/index.ts'
import { decide } from '../../sim/index.ts'
import { compileTopology } from '../../topology/index.ts'
import { importFiles } from '../importFiles.ts'
import { type Expected, judgeCase } from './testing/judgeCase.ts'

const catalogue = await loadCatalogue()
/** Our own cases, and those that lie beside the checkout where there are any. */
const FOLDERS = ['./cases/', '../../../../../shared/template-cases/'].map((path) => new URL(path, import.meta.url))

const linesOf = <T>(url: URL): readonly T[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)

/** Whatever is a template or a file of parameters. */
const givenIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, folder))) }))

const CASES = FOLDERS.filter((url) => existsSync(url)).flatMap((root) =>
  readdirSync(root)
    .filter((name) => existsSync(new URL(`${name}/expected.jsonl`, root)))
    .map((name) => [name, new URL(`${name}/`, root)] as const),
)

test.each(CASES)('%s', (_, folder) => {
  const imported = importFiles(givenIn(folder), { catalogue })
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const topology = compileTopology(imported.design, catalogue)
  const requests = linesOf<{ readonly id: string }>(new URL('requests.jsonl', folder))
  const expected = linesOf<Expected>(new URL('expected.jsonl', folder))
  expect(expected.map(({ id }) => id).sort()).toEqual(requests.map(({ id }) => id).sort())
  const misses = expected.flatMap((one) => {
    const { id, ...asked } = requests.find((request) => request.id === one.id)!
    const request = parseRequest(asked)
    if (!request.ok) return [`${id}: ${JSON.stringify(request.problems)}`]
    return judgeCase(one, decide(topology, request.request)).map((miss) => `${id}: ${miss}`)
  })
  expect(misses).toEqual([])
})

const OWN = readdirSync(FOLDERS[0]!)
test.each(OWN)('%s says its source, and has requests that come to different things', (name) => {
  const folder = new URL(`${name}/`, FOLDERS[0])
  expect(readFileSync(new URL('why.md', folder), 'utf8')).toMatch(/Source: |No rule of AWS’s: /)
  const expected = linesOf<Expected>(new URL('expected.jsonl', folder))
  expect(new Set(expected.map(({ verdict }) => String(verdict))).size).toBeGreaterThan(1)
})

test('a case can be missed', () => {
  const verdict = {
    kind: 'fails',
    symptom: 'connection-times-out',
    path: 'local',
    answers: ['10.0.1.5'],
    decidedBy: { construct: 'Table' },
  } as const
  const met = { id: 'a', verdict: 'fails', path: ['local', 'peering'], decidedBy: 'Table', answersIn: ['10.0.0.0/16'] }
  expect(judgeCase(met, verdict)).toEqual([])
  expect(
    judgeCase(
      { id: 'a', verdict: 'succeeds', symptom: null, path: 'nat', decidedBy: ['Other'], answersIn: 'public' },
      verdict,
    ),
  ).toEqual([
    'verdict: expected succeeds, got fails',
    'symptom: expected , got connection-times-out',
    'path: expected nat, got local',
    'decidedBy: expected Other, got Table',
    'answersIn: 10.0.1.5 lies outside of public',
  ])
})
