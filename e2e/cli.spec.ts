import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { flawedDesign } from './designs/flawedDesign.ts'

const ROOT = join(import.meta.dirname, '..')
const KINESIS = join(ROOT, 'src/core/templates/kinesis-private-dns.json')
const HOST = 'kinesis.us-east-1.amazonaws.com'
const KEYS = ['id', 'verdict', 'symptom', 'code', 'decidedBy', 'path', 'answers', 'via']

/** Runs the built command line as a person would. */
function hopwise(...args: readonly string[]) {
  const command = [join(ROOT, 'dist/cli/hopwise.js'), ...args]
  const { status, stdout, stderr } = spawnSync('node', command, { encoding: 'utf8', timeout: 30_000 })
  return { status, stdout, stderr, lines: stdout.split('\n').filter((line) => line !== '') }
}

/** A place of the running test's own, which is tidied away with its results. */
function placeOf(name: string): string {
  const path = test.info().outputPath(name)
  mkdirSync(dirname(path), { recursive: true })
  return path
}

/** Writes a file for the running test and gives its path. */
function fileOf(name: string, text: string): string {
  const path = placeOf(name)
  writeFileSync(path, text)
  return path
}

/** A copy of the Kinesis template with one text replaced. */
const kinesisWith = (from: string, to: string): string =>
  fileOf('design.json', readFileSync(KINESIS, 'utf8').replaceAll(from, to))

test('simulate answers a file of requests line by line, in their order, with the same keys always', () => {
  const requests = [
    { id: 'b', from: 'instance-2', to: HOST, protocol: 'tcp', port: 443 },
    { id: 'a', from: 'Instance 1', to: HOST, protocol: 'tcp', port: 443 },
    { id: 7, from: 'instance-2', to: '10.0.2.10', protocol: 'tcp', port: 443 },
    { id: 'in', from: 'internet', to: 'instance-1', protocol: 'tcp', port: 22 },
    { id: 'ping', from: 'instance-1', to: 'instance-2', protocol: 'icmp' },
  ]
  const file = fileOf('requests.jsonl', `${requests.map((one) => JSON.stringify(one)).join('\n')}\n`)
  const { status, lines, stderr } = hopwise('simulate', KINESIS, '--requests', file, '--json')
  expect(stderr).toBe('')
  expect(status).toBe(0)
  const answers = lines.map((line) => JSON.parse(line))
  expect(answers.map(({ id }) => id)).toEqual(['b', 'a', 7, 'in', 'ping'])
  for (const answer of answers) expect(Object.keys(answer)).toEqual(KEYS)
  const [timesOut, succeeds, endpoint] = answers
  expect(timesOut).toMatchObject({
    verdict: 'fails',
    symptom: 'connection-times-out',
    code: 'NO_ROUTE_TO_DESTINATION',
    decidedBy: { construct: 'rtb-2' },
    path: null,
  })
  expect(succeeds).toMatchObject({ verdict: 'succeeds', symptom: null, decidedBy: null, path: 'internet-gateway' })
  expect(succeeds.via).toEqual(['Internet gateway'])
  expect(endpoint).toMatchObject({ verdict: 'succeeds', path: 'interface-endpoint', via: ['Kinesis endpoint'] })
})

test('simulate tells one request in words, hop by hop', () => {
  const { status, stdout } = hopwise('simulate', KINESIS, '--from', 'instance-2', '--to', HOST, '--port', '443')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Connection times out\n/)
  for (const words of ['Lookup', 'Request', 'Private routes has no route to', 'Decided by: NO_ROUTE_TO_DESTINATION'])
    expect(stdout).toContain(words)
})

test('check is content with a sound design and lists the findings of a flawed one', () => {
  const sound = hopwise('check', KINESIS)
  expect(sound.status).toBe(0)
  expect(sound.stdout.trim()).toBe('No findings.')

  const flawed = fileOf('flawed.json', flawedDesign())
  const inWords = hopwise('check', flawed)
  expect(inWords.status).toBe(1)
  expect(inWords.stdout).toMatch(/^error: /m)
  const findings = JSON.parse(hopwise('check', flawed, '--json').stdout)
  expect(inWords.lines.at(-1)).toBe(`${findings.length} findings.`)
  for (const finding of findings) {
    expect(finding).toMatchObject({
      check: expect.any(String),
      severity: expect.any(String),
      message: expect.any(String),
    })
    expect(finding.at[0].construct).toEqual(expect.any(String))
  }
})

test('test compares the saved requests with what they must come to', () => {
  const met = hopwise('test', KINESIS)
  expect(met.status).toBe(0)
  expect(met.lines.at(-1)).toBe('3 met, 0 missed')

  const broken = kinesisWith('"port": 443 }', '"port": 444 }')
  const missed = hopwise('test', broken)
  expect(missed.status).toBe(1)
  expect(missed.stdout).toContain('MISSED')

  const junit = hopwise('test', broken, '--reporter', 'junit')
  expect(junit.status).toBe(1)
  expect(junit.stdout).toMatch(/^<\?xml version="1\.0"/)
  expect(junit.stdout).toMatch(/<testsuite name="[^"]+" tests="3" failures="[1-3]">/)
  expect(junit.stdout.match(/<testcase /g)).toHaveLength(3)
})

test('export writes the same files every time, without a Route for a gateway endpoint', () => {
  const design = join(ROOT, 'src/core/templates/s3-gateway-endpoint.json')
  const first = placeOf('first')
  const second = placeOf('second')
  for (const format of ['cloudformation', 'terraform', 'cli', 'powershell'])
    for (const out of [first, second])
      expect(hopwise('export', design, '--format', format, '--out', join(out, format)).status).toBe(0)
  const names = filesBelow(first)
  expect(names).toEqual(filesBelow(second))
  for (const name of names)
    expect(readFileSync(join(first, name), 'utf8')).toBe(readFileSync(join(second, name), 'utf8'))
  const resources = names
    .filter((name) => /\/template[^/]*\.json$/.test(name))
    .flatMap((name) => Object.values(JSON.parse(readFileSync(join(first, name), 'utf8')).Resources as Resources))
  expect(resources.find(({ Type }) => Type === 'AWS::EC2::VPCEndpoint')?.Properties).toMatchObject({
    VpcEndpointType: 'Gateway',
  })
  const routes = resources.filter(({ Type }) => Type === 'AWS::EC2::Route')
  expect(routes.length).toBeGreaterThan(0)
  expect(routes.filter(({ Properties }) => 'VpcEndpointId' in Properties || !('GatewayId' in Properties))).toEqual([])
  for (const script of names.filter((name) => name.endsWith('.sh')))
    expect(spawnSync('bash', ['-n', join(first, script)], { encoding: 'utf8' }).stderr).toBe('')
})

const UNUSABLE: Readonly<Record<string, () => readonly string[]>> = {
  'no such command': () => ['draw'],
  'no such option': () => ['check', KINESIS, '--colour'],
  'no such file': () => ['check', '/nowhere/design.json'],
  'broken JSON': () => ['check', fileOf('broken.json', '{ "format": ')],
  'a newer version': () => ['check', kinesisWith('"version": 1', '"version": 99')],
  'an unknown key': () => ['check', kinesisWith('"dnsHostnames"', '"dnsHostNames"')],
  'a request that is none': () => ['simulate', KINESIS, '--requests', fileOf('r.jsonl', '{"id":1}\n'), '--json'],
  'a line that is not JSON': () => ['simulate', KINESIS, '--requests', fileOf('r.jsonl', 'hello\n'), '--json'],
  'no destination': () => ['simulate', KINESIS, '--from', 'instance-1'],
  'no such format': () => ['export', KINESIS, '--format', 'moon', '--out', placeOf('none')],
}
for (const [what, args] of Object.entries(UNUSABLE))
  test(`unusable input ends with 2 and one line on standard error: ${what}`, () => {
    const { status, stdout, stderr } = hopwise(...args())
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^hopwise: [^\n]+\n$/)
    expect(stderr).not.toContain('unexpected')
  })

type Resources = Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
