import type { ApiCall } from '../../model/design.ts'
import { type CallFacts, deriveKeys } from '../../policy/deriveKeys.ts'
import { arnParts } from '../../policy/language/arnParts.ts'
import { type ContextValue, SOME_VALUE, UNKNOWN } from '../../policy/language/context.ts'
import { NO } from '../../policy/language/ternary.ts'
import { type Authorization, authorize, type ResourceFacts } from '../../policy/layers/authorize.ts'
import { explainAuthorization, type StatementAnswer } from '../../policy/layers/explainAuthorization.ts'
import { isPublic } from '../../policy/layers/isPublic.ts'
import { compilePolicies, type LayerName, type NamedPolicy, type Policies } from '../../policy/layers/policies.ts'
import { accountOf, type Principal } from '../../policy/principal.ts'
import type { Call } from '../../policy/statement/call.ts'
import type { AccessNet, ResourceNet } from '../../topology/access/accessNet.ts'
import { GRANT_CONTEXT } from '../../topology/access/lowerKey.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Asked } from './asked.ts'
import { endpointFacts } from './endpointFacts.ts'
import { gatherPolicies } from './gatherPolicies.ts'
import type { Judged } from './judged.ts'
import { keysAsOf, policiesAsOf } from './keysAsOf.ts'
import { listsBearOn } from './listsBearOn.ts'
import { type Manner, mannersOf } from './mannersOf.ts'
import type { PathFacts } from './pathFacts.ts'
import { keysBehind, keysOfAnyWay, pathKeys } from './pathKeys.ts'
import { statementsOf } from './statementsOf.ts'
import type { Caller } from './whoCalls.ts'

const NO_KEYS: Readonly<Record<string, ContextValue>> = {}

/** What a question is judged with. */
export interface Questioning {
  readonly topology: Topology
  readonly access: AccessNet
  readonly caller: Caller
  readonly asked: Asked
  /** The way that it takes; null = nobody said: what hangs on it is open. */
  readonly path: PathFacts | null
  /** Condition keys that the request says. */
  readonly given: Readonly<Record<string, ContextValue>>
  readonly session: ApiCall['session']
  /** What came of it at the access point. */
  readonly before: Authorization | undefined
}

/** Judges one question by all policies that bear on it. */
export function authorizeAsked(questioning: Questioning): Judged {
  const { topology, access, caller, asked, path, given, session, before } = questioning
  const { principal, identity } = caller
  const { action, found, by } = asked
  const drawn = found.kind === 'drawn' ? found.resource : null
  const account = accountOf(principal)
  const resourceAccount =
    found.kind === 'drawn' ? found.resource.account : (found.account ?? unnamed(found.arn, account))
  const endpoint = path?.endpoint ? endpointFacts(topology, access, path.endpoint) : null
  const endpointPolicy = by === null && endpoint ? endpoint.policy : null
  const { rulesAsOf } = topology.design
  const policies = policiesAsOf(
    rulesAsOf,
    gatherPolicies(access, caller, found, resourceAccount, endpointPolicy, session),
    action,
  )
  const mine = (account !== null && access.accounts.get(account)) || null
  const its = (resourceAccount !== null && access.accounts.get(resourceAccount)) || null
  const facts: CallFacts = {
    principal,
    principalTags: identity?.tags ?? {},
    principalOrg: mine?.organisation ?? null,
    principalOrgPaths: pathsOf(mine),
    resource: found.arn,
    resourceAccount,
    resourceOrg: its?.organisation ?? null,
    resourceOrgPaths: pathsOf(its),
  }
  const isStranger = identity === null && (principal.kind === 'role' || principal.kind === 'user')
  const way =
    path === null
      ? [keysOfAnyWay(policies)]
      : by === null
        ? pathKeys(path, endpoint, policies, action)
        : [keysBehind(path, policies)]
  const derived = deriveKeys(
    facts,
    openTags(isStranger ? ['*'] : (identity?.openTags ?? []), policies),
    ...way,
    keyKeys(action, account, drawn),
    asked.keys,
    by === null ? given : NO_KEYS,
  )
  const context = keysAsOf(rulesAsOf, derived, given)
  const compiled = compilePolicies(policies)
  const call: Call = {
    action: action.toLowerCase(),
    resource: found.arn,
    principal,
    bounded: policies.boundary !== null,
    context,
  }
  const document = policies.resource?.document ?? null
  const resource: ResourceFacts = {
    account: resourceAccount,
    closedToPublic: drawn?.restrictPublicBuckets === true && document !== null && isPublic(document),
    ...(drawn?.bucket && listsBearOn(action) && { lists: drawn.bucket.lists }),
    ...(before && { atAccessPoint: before }),
  }
  const manners = drawn?.api ? mannersOf(drawn.api, action, principal.kind !== 'anonymous') : null
  const usual = (): Authorization =>
    byGrant(authorize(compiled, call, resource), policies, () => explainAuthorization(compiled, call))
  const answers = manners?.map((manner) => inManner(manner)) ?? [usual()]
  function inManner(manner: Manner): Authorization {
    const who: Principal = manner.anonymous ? { kind: 'anonymous' } : principal
    const { withoutPolicy } = manner
    const answer = authorize(
      compiled,
      { ...call, principal: who },
      { ...resource, ...(withoutPolicy && { withoutPolicy }) },
    )
    return withAuthoriser(answer, manner, policies.resource === null && withoutPolicy === 'closed')
  }
  const [authorization, other] = answers as [Authorization, Authorization?]
  const [manner] = manners ?? []
  return {
    caller,
    asked,
    authorization,
    policies,
    context,
    takesPolicy: endpoint?.takesPolicy === true,
    answers: (layers) =>
      explainAuthorization(compiled, manner?.anonymous ? { ...call, principal: { kind: 'anonymous' } } : call, layers),
    assumes: other && other.verdict !== authorization.verdict ? 'ASSUMED_SIGNED_API' : null,
    doubt: doubtOf(drawn, manner, resource, before),
  }
}

const pathsOf = (account: { organisation: string | null; path: string | null } | null): ContextValue | null =>
  account === null || account.organisation === null ? null : account.path === null ? SOME_VALUE : [account.path]

/** Source: Service Authorization Reference, condition keys for AWS KMS. */
function keyKeys(
  action: string,
  account: string | null,
  key: ResourceNet | null,
): Readonly<Record<string, ContextValue>> {
  if (!action.toLowerCase().startsWith('kms:')) return NO_KEYS
  const isConstrained = key?.grants.some(({ document }) =>
    document?.statements.some((one) => one.conditions.length > 0),
  )
  return {
    ...(account !== null && { 'kms:CallerAccount': [account] }),
    ...(key !== null && key.aliases.length > 0 && { 'kms:ResourceAliases': key.aliases }),
    ...(isConstrained && { [GRANT_CONTEXT]: UNKNOWN }),
  }
}

/**
 * Across accounts the guide does not say whether whom a grant names needs an Allow at home too. Source: KMS guide, grants; troubleshooting key access.
 */
function byGrant(
  answer: Authorization,
  { grants = [] }: Policies,
  explain: () => readonly StatementAnswer[],
): Authorization {
  const { why, deniedBy } = answer
  if (grants.length === 0 || why !== 'implicit-deny' || deniedBy.some((layer) => layer !== 'identity')) return answer
  const names = new Set(grants.map(({ name }) => name))
  const allowing = explain().filter(
    ({ layer, effect, met }) => layer === 'resource' && effect === 'Allow' && met !== NO,
  )
  return allowing.some(({ policy }) => names.has(policy)) ? { ...answer, ...OPEN } : answer
}

const OPEN = { verdict: 'cannot-tell', why: 'cannot-tell', deniedBy: [] as readonly LayerName[] } as const

/** What an authoriser that nobody has read leaves of an answer. Source: API Gateway guide, policy evaluation outcome tables. */
function withAuthoriser(answer: Authorization, { authoriser }: Manner, isClosed: boolean): Authorization {
  if (authoriser === 'none' || isClosed || answer.why === 'explicit-deny') return answer
  if (authoriser === 'beside' && answer.why === 'implicit-deny') return answer
  return { ...answer, ...OPEN }
}

/** What else hangs in the balance where nobody can tell. */
function doubtOf(
  drawn: ResourceNet | null,
  manner: Manner | undefined,
  { lists = 'none' }: ResourceFacts,
  before: Authorization | undefined,
): Judged['doubt'] {
  if (drawn === null) return null
  const at = (field: string) => ({ construct: drawn.id, path: [field] })
  if (manner && manner.authoriser !== 'none')
    return { message: 'what the authoriser of the API says of it', at: at('authorizationType') }
  if (lists !== 'none') return { message: 'whether an access control list allows it', at: at('objectOwnership') }
  if (before)
    return { message: 'whether what allows it by the access point has to name the bucket too', at: at('bucketName') }
  if (drawn.grants.length > 0)
    return { message: 'whether a grant to another account needs an Allow there too', at: at('grants') }
  return null
}

/** Whose an action is that names no resource, or one whose ARN says no account: the caller's own; of a bucket that nobody has drawn nobody knows. */
const unnamed = (resource: string, account: string | null): string | null =>
  arnParts(resource)?.[2] === 's3' ? null : account

/** Tags of which nobody said the value; `*`: nor which there are, as of somebody who is not in the design. */
function openTags(tags: readonly string[], policies: Policies): Readonly<Record<string, ContextValue>> {
  if (tags.length === 0) return NO_KEYS
  const prefix = 'aws:principaltag/'
  const found: Record<string, ContextValue> = {}
  if (tags.includes('*'))
    for (const { conditions } of statementsOf(policies))
      for (const { key } of conditions) if (key.toLowerCase().startsWith(prefix)) found[key.toLowerCase()] = UNKNOWN
  for (const tag of tags) if (tag !== '*') found[`${prefix}${tag.toLowerCase()}`] = SOME_VALUE
  return found
}

/** How many policies a layer has. */
export const policiesIn = (policies: Policies, layer: LayerName): number =>
  layer === 'scp' || layer === 'rcp'
    ? policies[layer === 'scp' ? 'scps' : 'rcps'].length
    : policiesOf(policies, layer, '').length

/** The policies of a layer, of one level where it has several. */
export function policiesOf(policies: Policies, layer: LayerName, target: string): readonly NamedPolicy[] {
  if (layer === 'scp' || layer === 'rcp')
    return policies[layer === 'scp' ? 'scps' : 'rcps'].flatMap((level) =>
      level.target === target ? level.policies : [],
    )
  if (layer === 'resource') return [...(policies.resource ? [policies.resource] : []), ...(policies.grants ?? [])]
  const these = policies[layer]
  return these === null ? [] : 'name' in these ? [these] : these
}
