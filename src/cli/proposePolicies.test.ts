import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serialiseDesign } from '../core/model/index.ts'
import { saved, twoEndpoints, withRequests } from '../core/propose/testing/twoEndpoints.ts'
import { policyCommand } from './commands/policy.ts'
import { testCommand } from './commands/test.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hopwise-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function run(
  command: typeof policyCommand,
  positionals: readonly string[],
  values: Record<string, string | boolean> = {},
) {
  const lines: string[] = []
  const code = await command.run({ positionals: [...positionals], values }, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}
const write = async (name: string, text: string) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}
const design = (...requests: Parameters<typeof saved>[]) =>
  serialiseDesign(withRequests(twoEndpoints, ...requests.map((one) => saved(...one))))

test('what is proposed is told in words, as text and by its proof, and written where it is wanted', async () => {
  const source = await write('design.json', design(['own', 'client-a', 'pass'], ['other', 'client-b', 'fail']))
  const out = join(folder, 'out.json')
  const { code, text } = await run(policyCommand, ['propose', source], { out })
  expect(code).toBe(0)
  expect(text).toMatch(
    /^Policy of bucket: deny everybody s3:GetObject .* where aws:SourceVpce is not vpce-0a1b2c3d4e5f60718$/m,
  )
  expect(text).toContain('+      "Effect": "Deny",')
  expect(text).toContain('ok      other: must fail, succeeds → fails (RESOURCE_POLICY_DENIES)')
  expect(text).toMatch(/2 of 2 as they must$/)
  expect((await run(testCommand, [out])).text).toContain('2 met, 0 missed')
})

test('what cannot be is told, with exit code 1, and nothing is written', async () => {
  const source = await write('design.json', design(['one', 'client-a', 'pass'], ['same', 'client-a', 'fail']))
  const out = join(folder, 'out.json')
  const { code, text } = await run(policyCommand, ['propose', source], { out, json: true })
  expect(code).toBe(1)
  expect(JSON.parse(text)).toMatchObject({ isWhole: false, changes: [], cannot: [{ id: 'same' }] })
  await expect(readFile(out)).rejects.toThrow('ENOENT')
})

test('requests come from a file too, and a bad line or area is named', async () => {
  const source = await write('design.json', design())
  const { request } = saved('x', 'client-a', 'fail')
  const requests = await write('requests.jsonl', JSON.stringify({ id: 'x', must: 'fail', ...request }))
  const { code, text } = await run(policyCommand, ['propose', source], { requests, only: 'identity' })
  expect([code, text.split('\n')[0]]).toEqual([
    0,
    'Own policy of reader: deny s3:GetObject on arn:aws:s3:::reports/a.csv',
  ])
  await expect(run(policyCommand, ['propose', source])).rejects.toThrow('no saved request says what must come of it')
  await expect(run(policyCommand, ['propose', source], { requests, only: 'all' })).rejects.toThrow('--only all')
  await write('requests.jsonl', JSON.stringify(request))
  await expect(run(policyCommand, ['propose', source], { requests })).rejects.toThrow('must: write "pass" or "fail"')
})
