import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFolder } from '../src/cli/readGiven.ts'
import { READERS } from '../src/core/import/describe/readers.ts'
import { importTexts } from '../src/core/import/describe/testing/importTexts.ts'
import { unpack } from '../src/core/import/unpack.ts'

const SCRIPT = join(import.meta.dirname, '../public/collect.sh')
/** Stands in for the AWS CLI: writes down every call, has two ids of anything, denies one call, answers the rest. */
const FAKE = `#!/bin/bash
echo "$*" >>"$CALLS"
case "$*" in
  *describe-nat-gateways*) echo "An error occurred (UnauthorizedOperation)" >&2; exit 254 ;;
  *get-caller-identity*) echo 123456789012 ;;
  *"--output text"*) printf 'id-1\\tid-2\\n' ;;
  *) echo '{}' ;;
esac
`
let home: string
let calls: readonly string[]
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hopwise-collect-'))
  writeFileSync(join(home, 'aws'), FAKE)
  chmodSync(join(home, 'aws'), 0o755)
  const env = { ...process.env, PATH: `${home}:${process.env.PATH}`, CALLS: join(home, 'calls') }
  execFileSync('bash', [SCRIPT, '--out', join(home, 'out'), 'us-east-1', 'eu-west-1'], { env, stdio: 'pipe' })
  calls = readFileSync(join(home, 'calls'), 'utf8').trim().split('\n')
})
afterAll(() => rmSync(home, { recursive: true }))

test('every call only reads', () => {
  expect(calls.length).toBeGreaterThan(100)
  for (const call of calls) expect(call.split(' ')[1]).toMatch(/^(describe|list|get|search)-/)
})
test('nothing secret is asked for: VPN keys, environments, BGP keys', () => {
  const whole = /describe-vpn-connections|list-functions|describe-virtual-interfaces/
  const asked = calls.filter((call) => whole.test(call))
  expect(asked).toHaveLength(6)
  for (const call of asked) {
    expect(call).toContain('--query')
    expect(call).not.toMatch(/PreSharedKey|CustomerGatewayConfiguration|Environment|authKey|TunnelOptions/)
  }
})
test('a call that is denied is written down, and the rest goes on', () => {
  const errors = readFileSync(join(home, 'out/errors.txt'), 'utf8').trim().split('\n')
  expect(errors).toHaveLength(2)
  for (const [index, region] of ['us-east-1', 'eu-west-1'].entries())
    expect(errors[index]).toMatch(
      new RegExp(`^123456789012 ${region}: aws ec2 describe-nat-gateways: .*UnauthorizedOperation`),
    )
})
test('the folder is read as JSON, and every list in it is one that the import knows', async () => {
  const files = unpack(await readFolder(join(home, 'out')))
  if (typeof files === 'string') throw new Error(files)
  const { report } = importTexts(files)
  expect(report.notes.filter(({ kind }) => kind === 'unreadable')).toEqual([])
  expect(report.notes.filter(({ message }) => message.includes('Nothing here reads'))).toEqual([])
})
test('every list that the import reads is gathered', () => {
  const text = readFileSync(SCRIPT, 'utf8')
  const gathered = new Set([...text.matchAll(/^ {2}(?:save|begin) (\w+)/gm)].map(([, key]) => key))
  // Listeners and their rules are gathered wrapped.
  const others = ['Listeners', 'Rules']
  expect(READERS.map(({ key }) => key).filter((key) => !gathered.has(key))).toEqual(others)
})
test('without a Region it says how it is used', () => {
  const { status, stderr } = spawnSync('bash', [SCRIPT], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('usage')
})
