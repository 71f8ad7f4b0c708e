import { expect, it } from 'vitest'
import type { Step } from '../sim/verdict.ts'
import { explainLookup } from './explainLookup.ts'

type LookupStep = Extract<Step, { kind: 'resolve-name' }>

const step = (
  outcome: LookupStep['outcome'],
  detail: Partial<LookupStep['detail']>,
  decidedBy = 'zone-1',
): LookupStep => ({
  kind: 'resolve-name',
  outcome,
  code: null,
  detail: {
    name: 'db.corp.example',
    resolver: 'AmazonProvidedDNS',
    source: null,
    owner: null,
    answers: [],
    passedOver: [],
    ...detail,
  },
  evidence: { decidedBy: { construct: decidedBy, path: [] }, considered: [] },
})
const nameOf = (id: string) => `“${id}”`

it('names the hosted zone that an answer comes from', () => {
  const answered = step('answered', { source: 'private-hosted-zone', answers: ['10.0.1.9'] })
  expect(explainLookup(answered, nameOf)).toEqual({
    headline: 'db.corp.example is 10.0.1.9',
    detail: 'Amazon’s resolver answers, from the hosted zone “zone-1”.',
  })
})

it('says whom a question is passed on to, and by what', () => {
  const forwarded = step('forwarded', { owner: 'rule-1', next: '192.168.0.53' })
  expect(explainLookup(forwarded, nameOf)).toEqual({
    headline: 'db.corp.example is asked of 192.168.0.53',
    detail: 'Amazon’s resolver passes the question on, as “rule-1” says.',
  })
  expect(explainLookup(step('forwarded', { owner: 'rule-1', next: '' }), nameOf).headline).toBe(
    'db.corp.example is asked of no server at all',
  )
})

it('says which name stands for another', () => {
  const another = step('another-name', { next: 'web.apps.example', resolver: '192.168.0.53' })
  expect(explainLookup(another, nameOf)).toEqual({
    headline: 'db.corp.example stands for web.apps.example',
    detail: '192.168.0.53 asks for that name next.',
  })
})

it('says why an endpoint or a zone did not answer', () => {
  const passedOver = [
    { endpoint: 'endpoint-1', why: 'forwarded' as const },
    { endpoint: 'zone-2', why: 'zone-needs-vpc-attributes' as const },
  ]
  const { detail } = explainLookup(step('no-such-name', { passedOver }), nameOf)
  expect(detail).toMatch(/^“endpoint-1” does not answer: a resolver rule .*\. “zone-2” does not answer: private hosted/)
})
