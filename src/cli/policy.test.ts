import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { policyCommand } from './commands/policy.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(positionals: readonly string[], values: Parameters<typeof policyCommand.run>[0]['values'] = {}) {
  const lines: string[] = []
  const code = await policyCommand.run({ positionals: [...positionals], values }, (line) => lines.push(line))
  return { code, lines }
}

async function evaluate(text: string, values: Record<string, boolean> = {}) {
  const path = join(folder, 'cases.jsonl')
  await writeFile(path, text)
  const { code, lines } = await run(['evaluate', path], values)
  return { code, lines: lines.map((line) => line.replaceAll(path, 'FILE')) }
}
const asJson = async (...cases: readonly unknown[]) => {
  const { code, lines } = await evaluate(cases.map((one) => JSON.stringify(one)).join('\n'), { json: true })
  return { code, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

const CALL = {
  id: 'read',
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::reports/a.csv',
  principal: 'arn:aws:iam::111122223333:role/reader',
}
const document = (rest: object = {}, Version = '2012-10-17') => ({
  Version,
  Statement: [{ Sid: 'S1', Effect: 'Allow', Action: 's3:*', Resource: '*', ...rest }],
})
const allowing = (rest: object = {}) => ({
  ...CALL,
  policies: { identity: [{ name: 'main', document: document(rest) }] },
})
const denied = { ...CALL, policies: {} }
const KEYS = ['id', 'verdict', 'why', 'deniedBy', 'statements', 'unknown', 'error']

test('each case is answered on a line of words, in its order', async () => {
  const open = allowing({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } })
  const cases = [
    allowing(),
    { ...denied, id: 2 },
    { ...open, id: 'open', context: { 'aws:SourceVpc': { unknown: 'value' } } },
  ]
  const { code, lines } = await evaluate(`${cases.map((one) => JSON.stringify(one)).join('\r\n')}\n\n`)
  expect(code).toBe(0)
  expect(lines).toEqual([
    'read: allowed (allowed): identity[main:S1]',
    '2: denied (implicit-deny, by identity)',
    'open: cannot-tell (cannot-tell, hangs on aws:SourceVpc)',
  ])
})

test('JSON has the same keys always', async () => {
  const { code, answers } = await asJson(allowing(), denied, { ...CALL, id: 'bad' }, 7)
  expect(code).toBe(1)
  for (const answer of answers) expect(Object.keys(answer)).toEqual(KEYS)
  expect(answers[0]).toEqual({
    id: 'read',
    verdict: 'allowed',
    why: 'allowed',
    deniedBy: [],
    statements: ['identity[main:S1]'],
    unknown: [],
    error: null,
  })
  expect(answers[2]).toMatchObject({ id: 'bad', verdict: null, why: null })
  expect(answers[3]).toMatchObject({ id: 4, verdict: null })
})

test('a bad line costs that line', async () => {
  const bad = ['not JSON', '{"id": "x"', 'null', '[]', JSON.stringify({ ...allowing(), colour: 'red' })]
  const { code, lines } = await evaluate([JSON.stringify(allowing()), ...bad, JSON.stringify(denied)].join('\n'))
  expect(code).toBe(1)
  expect(lines).toHaveLength(7)
  expect(lines[0]).toContain('allowed')
  expect(lines[1]).toMatch(/^2: no case: FILE:2: not JSON: /)
  expect(lines[2]).toMatch(/^3: no case: FILE:3: not JSON: /)
  expect(lines[3]).toMatch(/^4: no case: FILE:4: /)
  expect(lines[4]).toMatch(/^5: no case: FILE:5: /)
  expect(lines[5]).toMatch(/^read: no case: FILE:6: .*colour/)
  expect(lines[6]).toContain('denied')
})

test.each<readonly [what: string, given: object, reason: RegExp]>([
  ['an action without its service', { action: 'GetObject' }, /action: must be an action such as s3:GetObject/],
  ['no principal', { principal: undefined }, /principal/],
  ['a group', { principal: 'arn:aws:iam::111122223333:group/g' }, /principal: must be the ARN of a role/],
  ['an account of eleven digits', { resourceAccount: '11112222333' }, /resourceAccount: must be an account number/],
  ['a value that is none', { context: { 'aws:x': { unknown: 'perhaps' } } }, /context/],
  ['policies that are no list', { policies: { identity: {} } }, /policies\.identity/],
])('%s is told at its place', async (_, given, reason) => {
  const { code, answers } = await asJson({ ...allowing(), ...given })
  expect(code).toBe(1)
  expect(answers[0]!.error).toMatch(reason)
})

test('what is wrong in a policy is told at its line, of an object as of a text', async () => {
  const text = '{\n  "Statement": {\n    "Effect": "allow", "Action": "s3:*", "Resource": "*"\n  }\n}'
  const { code, answers } = await asJson(
    { ...CALL, policies: { identity: [{ name: 'main', document: text }] } },
    allowing({ Effect: 'allow' }),
    { ...CALL, policies: { identity: [{ name: 'main', document: '{\n"Statement": [' }] } },
  )
  expect(code).toBe(1)
  expect(answers.map(({ error }) => String(error).replace(/^.*?: /, ''))).toEqual([
    'policies.identity[0] “main”: line 3, column 15: Effect is “allow”; it is “Allow” or “Deny”',
    'policies.identity[0] “main”: line 6, column 17: Effect is “allow”; it is “Allow” or “Deny”',
    'policies.identity[0] “main”: line 2, column 15: is not JSON: a closing bracket ] is missing',
  ])
})

test('what is hostile is told or answered, and what follows too', async () => {
  const many = Array.from({ length: 10_000 }, () => document().Statement[0])
  const policies = (one: unknown) => ({ ...CALL, policies: { identity: [{ name: 'main', document: one }] } })
  const { code, answers } = await asJson(
    policies({ Statement: many }),
    policies(`{"Statement": ${'['.repeat(100_000)}`),
    policies(`{"Statement": ${'['.repeat(30)}${']'.repeat(30)}}`),
    policies('{"Statement": [],\n"Statement": []}'),
    allowing({ Resource: `arn:aws:s3:::${'*a'.repeat(4000)}b` }),
    allowing(),
  )
  expect(code).toBe(1)
  const errors = answers.map(({ error }) => (error === null ? null : String(error)))
  expect(errors[0]).toContain('is too long')
  expect(errors[1]).toMatch(/is too long|levels deep/)
  expect(errors[2]).toContain('nested 31 levels deep')
  expect(errors[3]).toContain('line 2, column 1: “Statement” stands twice')
  expect(answers.slice(4).map(({ verdict }) => verdict)).toEqual(['denied', 'allowed'])
})

test('- is standard input; exit codes are 0, 1 and 2', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const started = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', main, 'policy', ...args], { input, encoding: 'utf8' })
  const answered = started(['evaluate', '-'], `\ufeff${JSON.stringify(allowing())}\n${JSON.stringify(denied)}\n`)
  expect(answered.stdout).toBe(
    'read: allowed (allowed): identity[main:S1]\nread: denied (implicit-deny, by identity)\n',
  )
  expect(answered.status).toBe(0)
  expect(started(['evaluate', '-', '--json'], 'no').status).toBe(1)
  expect(started(['evaluate', '/no/such/file'], '')).toMatchObject({ status: 2, stdout: '' })
})

test.each<[string[], RegExp, Parameters<typeof run>[1]?]>([
  [['judge', 'x'], /policy judge: there are “policy evaluate”, “policy may-create” and “policy propose”/],
  [[], /there are “policy evaluate”/],
  [['evaluate'], /FILE\.jsonl is missing/],
  [['evaluate', '/no/such/file'], /no such file/i],
  [['evaluate', 'x'], /--role is not of “policy evaluate”/, { role: 'maker' }],
  [['may-create', 'x'], /--requests is not of “policy may-create”/, { role: 'maker', requests: 'y' }],
  [['propose', 'x'], /--context is not of “policy propose”/, { context: ['a=b'] }],
  [['propose', 'x'], /no such file/i, { parameter: ['A=b'], only: 'resource' }],
])('%j is refused: %s', async (positionals, message, values = {}) => {
  await expect(run(positionals, values)).rejects.toThrow(message)
})
