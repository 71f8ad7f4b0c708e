import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../core/aws/index.ts'
import { templates } from '../../core/templates/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Pauses } from '../question.ts'
import { actionWords } from './actionWords.ts'
import { readPolicyText } from './readPolicyText.ts'
import { tryPolicy } from './tryPolicy.ts'
import { wordsAt } from './wordsAt.ts'

const catalogue = await loadCatalogue()
const design = await templates.find(({ id }) => id === 'bucket-one-endpoint')!.load()
const topology = compileTopology(design, catalogue)
const subject = { design, catalogue, topology: () => topology }
const NEVER: Pauses = { isDue: () => false, pause: async () => undefined }
const BUCKET = design.constructs['bucket-reports'] as { readonly policy: string }

const trial = (text: string, pauses = NEVER) =>
  tryPolicy(
    subject,
    {
      edit: { kind: 'change', of: 's3-bucket', id: 'bucket-reports', fields: { policy: text } },
      at: { construct: 'bucket-reports', path: ['policy'] },
      text,
    },
    pauses,
  )

describe('what a policy would change before it is applied', () => {
  it('is nothing where it says the same', async () => {
    const same = JSON.stringify(JSON.parse(BUCKET.policy))
    expect(await trial(same)).toMatchObject({ text: same, changes: [], refused: null })
  })
  it('is told with both answers, and the design stays as it is', async () => {
    const before = structuredClone(design)
    const { changes } = await trial(BUCKET.policy.replace('StringNotEquals', 'StringEquals'))
    expect(changes.map(({ id, before, after }) => [id, before.kind, after.kind, after.symptom])).toEqual([
      ['through-the-endpoint', 'succeeds', 'fails', 'access-denied'],
      ['from-another-vpc', 'fails', 'succeeds', null],
      ['from-the-internet', 'fails', 'succeeds', null],
    ])
    expect(design).toEqual(before)
  })
  it('comes with what the checks object to in that text alone', async () => {
    const { findings } = await trial('{"Statement": []}')
    expect(findings.map(({ finding }) => finding.check)).toContain('policy-not-readable')
    for (const { finding } of findings)
      expect(finding.at.some(({ construct, path }) => construct === 'bucket-reports' && path[0] === 'policy')).toBe(
        true,
      )
  })
  it('is refused in words where the text does not fit into a design', async () => {
    const { refused, changes } = await trial('\u0000')
    expect(refused).toContain('control characters')
    expect(changes).toEqual([])
  })
  it('can be withdrawn midway', async () => {
    const gone = new Error('withdrawn')
    const pauses: Pauses = { isDue: () => true, pause: (done) => (done > 3 ? Promise.reject(gone) : Promise.resolve()) }
    await expect(trial(BUCKET.policy, pauses)).rejects.toBe(gone)
  })
})

describe('a policy’s text is read', () => {
  it('statement by statement, with their places', () => {
    const { problems, statements } = readPolicyText({ text: BUCKET.policy, use: 'resource' })
    expect(problems).toEqual([])
    expect(statements.map(({ words }) => words)).toEqual([
      expect.stringMatching(
        /^Denies everyone s3:\* on reports-111122223333 and reports-111122223333\/\*, if aws:Source/,
      ),
    ])
    expect(BUCKET.policy.slice(statements[0]!.at!.from, statements[0]!.at!.to)).toMatch(/^\{[\s\S]*\}$/)
  })
  it('by the grammar of what it is attached to', () => {
    const text = '{"Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
    const problems = (use: Parameters<typeof readPolicyText>[0]['use']) =>
      readPolicyText({ text, use }).problems.map(({ message }) => message)
    for (const use of ['identity', 'boundary', 'session', 'scp'] as const) expect(problems(use), use).toEqual([])
    for (const use of ['resource', 'endpoint', 'trust'] as const)
      expect(problems(use), use).toContain('Principal is missing')
  })
})

describe('words for policies', () => {
  it('of an endpoint: its service, what is of that service, who calls', () => {
    const words = wordsAt(subject, { id: 'endpoint-gateway' })
    expect(words.prefixes).toContain('s3')
    expect(words.resources.map(({ value }) => value)).toContain('arn:aws:s3:::archive-111122223333/*')
    expect(words.principals.map(({ value }) => value)).toEqual(['arn:aws:iam::111122223333:role/report-reader'])
    expect(words.guards).toMatchObject({ use: 'endpoint', resources: ['*'] })
  })
  it('of a bucket: the ids of VPCs and endpoints, and null where nobody has said one', () => {
    const words = wordsAt(subject, { id: 'bucket-reports' })
    expect(words.vpcs.map(({ value }) => value)).toEqual(['vpc-0b1c2d3e4f5a60718', 'vpc-0a1b2c3d4e5f60718'])
    expect(words.endpoints.some(({ value }) => value === 'vpce-0b1c2d3e4f5a60718')).toBe(true)
    expect(words.guards?.resources).toEqual([
      'arn:aws:s3:::reports-111122223333',
      'arn:aws:s3:::reports-111122223333/*',
    ])
  })
  it('of a role: no guards, since it is no resource that one guards', () => {
    expect(wordsAt(subject, { id: 'role-reader' }).guards).toBeNull()
  })
  it('actions are those of the services asked, with all prefixes', async () => {
    const { actions, services, keys } = await actionWords(['sqs', 'none-such'])
    expect(actions).toContainEqual({ name: 'sqs:SendMessage', level: 'Write' })
    expect(actions.every(({ name }) => name.startsWith('sqs:'))).toBe(true)
    expect(services).toContainEqual(['s3', 'Amazon S3'])
    expect(Array.isArray(keys)).toBe(true)
  })
})
