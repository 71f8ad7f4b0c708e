import { remember } from '../../base/remember.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import type { PolicyKind } from '../../policy/document.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'
import type { Origin } from '../origin.ts'
import type { Topology } from '../topology.ts'
import type { AccessNet, AccountNet, LevelNet, PolicyNet, ResourceNet, RoleNet } from './accessNet.ts'

const known = new WeakMap<Topology, AccessNet>()

/** Roles, resources and accounts of a design with their policies, read when the first call is judged: most designs have none that anybody asks of. */
export const accessOf = (topology: Topology): AccessNet =>
  known.get(topology) ?? remember(known, topology, () => lowerAccess(topology))

function lowerAccess({ design, catalogue }: Topology): AccessNet {
  const constructs = Object.keys(design.constructs)
    .sort()
    .map((id) => design.constructs[id]!)
  const all = <K extends ConstructKind>(kind: K) =>
    constructs.filter((one): one is ConstructOf<K> & Construct => one.kind === kind)
  const codes = new Map(all('region').map(({ id, code }) => [id, code]))
  const partitionOf = (code: string | undefined) =>
    catalogue.regions.find((one) => one.code === code)?.partition ?? 'aws'
  const partition = partitionOf(codes.values().next().value)
  const numbers = new Map(all('account').map(({ id, accountId }) => [id, accountId]))
  const numberOf = (account: string) => numbers.get(account) ?? ''

  const roles = all('iam-role').map((role): RoleNet => {
    const account = numberOf(role.account)
    return {
      id: role.id,
      account,
      arn: `arn:${partition}:iam::${account}:role${role.path}${role.roleName}`,
      name: role.roleName,
      tags: Object.fromEntries(role.tags.map(({ key, value }) => [key, value])),
      policies: role.policies.map((one, i) =>
        named(one, 'identity', { construct: role.id, path: ['policies', i, 'document'] }),
      ),
      boundary: role.boundary[0]
        ? named(role.boundary[0], 'identity', { construct: role.id, path: ['boundary', 0, 'document'] })
        : null,
      trust: ownPolicy(role, role.trustPolicy, 'trust', 'trustPolicy'),
    }
  })
  const resources = new Map<string, ResourceNet>()
  const guard = (
    one: { id: ConstructId; account: string; policy: string | null; name: string },
    arn: string,
    closed = false,
  ) => {
    if (!resources.has(arn))
      resources.set(arn, {
        id: one.id,
        arn,
        account: numberOf(one.account),
        policy: ownPolicy(one, one.policy, 'resource') ?? defaultPolicy(one.id, arn, numberOf(one.account)),
        restrictPublicBuckets: closed,
      })
  }
  for (const bucket of all('s3-bucket'))
    guard(
      bucket,
      `arn:${partitionOf(codes.get(bucket.region))}:s3:::${bucket.bucketName}`,
      bucket.restrictPublicBuckets,
    )
  const inRegion = (service: string, { region, account }: { region: string; account: string }, what: string) =>
    `arn:${partitionOf(codes.get(region))}:${service}:${codes.get(region)}:${numberOf(account)}:${what}`
  for (const table of all('dynamodb-table')) guard(table, inRegion('dynamodb', table, `table/${table.tableName}`))
  for (const api of all('api-gateway-api')) guard(api, inRegion('execute-api', api, api.apiId))
  for (const one of all('policy-resource')) guard(one, one.arn)
  for (const role of roles) resources.set(role.arn, { ...role, policy: role.trust, restrictPublicBuckets: false })

  const endpoints = new Map<ConstructId, PolicyNet>()
  for (const endpoint of [...all('interface-endpoint'), ...all('gateway-endpoint')]) {
    const policy = ownPolicy(endpoint, endpoint.policy, 'endpoint')
    if (policy) endpoints.set(endpoint.id, policy)
  }
  const accounts = new Map(all('account').map((account) => [account.accountId, lowerAccount(account)]))
  const levels = [...accounts.values()].flatMap(({ scps, rcps }) => [...scps, ...rcps])
  const policies = [
    ...roles.flatMap((role) => [...role.policies, role.boundary]),
    ...[...resources.values()].map(({ policy }) => policy),
    ...endpoints.values(),
    ...levels.flatMap((level) => level.policies),
  ].filter((one) => one !== null)
  return {
    roles,
    policies,
    roleAt: new Map(roles.map((role) => [role.id, role])),
    resources,
    accounts,
    endpoints,
    idOf: (id) => awsIdOf(design.constructs[id]),
    partition,
  }
}

function lowerAccount({ id, organisation, isManagement, scps, rcps }: ConstructOf<'account'>): AccountNet {
  const levels = (list: typeof scps, field: 'scps' | 'rcps'): readonly LevelNet[] =>
    list.map(({ target, policies }, i) => ({
      target,
      policies: policies.map((one, j) =>
        named(one, 'control', { construct: id, path: [field, i, 'policies', j, 'document'] }),
      ),
    }))
  // Source: Organizations guide, service control policies and resource control policies: neither reaches the management account
  if (isManagement) return { id, organisation, scps: [], rcps: [] }
  return { id, organisation, scps: levels(scps, 'scps'), rcps: levels(rcps, 'rcps') }
}

const ownPolicy = (
  { id, name }: { readonly id: ConstructId; readonly name: string },
  text: string | null,
  kind: PolicyKind,
  field = 'policy',
): PolicyNet | null => (text === null ? null : named({ name, document: text }, kind, { construct: id, path: [field] }))

/** An import writes what it does not know in the place of it. */
const NOT_KNOWN = /^(?:[\s\S]*")?not known: ([^"]*)/

function named(
  { name, document: text }: { readonly name: string; readonly document: string | null },
  kind: PolicyKind,
  at: Origin,
): PolicyNet {
  if (text === null) return { name, document: null, at, problem: null }
  const [, missing] = NOT_KNOWN.exec(text) ?? []
  if (missing !== undefined) return { name, document: null, at, problem: `something of it is not known: ${missing}` }
  const read = readPolicy(text, kind)
  if (read.ok) return { name, document: read.document, at, problem: null }
  const [first] = read.problems
  return { name, document: null, at, problem: first ? `line ${first.line}: ${first.message}` : 'it cannot be read' }
}

/** A key always has a policy; without another it is this one, which lets its account pass on what it wants. Source: KMS guide, default key policy. */
function defaultPolicy(construct: ConstructId, arn: string, account: string): PolicyNet | null {
  const [, partition, service] = arn.split(':')
  if (service !== 'kms') return null
  const text = `{"Version":"2012-10-17","Statement":[{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:${partition}:iam::${account}:root"},"Action":"kms:*","Resource":"*"}]}`
  return named({ name: 'key-default-1', document: text }, 'resource', { construct, path: ['policy'] })
}

/** AWS's own ids look so. Source: EC2 guide, resource IDs. */
const AWS_ID = /^(?:vpc|vpce|i)-(?:[0-9a-f]{8}|[0-9a-f]{17})$/

function awsIdOf(construct: Construct | undefined): string | null {
  if (!construct) return null
  if ('awsId' in construct && construct.awsId) return construct.awsId
  return AWS_ID.test(construct.id) ? construct.id : null
}
