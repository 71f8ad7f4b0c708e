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
  *get-bucket-policy*id-1*) echo "An error occurred (NoSuchBucketPolicy)" >&2; exit 254 ;;
  *get-bucket-policy*) echo "An error occurred (AccessDenied)" >&2; exit 254 ;;
  *describe-nat-gateways*) echo "An error occurred (UnauthorizedOperation)" >&2; exit 254 ;;
  *get-caller-identity*) echo 123456789012 ;;
  *"--output text"*) printf 'id-1\\tid-2\\n' ;;
  *) echo '{}' ;;
esac
`
/** What single calls say of identities, where somebody has made them: collect.sh makes one call for all. */
const NOT_GATHERED =
  `UserDetailList GroupDetailList Roles RolePolicies RolePolicyNames AttachedRolePolicies UserPolicies UserPolicyNames
AttachedUserPolicies GroupPolicies GroupPolicyNames AttachedGroupPolicies PolicyVersions`.split(/\s+/)

/** Services whose actions begin otherwise than their commands, and calls that are allowed by actions of another name. Source: service authorization reference. */
const PREFIXES: Readonly<Record<string, string>> = {
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  opensearch: 'es',
  s3api: 's3',
  s3control: 's3',
}
const ACTIONS: Readonly<Record<string, string>> = {
  'apigateway get-rest-apis': 'apigateway:GET',
  's3api list-buckets': 's3:ListAllMyBuckets',
  's3api get-public-access-block': 's3:GetBucketPublicAccessBlock',
  's3api get-bucket-encryption': 's3:GetEncryptionConfiguration',
  's3control get-public-access-block': 's3:GetAccountPublicAccessBlock',
  // anybody may ask who they are
  'sts get-caller-identity': '',
}
function actionOf(call: string): string {
  const [service = '', name = ''] = call.split(' ')
  const action = name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return ACTIONS[`${service} ${name}`] ?? `${PREFIXES[service] ?? service}:${OWN[action] ?? action}`
}
/** Words that AWS writes in capitals. */
const OWN: Readonly<Record<string, string>> = {
  DescribeDbInstances: 'DescribeDBInstances',
}

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
  expect(asked).toHaveLength(10)
  for (const call of asked) {
    expect(call).toContain('--query')
    expect(call).not.toMatch(/PreSharedKey|CustomerGatewayConfiguration|Environment|authKey|TunnelOptions/)
  }
})
test('a call that is denied is written down, and the rest goes on', () => {
  const errors = readFileSync(join(home, 'out/errors.txt'), 'utf8').trim().split('\n')
  expect(errors).toHaveLength(3)
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
  const gathered = new Set([...text.matchAll(/^ {2}(?:save|begin|many|many_stated) (\w+)/gm)].map(([, key]) => key))
  // Listeners and their rules, and grants, are gathered wrapped.
  const others = ['Listeners', 'Rules', ...NOT_GATHERED, 'Grants']
  expect(READERS.map(({ key }) => key).filter((key) => !gathered.has(key))).toEqual(others)
})
test('of what carries policies as many are asked about as was said, and that there are more is written down', () => {
  const env = { ...process.env, PATH: `${home}:${process.env.PATH}`, CALLS: join(home, 'few') }
  execFileSync('bash', [SCRIPT, '--out', join(home, 'capped'), '--most', '1', 'us-east-1'], { env, stdio: 'pipe' })
  const asked = readFileSync(join(home, 'few'), 'utf8').split('\n')
  expect(asked.filter((call) => call.includes('get-bucket-policy'))).toHaveLength(1)
  expect(readFileSync(join(home, 'capped/errors.txt'), 'utf8')).toContain(
    '123456789012 us-east-1: buckets: the first 1 of 2 were asked about (--most)',
  )
})
test('that there is no policy is an answer, and that nobody may read it is not', async () => {
  const policies = readFileSync(join(home, 'out/123456789012/global/ResourcePolicies.json'), 'utf8')
  expect(JSON.parse(policies)).toEqual({ ResourcePolicies: [{ Bucket: 'id-1', Policy: null }] })
  expect(readFileSync(join(home, 'out/errors.txt'), 'utf8')).toContain('get-bucket-policy --bucket id-2: An error')
})
test('its permissions are those of its calls', () => {
  const listed = JSON.parse(readFileSync(join(import.meta.dirname, '../public/collect-permissions.json'), 'utf8'))
  expect(listed.Statement[0].Action).toEqual([...new Set(calls.map(actionOf))].filter((one) => one !== '').sort())
})
test('without a Region it says how it is used', () => {
  const { status, stderr } = spawnSync('bash', [SCRIPT], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stderr).toContain('usage')
})
