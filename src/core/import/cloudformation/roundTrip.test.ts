import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { RESERVED_NAMES } from '../../export/aws/choices.ts'
import { planExport } from '../../export/plan/planExport.ts'
import { access } from '../../export/testing/access.ts'
import { allExamples } from '../../export/testing/allExamples.ts'
import type { Design } from '../../model/index.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { designOfCase, readCases } from '../../sim/cases/testing/readCases.ts'
import { decide } from '../../sim/index.ts'
import { templates } from '../../templates/index.ts'
import { type RoundTrip, roundTrip } from './testing/roundTrip.ts'

const catalogue = await loadCatalogue()

/** What no template has: hosts and networks outside, and services as constructs. Of an appliance none says what its system does. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'internet-host',
  'aws-service',
  'on-premises-host',
  'on-premises-network',
])
const comesBack = ({ constructs, rulesAsOf }: Design): boolean =>
  rulesAsOf === 'latest' &&
  Object.values(constructs).every(
    (one) =>
      !OUTSIDE.has(one.kind) &&
      !(
        one.kind === 'client' &&
        (one.forwarding !== 'unknown' || one.interfaces.some(({ sourceDestCheck }) => !sourceDestCheck))
      ),
  )

interface Request {
  readonly from: string
  readonly to: string
}
const verdictOf = (topology: RoundTrip['before'], request: Parameters<typeof decide>[1]) => {
  const { kind, code, path } = decide(topology, request)
  return { kind, code, path }
}
interface Miss {
  readonly asked: Request
  readonly one: ReturnType<typeof verdictOf>
  readonly other: ReturnType<typeof verdictOf>
  readonly byTask: boolean
  /** The private name of the endpoint service that the call is about, which templates have no word for. */
  readonly privateName: string | null
}
function misses(trip: RoundTrip, requests: readonly (Request & Parameters<typeof decide>[1])[]): readonly Miss[] {
  return requests.flatMap((request) => {
    const api = request.api && { api: { ...request.api, resource: trip.renamed(request.api.resource) } }
    const asked = { ...request, from: trip.renamed(request.from), to: trip.renamed(request.to), ...api }
    const [one, other] = [verdictOf(trip.before, request), verdictOf(trip.after, asked)]
    const client = trip.before.design.constructs[request.from]
    const byTask = client?.kind === 'client' && client.runtime === 'ecs'
    const service = trip.before.design.constructs[request.api?.resource ?? '']
    const privateName = service?.kind === 'endpoint-service' ? service.privateDnsName : null
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ asked, one, other, byTask, privateName }]
  })
}

test('of designs that the export loses nothing of, the template has the same answers', { timeout: 240_000 }, () => {
  const cases = readCases()
  let asked = 0
  const missed = [...cases.keys()].flatMap((file) => {
    const design = designOfCase(cases, file)
    if (!comesBack(design) || planExport(design, catalogue, RESERVED_NAMES).remarks.length > 0) return []
    const trip = roundTrip(design, catalogue)
    if (trip.remarks.length > 0) return []
    const requests = cases.get(file)!.requests.map(({ request }) => request)
    asked += requests.length
    return misses(trip, requests).map((miss) => ({ file, ...miss }))
  })
  expect(missed).toEqual([])
  expect(asked).toBeGreaterThan(100)
})

/** A policy that names an address of AWS’s choice, a public one or that of a task, which a template does not know. */
const isByAddress = ({ one, other, byTask }: Miss): boolean =>
  (one.path === 'nat-gateway' || byTask) && other.code === 'CONDITION_KEY_NOT_KNOWN'

/** A policy of AWS’s that nobody has read: exported by its name, it comes back as AWS has published it. */
const isReadBy = ({ one }: Miss): boolean => one.code === 'POLICY_NOT_KNOWN'

/** What templates have no words for: methods of an API, grants, where an account is in its organisation, the alias and a strange VPC of an access point. */
const losesAccess = ({ constructs }: Design): boolean =>
  Object.values(constructs).some(
    (one) =>
      (one.kind === 'api-gateway-api' && one.authorizationType !== 'unknown') ||
      (one.kind === 'policy-resource' && one.grants.length > 0) ||
      (one.kind === 'account' && one.organisationPath !== null) ||
      (one.kind === 's3-access-point' &&
        (one.alias !== null || !(one.originVpc === null || one.originVpc in constructs))),
  )

test('of designs with policies, calls have the same answers', { timeout: 240_000 }, () => {
  const cases = readCases()
  let asked = 0
  const missed = [...cases.keys()].flatMap((file) => {
    const requests = cases.get(file)!.requests.map(({ request }) => request)
    const design = designOfCase(cases, file)
    if (!comesBack(design) || losesAccess(design) || !requests.some(({ api }) => api)) return []
    asked += requests.length
    return misses(roundTrip(design, catalogue), requests).map((miss) => ({ file, ...miss }))
  })
  const isLost = (miss: Miss) => isByAddress(miss) || isReadBy(miss) || miss.privateName !== null
  expect(missed.filter((miss) => !isLost(miss))).toEqual([])
  expect(asked).toBeGreaterThan(20)
})

const ACCOUNT = '111122223333'
const CALLS: readonly (readonly [service: string, action: string, resource: string])[] = [
  ['sqs', 'sqs:SendMessage', `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`],
  ['sqs', 'sqs:DeleteQueue', `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`],
  ['sns', 'sns:Publish', `arn:aws:sns:us-east-1:${ACCOUNT}:news`],
  ['dynamodb', 'dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`],
  ['dynamodb', 'dynamodb:PutItem', `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/orders`],
  ['example-orders.s3', 's3:GetObject', 'arn:aws:s3:::example-orders/orders/1'],
  ['example-orders.s3', 's3:PutObject', 'arn:aws:s3:::example-orders/orders/1'],
  ['secretsmanager', 'secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:prod/orders`],
  ['api.ecr', 'ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/team/orders`],
  ['events', 'events:PutEvents', `arn:aws:events:us-east-1:${ACCOUNT}:event-bus/orders`],
]

test('whatever carries a policy comes back with it', () => {
  const drawn = access()
  // A way out, so that calls arrive
  const design = buildDesign((b) => {
    for (const construct of Object.values(drawn.constructs)) b.put(construct)
    const gateway = b.internetGateway('main')
    b.mainTable('main', [['0.0.0.0/0', gateway]])
    for (const id of ['app', 'job', 'task']) {
      const client = b.at(id)
      if (client?.kind === 'client')
        b.set<'client'>(id, { interfaces: client.interfaces.map((one) => ({ ...one, publicIp: 'auto' })) })
    }
    // What nobody said the contents of leaves every answer open
    const role = b.at('app-role')
    if (role?.kind === 'iam-role')
      b.set<'iam-role'>('app-role', { policies: role.policies.filter(({ document }) => document !== null) })
  })
  const requests = ['app', 'job', 'task'].flatMap((from) =>
    CALLS.map(([service, action, resource]) => ({
      from,
      to: `${service}.us-east-1.amazonaws.com`,
      protocol: 'tcp' as const,
      port: 443,
      api: { action, resource, context: {} },
    })),
  )
  const trip = roundTrip(design, catalogue)
  expect(misses(trip, requests)).toEqual([])
  const kinds = new Set(requests.map((one) => verdictOf(trip.before, one).kind))
  expect([...kinds].sort()).toContain('succeeds')
  expect([...kinds].sort()).toContain('fails')
})

/** Whom clients ask: each other, endpoints and some services of AWS. */
function askedIn({ constructs }: Design) {
  const all = Object.values(constructs)
  const clients = all.filter((one) => one.kind === 'client' && one.runtime !== 'database' && one.runtime !== 'other')
  const others = all.filter(({ kind }) =>
    ['client', 'interface-endpoint', 'network-load-balancer', 'application-load-balancer'].includes(kind),
  )
  const names = ['sqs.us-east-1.amazonaws.com', 'bucket-x.s3.us-east-1.amazonaws.com', '1.1.1.1']
  return clients.flatMap(({ id: from }) =>
    [...others.map(({ id }) => id), ...names].map((to) => ({ from, to, protocol: 'tcp' as const, port: 443 })),
  )
}

/** What cannot come back: hosts outside that a template does not have, and what listens where nothing is installed. */
const isLost = ({ one, other }: Miss): boolean =>
  one.code === 'PORT_CLOSED' || other.code === 'UNKNOWN_NAME' || other.code === 'DESTINATION_ADDRESS_RESERVED'
/** Entries of AWS's own list that were drawn otherwise; an endpoint that somebody has to accept by hand. */
const ALTERED: ReadonlySet<string> = new Set(['s3-exact-route', 'endpoint-service'])

test.each(templates.filter(({ id }) => !ALTERED.has(id)))(
  '$id of the gallery has the same answers as a template',
  async ({ load }) => {
    const design = await load()
    const trip = roundTrip(design, catalogue)
    const saved = design.requests.map(({ request }) => request)
    const requests = [...saved, ...askedIn(design)]
    expect(requests.length).toBeGreaterThan(0)
    expect(misses(trip, requests).filter((one) => !isLost(one))).toEqual([])
  },
)

test.each(allExamples)('%s: what the export writes is read, or told', (_, make) => {
  const { report } = roundTrip(make(), catalogue)
  expect(report.notes.filter(({ message }) => /is not read|cannot be read|could not be read/.test(message))).toEqual([])
})
