import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../core/aws/index.ts'
import { explainDenial } from '../core/explain/index.ts'
import { applyEdits, type Design, type Edit, parseRequest, serialiseDesign } from '../core/model/index.ts'
import { simulate } from '../core/sim/index.ts'
import { templates } from '../core/templates/index.ts'
import { compileTopology } from '../core/topology/index.ts'
import { simulateCommand } from './commands/simulate.ts'
import { printTrace } from './printTrace.ts'

const catalogue = await loadCatalogue()
const design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()
const folder = mkdtempSync(join(tmpdir(), 'hopwise-calls-'))
const file = join(folder, 'design.json')
writeFileSync(file, serialiseDesign(design))
const BUCKET = 'reports-111122223333.s3.us-east-1.amazonaws.com'
const REPORT = 'arn:aws:s3:::reports-111122223333/2026/q3.csv'

const requestOf = (id: string) => design.requests.find((one) => one.id === id)!.request
const answer = (id: string, changed: Design = design) => simulate(compileTopology(changed, catalogue), requestOf(id))
const change = (...edits: readonly Edit[]): Design => applyEdits(design, edits).design
const linesOf = (id: string, changed: Design = design) => [...printTrace(answer(id, changed), changed)]

async function run(requests: readonly object[], values: Record<string, unknown> = { json: true }, source = file) {
  const path = join(folder, 'requests.jsonl')
  writeFileSync(path, requests.map((one) => JSON.stringify(one)).join('\n'))
  const lines: string[] = []
  const given = { positionals: [source], values: { requests: path, ...values } as never }
  const code = await simulateCommand.run(given, (line) => lines.push(line))
  return { code, lines, answers: values.json ? lines.map((line) => JSON.parse(line)) : [] }
}

describe('simulate --json', () => {
  it('says of a call why, which layers deny and by which statements', async () => {
    const { answers } = await run(design.requests.map(({ id, request }) => ({ id, ...request })))
    const told = answers.map(({ id, verdict, why, deniedBy, statements, unknown }) => ({
      id,
      verdict,
      why,
      deniedBy,
      statements,
      unknown,
    }))
    const denied = { verdict: 'fails', why: 'explicit-deny', deniedBy: ['resource'], unknown: [] }
    expect(told).toEqual([
      {
        id: 'through-the-endpoint',
        verdict: 'succeeds',
        why: 'allowed',
        deniedBy: [],
        statements: ['endpoint[S3 gateway endpoint:ReportsOnly]', 'identity[read:ReadBuckets]'],
        unknown: [],
      },
      { id: 'from-another-vpc', ...denied, statements: ['resource[OnlyThroughTheEndpoint]'] },
      { id: 'from-the-internet', ...denied, statements: ['resource[OnlyThroughTheEndpoint]'] },
      { id: 'packet-alone', verdict: 'succeeds' },
      {
        id: 'another-bucket',
        verdict: 'fails',
        why: 'implicit-deny',
        deniedBy: ['endpoint'],
        statements: ['identity[read:ReadBuckets]'],
        unknown: [],
      },
    ])
  })

  it('names the keys that an answer hangs on', async () => {
    const nameless = join(folder, 'nameless.json')
    const edit: Edit = { kind: 'change', of: 'gateway-endpoint', id: 'endpoint-gateway', fields: { awsId: null } }
    writeFileSync(nameless, serialiseDesign(change(edit)))
    const { answers } = await run([requestOf('through-the-endpoint')], { json: true }, nameless)
    expect(answers[0]).toMatchObject({
      verdict: 'cannot-tell',
      code: 'CONDITION_KEY_NOT_KNOWN',
      why: 'cannot-tell',
      deniedBy: [],
      unknown: ['aws:SourceVpce'],
    })
  })

  it.each([
    [{ action: 's3:GetObject', wrong: 1 }, 'api: has the unknown key “wrong”'],
    [{ action: 'GetObject' }, 'api.action: must be an action such as s3:GetObject, not “GetObject”'],
    [{ resource: '*' }, 'api.action: is missing'],
    [
      { action: 's3:GetObject', context: { 'aws:userid': { of: 1 } } },
      'api.context["aws:userid"]: must be a text, or a number, or true or false, not an object',
    ],
    ['s3:GetObject', 'api: must be an object, not “s3:GetObject”'],
  ])('costs a wrong call %j its line alone, and names the place', async (api, problem) => {
    const good = { from: 'worker-1', to: BUCKET, port: 443 }
    const { code, answers } = await run([{ ...good, api }, good])
    expect(code).toBe(1)
    expect(answers[0].error).toContain(`requests.jsonl:1: ${problem}`)
    expect(answers[0].verdict).toBeNull()
    expect(answers[1].verdict).toBe('succeeds')
  })

  it('has every layer in the trace, where it is asked for', async () => {
    const { answers } = await run(
      [{ from: 'other-1', to: BUCKET, port: 443, api: { action: 's3:GetObject', resource: REPORT } }],
      {
        json: true,
        trace: true,
      },
    )
    const legs = answers[0].trace[0].legs
    expect(legs.map(({ direction }: { direction: string }) => direction)).toEqual([
      'lookup',
      'request',
      'reply',
      'authorization',
    ])
    const steps = legs[3].hops.flatMap(({ steps }: { steps: object[] }) => steps)
    expect(steps.map(({ detail, outcome }: never) => [(detail as { layer?: string }).layer, outcome])).toEqual([
      [undefined, 'made'],
      ['resource', 'denied'],
      ['identity', 'allowed'],
    ])
    expect(steps[0].detail.absent).toContainEqual({ layer: 'endpoint', why: 'full-access' })
  })
})

it('asks for one call by its options, and refuses the options of a call without one', async () => {
  const one = { requests: undefined, from: 'other-1', to: BUCKET, resource: REPORT, json: true }
  const { answers } = await run([], {
    ...one,
    action: 's3:GetObject',
    context: ['aws:SourceVpce=vpce-0a1b2c3d4e5f60718'],
  })
  expect(answers[0]).toMatchObject({ verdict: 'succeeds', why: 'allowed' })
  await expect(run([], one)).rejects.toThrow('--resource is of a call: give its --action too')
  await expect(run([], { ...one, action: 's3:GetObject', context: ['x'] })).rejects.toThrow('--context x')
  await expect(run([one], { context: ['aws:userid=x'] })).rejects.toThrow('--context is of one request')
})

describe('a denial in words', () => {
  it('says who may not what, by which statement and condition, and that it is explicit', () => {
    expect(explainDenial(answer('from-another-vpc'), design)).toBe(
      'The role report-reader may not call s3:GetObject on Reports bucket: statement OnlyThroughTheEndpoint of the bucket policy of Reports bucket denies it, since its condition StringNotEquals aws:SourceVpce is met. An explicit Deny: no Allow outweighs it.',
    )
  })

  it('says whose Allow is missing, and which statement comes nearest', () => {
    expect(explainDenial(answer('another-bucket'), design)).toBe(
      'The role report-reader may not call s3:GetObject on Archive bucket: no statement of the policy of S3 gateway endpoint allows it. An implicit denial: an Allow is missing. The nearest, statement ReportsOnly of S3 gateway endpoint, does not fit by its Resource.',
    )
  })

  it('says nothing of what is allowed, or of what the network stops', () => {
    expect(explainDenial(answer('through-the-endpoint'), design)).toBeNull()
    expect(explainDenial(answer('packet-alone'), design)).toBeNull()
  })
})

describe('the trace', () => {
  it('prints the keys that a statement reads first: value, who set it, who reads it', () => {
    const lines = linesOf('from-another-vpc').map((line) => line.trim())
    expect(lines).toContain('Authorization')
    expect(lines).toContain(
      'aws:SourceVpce = vpce-0b1c2d3e4f5a60718 (set by the endpoint; read by resource’s policy: OnlyThroughTheEndpoint)',
    )
    expect(lines).toContain('aws:PrincipalType = AssumedRole (set by who calls)')
    expect(lines).toContain('aws:SecureTransport = true (set by the way there)')
  })

  it('prints a key that a statement reads and the call does not carry', () => {
    expect(linesOf('from-the-internet').map((line) => line.trim())).toContain(
      'aws:SourceVpce = not carried (read by resource’s policy: OnlyThroughTheEndpoint)',
    )
  })

  it('says why a layer has no say', () => {
    const internet = linesOf('from-the-internet').map((line) => line.trim())
    expect(internet).toContain('Endpoint’s policy: no endpoint on the way')
    expect(internet).toContain('Permissions boundary: none')
    expect(linesOf('from-another-vpc').map((line) => line.trim())).toContain('Endpoint’s policy: none: full access')
  })
})

it('collects what stands in the way of the packet and of the call together', async () => {
  const blocked = requestOf('from-another-vpc')
  const groups = change({
    kind: 'change',
    of: 'security-group',
    id: 'sg-endpoint',
    fields: { ingress: [] },
  })
  const { blockers, symptom } = simulate(compileTopology(groups, catalogue), blocked)
  expect(symptom).toBe('connection-times-out')
  expect(blockers.map(({ code }) => code)).toEqual(['SG_HAS_NO_RULES', 'RESOURCE_POLICY_DENIES'])
  expect(parseRequest(blocked).ok).toBe(true)
})
