import { expect, test } from 'vitest'
import type { Finding } from '../../../core/checks/index.ts'
import type { PolicyPlace } from './policyPlace.ts'
import { diagnosticsOf, lineOf, remarksOf } from './remarksOf.ts'

const PLACE: PolicyPlace = {
  title: 'Policy of x',
  use: 'resource',
  at: { construct: 'bucket-1', path: ['policy'] },
  editTo: () => ({ kind: 'remove', id: 'never' }),
  apply: () => undefined,
}
const TEXT = '{\n  "Statement": [{"Effect": "Alow"}]\n}'

test('what is wrong is marked as a word, from its line and column', () => {
  const reading = { text: TEXT, statements: [], problems: [{ line: 2, column: 28, message: 'Effect is “Alow”' }] }
  const [remark] = remarksOf(TEXT, reading, null, PLACE)
  expect(TEXT.slice(remark!.range!.from, remark!.range!.to)).toBe('"Alow"')
  expect(lineOf(TEXT, remark!.range!.from)).toBe(2)
})

test('what is missing at the end is marked by the last letter', () => {
  const reading = { text: '{', statements: [], problems: [{ line: 1, column: 2, message: 'a closing brace' }] }
  expect(remarksOf('{', reading, null, PLACE)[0]!.range).toEqual({ from: 0, to: 1 })
})

const finding = (fields: object, severity: Finding['severity'] = 'advice'): Finding => ({
  check: 'some-check',
  severity,
  title: 'Title',
  at: [PLACE.at],
  message: 'Message',
  awsError: null,
  learnMore: 'https://docs.aws.amazon.com/x',
  fixes: [
    {
      title: 'Put it right',
      safety: 'safe',
      edits: [{ kind: 'change', of: 's3-bucket', id: 'bucket-1', fields }],
    },
  ],
})
const trialOf = (one: Finding) => ({
  text: TEXT,
  changes: [],
  refused: null,
  findings: [{ finding: one, at: { from: 4, to: 15 } }],
})

test('a finding keeps the fix that changes this text alone, as a text', () => {
  const [remark] = remarksOf(TEXT, null, trialOf(finding({ policy: '{}' })), PLACE)
  expect(remark).toMatchObject({ severity: 'info', fixes: [{ title: 'Put it right', text: '{}' }] })
  expect(remarksOf(TEXT, null, trialOf(finding({ policy: '{}', region: 'r' })), PLACE)[0]!.fixes).toEqual([])
  expect(remarksOf(TEXT, null, trialOf(finding({ region: 'r' })), PLACE)[0]!.fixes).toEqual([])
})

test('what stands nowhere in particular is listed and not marked', () => {
  const remarks = remarksOf(
    TEXT,
    null,
    { ...trialOf(finding({})), findings: [{ finding: finding({}), at: null }] },
    PLACE,
  )
  expect(remarks).toHaveLength(1)
  expect(diagnosticsOf(remarks, () => undefined)).toEqual([])
})
