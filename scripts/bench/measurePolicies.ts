import type { Catalogue } from '../../src/core/aws/index.ts'
import type { AccessRequest } from '../../src/core/model/index.ts'
import { buildDesign } from '../../src/core/model/testing/designBuilder.ts'
import { parseAddress } from '../../src/core/net/address.ts'
import {
  authorize,
  type CallFacts,
  compilePolicies,
  deriveKeys,
  type Policies,
  readPolicy,
  readPrincipal,
} from '../../src/core/policy/index.ts'
import { askLevel } from '../../src/core/policy/layers/askLevel.ts'
import { answersTo } from '../../src/core/policy/testing/plain/answersTo.ts'
import { keysOf } from '../../src/core/policy/testing/plain/keysOf.ts'
import type { RawCase, RawDocument, RawPolicy } from '../../src/core/policy/testing/plain/rawCase.ts'
import { readCaller } from '../../src/core/policy/testing/plain/readCaller.ts'
import { type Asked, saidBy } from '../../src/core/policy/testing/plain/saidBy.ts'
import { decide } from '../../src/core/sim/index.ts'
import { authorizeCall } from '../../src/core/sim/policy/authorizeCall.ts'
import type { PathFacts } from '../../src/core/sim/policy/pathFacts.ts'
import { compileTopology } from '../../src/core/topology/index.ts'

export interface PolicyFigures {
  /** A compiled policy with five statements and two conditions, the keys at hand. */
  readonly onePolicy: Figures
  /** A whole call, its keys derived anew, through five compiled layers of such policies. */
  readonly fiveLayers: Figures
  /** The same in a design, policies, keys of the path and places gathered for each call; and a whole request with its network. */
  readonly inDesign: { readonly perSecond: number; readonly requestsPerSecond: number }
}
interface Figures {
  readonly perSecond: number
  readonly plainPerSecond: number
}

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app/reader`
const KEYS = { 'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:SecureTransport': 'true', 'aws:VpcSourceIp': '10.20.1.40' }

/** Five statements, two of them with a condition; the calls meet one, or none. */
const policyOf = (who: object): RawDocument => ({
  Version: '2012-10-17',
  Statement: [
    { Sid: 'List', Effect: 'Allow', Action: 's3:List*', Resource: 'arn:aws:s3:::reports', ...who },
    {
      Sid: 'Outside',
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a2b3c4d', 'vpce-99887766'] } },
      ...who,
    },
    { Sid: 'Keys', Effect: 'Allow', Action: ['kms:Decrypt', 'kms:DescribeKey'], Resource: '*', ...who },
    {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: 'arn:aws:s3:::reports/*/2026/*.csv',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      ...who,
    },
    { Sid: 'Never', Effect: 'Deny', Action: 's3:Delete*', Resource: 'arn:aws:s3:::reports/*', ...who },
  ],
})
const named = (name: string, who: object = {}): RawPolicy => ({ name, document: policyOf(who) })
const ANYBODY = { Principal: '*' }
const ONE = { identity: [named('main')] }
const FIVE = {
  identity: [named('main')],
  boundary: named('boundary'),
  resource: named('bucket', { Principal: { AWS: [ROLE, '444455556666'] } }),
  endpoint: { ...named('endpoint', ANYBODY), gateway: false },
  scps: [{ target: 'root', policies: [named('scp')] }],
}

const caseOf = (policies: RawCase['policies'], [action, path]: readonly [string, string]): RawCase => ({
  action,
  resource: `arn:aws:s3:::reports/${path}`,
  principal: `arn:aws:sts::${ACCOUNT}:assumed-role/reader/i-0abc`,
  resourceAccount: ACCOUNT,
  context: KEYS,
  policies,
})
const CALLS = [
  ['s3:GetObject', 'team/2026/a.csv'],
  ['s3:GetObject', 'team/2025/a.csv'],
  ['s3:PutObject', 'team/2026/a.csv'],
  ['s3:GetObjectVersion', 'b/2026/01/x.csv'],
] as const

/** Times policies that are compiled once, beside the tests’ evaluator, which reads them anew each time. One process, one thread. */
export const measurePolicies = (catalogue: Catalogue): PolicyFigures => ({
  onePolicy: measureOne(),
  fiveLayers: measureFive(),
  inDesign: measureInDesign(catalogue),
})

function measureOne(): Figures {
  const [level] = compilePolicies(readAll(ONE))
  const calls = CALLS.map((one) => {
    const { call, facts } = factsOf(caseOf(ONE, one))
    return { ...call, bounded: false, context: deriveKeys(facts, GIVEN) }
  })
  const documents = [policyOf({})]
  const plain = CALLS.map((one): Asked => {
    const given = caseOf(ONE, one)
    const caller = { ...readCaller(given.principal, () => ''), bounded: false }
    const { action, resource = '*' } = given
    return { action, resource, caller, valuesOf: keysOf(given, caller, ACCOUNT, choose), choose }
  })
  return {
    perSecond: rate(calls, (call) => askLevel(level!, call)),
    plainPerSecond: rate(plain, (asked) => saidBy(documents, asked)),
  }
}

function measureFive(): Figures {
  const compiled = compilePolicies(readAll(FIVE))
  const resource = { account: ACCOUNT, closedToPublic: false }
  const cases = CALLS.map((one) => caseOf(FIVE, one))
  return {
    perSecond: rate(cases.map(factsOf), ({ call, facts }) =>
      authorize(compiled, { ...call, bounded: true, context: deriveKeys(facts, GIVEN) }, resource),
    ),
    plainPerSecond: rate(cases, (one) => [...answersTo(one)]),
  }
}

/** A bucket that a client asks for through an endpoint; each of the layers has such a policy. */
function measureInDesign(catalogue: Catalogue): PolicyFigures['inDesign'] {
  const text = (who: object = {}) => JSON.stringify(policyOf(who))
  const policy = (name: string) => ({ name, document: text() })
  const design = buildDesign((b) => {
    const account = b.account({ accountId: ACCOUNT, scps: [{ target: 'root', policies: [policy('scp')] }] })
    const vpc = b.vpc({ id: 'vpc-1', account, awsId: 'vpc-0a1b2c3d4e5f60718' })
    const table = b.routeTable(vpc)
    const subnet = b.subnet(vpc, { cidr: '10.20.1.0/24', routeTable: table })
    const service = 's3'
    b.gatewayEndpoint(vpc, service, {
      id: 'endpoint-1',
      routeTables: [table],
      awsId: 'vpce-1a2b3c4d',
      policy: text(ANYBODY),
    })
    const role = b.iamRole('reader', { account, path: '/app/', policies: [policy('main')], boundary: [policy('b')] })
    b.ec2(subnet, { id: 'app', privateIp: '10.20.1.40', role, awsId: 'i-0a1b2c3d4e5f60718' })
    b.s3Bucket('reports', { account, policy: text({ Principal: { AWS: [ROLE, '444455556666'] } }) })
  })
  const topology = compileTopology(design, catalogue)
  const requests = CALLS.map(
    ([action, path]): AccessRequest => ({
      from: 'app',
      to: 'reports.s3.us-east-1.amazonaws.com',
      protocol: 'tcp',
      port: 443,
      api: { action, resource: `arn:aws:s3:::reports/${path}`, context: {} },
    }),
  )
  const vpc = topology.vpcs.get('vpc-1')!
  const source = parseAddress('10.20.1.40')!
  const path: PathFacts = {
    endpoint: { id: 'endpoint-1', vpc, service: 'com.amazonaws.us-east-1.s3', gateway: true },
    source,
    standsFor: null,
    region: 'us-east-1',
    port: 443,
    packet: { src: source, dst: source, protocol: 6, ports: { from: 443, to: 443 }, from: null, icmpType: 8, size: 0 },
  }
  return {
    perSecond: rate(requests, ({ api }) => authorizeCall(topology, 'app', api!, path)),
    requestsPerSecond: rate(requests, (one) => decide(topology, one)),
  }
}

const GIVEN = Object.fromEntries(Object.entries(KEYS).map(([key, value]) => [key, [value]]))
/** Everything is said: there is nothing to choose. */
const choose = <T>(question: string): T => {
  throw new Error(question)
}

function factsOf({ action, resource = '*', principal: arn }: RawCase) {
  const principal = readPrincipal(arn)!
  const facts: CallFacts = {
    principal,
    principalTags: {},
    principalOrg: null,
    resource,
    resourceAccount: ACCOUNT,
    resourceOrg: null,
    principalOrgPaths: null,
    resourceOrgPaths: null,
  }
  return { facts, call: { action: action.toLowerCase(), resource, principal } }
}

function readAll({ identity = [], boundary, resource, endpoint, scps = [] }: RawCase['policies']): Policies {
  const read = ({ name, document }: RawPolicy, kind: 'identity' | 'resource' | 'endpoint' | 'control') => {
    const result = readPolicy(JSON.stringify(document), kind)
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return { name, document: result.document }
  }
  return {
    identity: identity.map((one) => read(one, 'identity')),
    boundary: boundary ? read(boundary, 'identity') : null,
    session: [],
    resource: resource ? read(resource, 'resource') : null,
    endpoint: endpoint ? { ...read(endpoint, 'endpoint'), gateway: false } : null,
    scps: scps.map(({ target, policies }) => ({ target, policies: policies.map((one) => read(one, 'control')) })),
    rcps: [],
  }
}

/** The best of five rounds of about a quarter second each, after a warm-up. */
function rate<T>(asked: readonly T[], answer: (one: T) => unknown): number {
  let kept = 0
  const round = (ms: number): number => {
    let count = 0
    const start = performance.now()
    do {
      for (let i = 0; i < 64; i++) for (const one of asked) if (answer(one)) kept++
      count += 64 * asked.length
    } while (performance.now() - start < ms)
    return (count / (performance.now() - start)) * 1000
  }
  round(300)
  const best = Math.max(...Array.from({ length: 5 }, () => round(250)))
  if (kept === 0) throw new Error('nothing was answered')
  return best
}
