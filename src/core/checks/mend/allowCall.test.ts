import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import type { Design } from '../../model/design.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { goalsOf, proposeChanges } from '../../propose/index.ts'
import { policy, saved, twoEndpoints, withRequests } from '../../propose/testing/twoEndpoints.ts'
import { compileTopology } from '../../topology/index.ts'
import { mendRequest } from './mendRequest.ts'
import { networkCandidates } from './networkCandidates.ts'

const catalogue = await loadCatalogue()

const mend = (design: Design) =>
  mendRequest(
    { design, catalogue, topology: compileTopology(design, catalogue) },
    design.requests[0]!.request,
    async () => undefined,
  )

test('a call that nothing allows may be allowed by who calls or by what is called, each proved', async () => {
  const design = withRequests((b) => twoEndpoints(b, { role: [] }), saved('read', 'client-a', 'pass'))
  const fixes = await mend(design)
  expect(fixes.map(({ title, leadsTo }) => [title, leadsTo])).toEqual([
    ['Own policy of reader: allow s3:GetObject on arn:aws:s3:::reports/a.csv', 'succeeds'],
    [
      'Policy of bucket: allow arn:aws:iam::111122223333:role/reader s3:GetObject on arn:aws:s3:::reports/a.csv',
      'succeeds',
    ],
  ])
  expect(fixes[0]!.texts?.[0]?.after).toContain('"s3:GetObject"')
})

test('a Deny is narrowed, never taken out', async () => {
  const bucket = policy({
    Sid: 'No',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::reports/*',
  })
  const design = withRequests((b) => twoEndpoints(b, { bucket }), saved('read', 'client-a', 'pass'))
  const [first, ...more] = await mend(design)
  expect(more.length).toBeLessThan(3)
  expect(first).toMatchObject({ leadsTo: 'succeeds' })
  const [statement] = JSON.parse(first!.texts![0]!.after).Statement
  expect(statement).toMatchObject({ Sid: 'No', Effect: 'Deny', Action: 's3:*' })
  expect(Object.keys(statement.Condition)).toHaveLength(1)
})

const neighbours = (
  ingress: readonly (readonly ['tcp', number, string])[],
  must: readonly ['pass' | 'fail', string][],
) => ({
  ...buildDesign((b) => {
    b.vpc({ id: 'vpc' })
    b.subnet('vpc', { id: 'net', cidr: '10.0.1.0/24' })
    b.securityGroup('vpc', { id: 'sg', ingress })
    b.securityGroup('vpc', { id: 'out', egress: [['all', null, '0.0.0.0/0']] })
    b.ec2('net', { id: 'a', privateIp: '10.0.1.10', securityGroups: ['out'] })
    b.ec2('net', { id: 'b', privateIp: '10.0.1.11', securityGroups: ['out'] })
    b.ec2('net', { id: 'c', privateIp: '10.0.1.12', securityGroups: ['sg'] })
  }),
  requests: must.map(([one, from]) => {
    const { request, ...rest } = saved(from, from, one)
    const { api: _, ...plain } = request
    return { ...rest, request: { ...plain, to: '10.0.1.12' } }
  }),
})
const propose = (design: Design) =>
  proposeChanges({ design, catalogue, goals: goalsOf(design), more: [networkCandidates], pause: async () => undefined })

test('rules of groups are opened for what must pass, and narrowed to it where something must not', async () => {
  const opened = await propose(neighbours([], [['pass', 'a']]))
  expect(opened.isWhole).toBe(true)
  expect(opened.changes[0]!.title).toMatch(/^Allow TCP 443 in from .* in the security group “sg”$/)
  const narrowed = await propose(
    neighbours(
      [['tcp', 443, '10.0.1.0/24']],
      [
        ['pass', 'a'],
        ['fail', 'b'],
      ],
    ),
  )
  expect(narrowed.changes.map(({ title }) => title)).toEqual([
    'Narrow inbound rule 1 of the security group “sg” to what must pass: TCP 443 10.0.1.10/32',
  ])
  const closed = await propose(neighbours([['tcp', 443, '10.0.1.0/24']], [['fail', 'b']]))
  expect(closed.changes.map(({ title }) => title)[0]).toMatch(/^Take out (?:inbound|outbound) rule 1/)
})
