import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { applyEdits } from '../model/applyEdit.ts'
import type { Design } from '../model/design.ts'
import { decide } from '../sim/simulate.ts'
import { compileTopology } from '../topology/compileTopology.ts'
import { goalsOf, missOf } from './goal.ts'
import { proposeChanges } from './proposeChanges.ts'
import { ALL_S3, IDS, policy, saved, twoEndpoints, withRequests } from './testing/twoEndpoints.ts'

const catalogue = await loadCatalogue()
const BUCKET = 'arn:aws:s3:::reports'
const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`

const request = fc
  .record({
    from: fc.constantFrom('client-a', 'client-b', 'internet'),
    must: fc.constantFrom('pass' as const, 'fail' as const),
    action: fc.constantFrom('s3:GetObject', 's3:PutObject'),
    resource: fc.constantFrom(`${BUCKET}/a.csv`, `${BUCKET}/b.csv`, 'arn:aws:s3:::elsewhere/a.csv'),
    principal: fc.constantFrom(role('reader'), role('writer')),
  })
  // what somebody else’s bucket allows nobody knows
  .filter(({ must, resource }) => must === 'fail' || resource.startsWith(BUCKET))
const started = fc.record({
  bucket: fc.constantFrom(
    undefined,
    policy({ Effect: 'Allow', Principal: { AWS: role('reader') }, Action: 's3:GetObject', Resource: `${BUCKET}/*` }),
    policy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: `${BUCKET}/*`,
      Condition: { StringNotEquals: { 'aws:SourceVpce': IDS[0] } },
    }),
  ),
  role: fc.constantFrom(ALL_S3, []),
  endpoint: fc.constantFrom(
    undefined,
    policy({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `${BUCKET}/*` }),
  ),
})

type Asked = typeof request extends fc.Arbitrary<infer One> ? One : never
/** The same request must pass and fail. */
const isContradiction = (asked: readonly Asked[]): boolean =>
  asked.some(({ must, ...one }) =>
    asked.some(({ must: other, ...two }) => must !== other && JSON.stringify(one) === JSON.stringify(two)),
  )

const misses = (design: Design) => {
  const topology = compileTopology(design, catalogue)
  return goalsOf(design).filter((goal) => missOf(goal, decide(topology, goal.request)) !== null)
}

const FULL_ACCESS = JSON.stringify({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' })

/** Each policy without one of the statements that the proposal has added. */
function* withOneLess(before: Design, after: Design): Generator<Design> {
  for (const id of ['bucket', 'ep-a', 'ep-b'])
    for (const [index] of statementsAt(after, id).entries()) {
      const statements = statementsAt(after, id)
      // those that stood there before may be narrowed, and are never taken out
      if (index < statementsAt(before, id).length || statements.length === 1) continue
      // what an endpoint lets through without a policy is written down with the first Deny
      if (JSON.stringify(statements[index]) === FULL_ACCESS) continue
      const left = policy(...statements.filter((_, i) => i !== index))
      const construct = { ...after.constructs[id]!, policy: left } as Design['constructs'][string]
      yield { ...after, constructs: { ...after.constructs, [id]: construct } }
    }
}
function statementsAt(design: Design, id: string): readonly object[] {
  const text = (design.constructs[id] as { readonly policy?: string | null }).policy
  return text ? JSON.parse(text).Statement : []
}

test('after what is proposed all requests come to what they must, and no statement of it can be left out; or nothing is changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 4 }), started, async (asked, policies) => {
      const requests = asked.map(({ from, must, ...api }, i) => saved(String(i), from, must, api))
      const design = withRequests((b) => twoEndpoints(b, policies), ...requests)
      const proposal = await proposeChanges({ design, catalogue, goals: goalsOf(design), pause: async () => undefined })
      if (!proposal.isWhole) {
        expect(proposal.edits).toEqual([])
        expect(proposal.cannot.length).toBeGreaterThan(0)
        expect(isContradiction(asked), JSON.stringify(proposal.cannot)).toBe(true)
        return
      }
      const after = applyEdits(design, proposal.edits).design
      expect(misses(after)).toEqual([])
      for (const less of withOneLess(design, after)) expect(misses(less)).not.toEqual([])
    }),
    { numRuns: 40, seed: 11 },
  )
}, 120_000)
