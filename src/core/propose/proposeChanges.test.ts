import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits } from '../model/applyEdit.ts'
import type { Design } from '../model/design.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { decide } from '../sim/simulate.ts'
import { compileTopology } from '../topology/compileTopology.ts'
import type { Area } from './change.ts'
import { goalsOf, missOf } from './goal.ts'
import { proposeChanges } from './proposeChanges.ts'
import { IDS, policy, saved, twoEndpoints, withRequests } from './testing/twoEndpoints.ts'

const catalogue = await loadCatalogue()
async function propose(design: Design, areas?: readonly Area[]) {
  const goals = goalsOf(design)
  const proposal = await proposeChanges({
    design,
    catalogue,
    goals,
    ...(areas && { areas }),
    pause: async () => undefined,
  })
  const after = applyEdits(design, proposal.edits).design
  const topology = compileTopology(after, catalogue)
  // proved by asking anew, not by what the proposal says of itself
  if (proposal.isWhole)
    for (const goal of goals) expect(missOf(goal, decide(topology, goal.request)), goal.name).toBeNull()
  else expect(after).toEqual(design)
  return { ...proposal, after, titles: proposal.changes.map(({ title }) => title) }
}

test('a bucket that one endpoint may use, asked from three places: one Deny, for the action and the object that were asked', async () => {
  const design = withRequests(
    twoEndpoints,
    saved('from a', 'client-a', 'pass'),
    saved('from b', 'client-b', 'fail'),
    saved('from the internet', 'internet', 'fail', { principal: 'arn:aws:iam::111122223333:role/reader' }),
  )
  const { titles, proof, texts } = await propose(design)
  expect(titles).toEqual([
    `Policy of bucket: deny everybody s3:GetObject on arn:aws:s3:::reports/a.csv where aws:SourceVpce is not ${IDS[0]}`,
  ])
  expect(proof.map(({ before, after, isMet }) => [before, after, isMet])).toEqual([
    ['succeeds', 'succeeds', true],
    ['succeeds', 'fails', true],
    ['succeeds', 'fails', true],
  ])
  expect(texts).toHaveLength(1)
  expect(JSON.parse(texts[0]!.after).Statement).toHaveLength(1)
})

test('an Allow that is missing is written where it is missing, for this action, object and role', async () => {
  const other = policy({ Effect: 'Allow', Principal: '*', Action: 's3:ListBucket', Resource: '*' })
  const design = withRequests(
    (b) => twoEndpoints(b, { endpoint: other, role: [] }),
    saved('from a', 'client-a', 'pass'),
  )
  const { titles } = await propose(design)
  expect(titles.sort()).toEqual([
    'Own policy of reader: allow s3:GetObject on arn:aws:s3:::reports/a.csv',
    'Policy of ep-a: allow everybody s3:GetObject on arn:aws:s3:::reports/a.csv where aws:PrincipalArn is arn:aws:iam::111122223333:role/reader',
  ])
  expect((await propose(design, ['endpoint', 'resource'])).titles.sort()).toEqual([
    'Policy of bucket: allow arn:aws:iam::111122223333:role/reader s3:GetObject on arn:aws:s3:::reports/a.csv',
    'Policy of ep-a: allow everybody s3:GetObject on arn:aws:s3:::reports/a.csv where aws:PrincipalArn is arn:aws:iam::111122223333:role/reader',
  ])
})

test('several objects are one statement, and no wider than they are', async () => {
  const design = withRequests(
    (b) => twoEndpoints(b, { role: [] }),
    ...['a', 'b', 'c'].map((one) => saved(one, 'client-a', 'pass', { resource: `arn:aws:s3:::reports/${one}.csv` })),
    saved('other', 'client-a', 'fail', { resource: 'arn:aws:s3:::reports/d.csv' }),
  )
  const { titles } = await propose(design)
  expect(titles).toHaveLength(1)
  expect(titles[0]).toMatch(/a\.csv, arn:aws:s3:::reports\/b\.csv and arn:aws:s3:::reports\/c\.csv$/)
})

test('a Deny that stands in the way is narrowed by one more value, and stays', async () => {
  const denies = policy({
    Sid: 'OnlyA',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'],
    Condition: { StringNotEquals: { 'aws:SourceVpce': IDS[0] } },
  })
  const design = withRequests(
    (b) => twoEndpoints(b, { bucket: denies }),
    saved('from b', 'client-b', 'pass'),
    saved('from the internet', 'internet', 'fail', { principal: 'arn:aws:iam::111122223333:role/reader' }),
  )
  const { after } = await propose(design)
  const bucket = after.constructs.bucket as { policy?: string }
  expect(JSON.parse(bucket.policy!).Statement[0].Condition).toEqual({ StringNotEquals: { 'aws:SourceVpce': IDS } })
})

test('what nothing tells apart is said, and nothing is changed', async () => {
  const design = withRequests(twoEndpoints, saved('one', 'client-a', 'pass'), saved('the same', 'client-a', 'fail'))
  const { isWhole, cannot } = await propose(design)
  expect(isWhole).toBe(false)
  expect(cannot).toHaveLength(1)
  expect(cannot[0]!.reason).toMatch(/no condition key that is known tells it from “one”/)
})

test('an endpoint without a policy gets the least one where the thing that is asked is not drawn', async () => {
  const elsewhere = 'arn:aws:s3:::somebody-elses/a.csv'
  const design = withRequests(
    twoEndpoints,
    saved('own', 'client-a', 'pass'),
    saved('theirs', 'client-a', 'fail', { resource: elsewhere }),
  )
  const { texts, titles } = await propose(design, ['endpoint'])
  expect(titles).toHaveLength(1)
  expect(JSON.parse(texts[0]!.after).Statement).toEqual([
    expect.objectContaining({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/a.csv' }),
  ])
})

test('a service control policy is nobody’s here: it is named, and left', async () => {
  const scps = [
    {
      target: 'root',
      policies: [{ name: 'none', document: policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' }) }],
    },
  ]
  const drawn = buildDesign(twoEndpoints)
  const account = Object.values(drawn.constructs).find(({ kind }) => kind === 'account')!
  const design: Design = {
    ...drawn,
    constructs: { ...drawn.constructs, [account.id]: { ...account, scps } as typeof account },
    requests: [saved('from a', 'client-a', 'pass')],
  }
  const { isWhole, cannot } = await propose(design)
  expect(isWhole).toBe(false)
  expect(cannot[0]!.reason).toContain('a service control policy')
})

test.each(['[]', '"x"', 'nonsense', '{"Statement": {'])(
  'a policy that cannot be read stays as it is, and another keeps the call out: %s',
  async (bucket) => {
    const draw = (b: Parameters<typeof twoEndpoints>[0]) => twoEndpoints(b, { bucket })
    const { after, titles } = await propose(withRequests(draw, saved('from a', 'client-a', 'fail')))
    expect(titles).toHaveLength(1)
    expect(titles[0]).toMatch(/^Policy of ep-a: deny /)
    expect(after.constructs.bucket).toMatchObject({ policy: bucket })
    const own = await propose(withRequests(draw, saved('from a', 'client-a', 'pass')))
    expect(own.cannot[0]!.reason).toContain('POLICY_NOT_KNOWN')
  },
)

test('of several policies of a role the one is named that is narrowed', async () => {
  const denies = policy({ Effect: 'Deny', Action: 's3:*', Resource: '*' })
  const role = [
    { name: 'all', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) },
    { name: 'guard', document: denies },
  ]
  const { titles } = await propose(
    withRequests((b) => twoEndpoints(b, { role }), saved('from a', 'client-a', 'pass')),
    ['identity'],
  )
  expect(titles).toEqual([
    expect.stringMatching(/^Policy “guard” of reader: the Deny of statement 1 holds where aws:SourceVpce is not vpce-/),
  ])
})

test('nobody without credentials is let in past Block Public Access by a condition that is none', async () => {
  const anonymous = { principal: 'anonymous' }
  const { isWhole } = await propose(withRequests(twoEndpoints, saved('anybody', 'internet', 'pass', anonymous)))
  expect(isWhole).toBe(false)
  const through = withRequests(twoEndpoints, saved('by the endpoint', 'client-a', 'pass', anonymous))
  expect((await propose(through)).titles).toEqual([expect.stringMatching(/where aws:SourceVpce is vpce-/)])
})
