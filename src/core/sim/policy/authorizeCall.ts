import { findService } from '../../aws/findService.ts'
import type { ApiCall } from '../../model/design.ts'
import { type CallFacts, deriveKeys } from '../../policy/deriveKeys.ts'
import { arnParts } from '../../policy/language/arnParts.ts'
import { type Context, type ContextValue, UNKNOWN } from '../../policy/language/context.ts'
import { type Authorization, authorize } from '../../policy/layers/authorize.ts'
import { explainAuthorization, type StatementAnswer } from '../../policy/layers/explainAuthorization.ts'
import { isPublic } from '../../policy/layers/isPublic.ts'
import { compilePolicies, type LayerName, type NamedPolicy, type Policies } from '../../policy/layers/policies.ts'
import { accountOf } from '../../policy/principal.ts'
import { accessOf } from '../../topology/access/accessOf.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Topology } from '../../topology/topology.ts'
import { type FoundResource, findResource } from './findResource.ts'
import { gatherPolicies } from './gatherPolicies.ts'
import type { PathFacts } from './pathFacts.ts'
import { pathKeys } from './pathKeys.ts'
import { statementsOf } from './statementsOf.ts'
import { type Caller, whoCalls } from './whoCalls.ts'

/** What comes of a call that has arrived, and what it was asked with. */
export interface Judged {
  readonly caller: Caller
  readonly found: FoundResource
  readonly authorization: Authorization
  readonly policies: Policies
  readonly context: Context
  /** Whether the policy of the endpoint counts that the call comes by. */
  readonly takesPolicy: boolean
  readonly answers: () => readonly StatementAnswer[]
  /** Where a policy stands; null = nowhere in the design. */
  readonly placeOf: (policy: NamedPolicy) => Origin | null
}

/** Judges the call of a request by all policies that bear on it; a text says why nobody can. */
export function authorizeCall(
  topology: Topology,
  client: string | null,
  { action, resource, principal: named, context: given }: ApiCall,
  path: PathFacts,
): Judged | string {
  const access = accessOf(topology)
  const caller = whoCalls(access, client === null ? undefined : topology.design.constructs[client], named)
  if (typeof caller === 'string') return caller
  const { principal, role } = caller
  const found = findResource(access, resource)
  const account = accountOf(principal)
  const resourceAccount =
    found.kind === 'drawn' ? found.resource.account : (found.account ?? unnamed(resource, account))
  const counts = path.endpoint !== null && takesPolicy(topology, path.endpoint.service)
  const { policies, placeOf } = gatherPolicies(access, caller, found, resourceAccount, path, counts)
  const facts: CallFacts = {
    principal,
    principalTags: role?.tags ?? {},
    principalOrg: (account !== null && access.accounts.get(account)?.organisation) || null,
    resource,
    resourceAccount,
    resourceOrg: (resourceAccount !== null && access.accounts.get(resourceAccount)?.organisation) || null,
  }
  const isStranger = role === null && (principal.kind === 'role' || principal.kind === 'user')
  const context = deriveKeys(facts, {
    ...(isStranger && tagsOfStranger(policies)),
    ...pathKeys(topology, access, path, policies),
    ...Object.fromEntries(Object.entries(given).map(([key, one]) => [key, contextOf(one)])),
  })
  const call = { action: action.toLowerCase(), resource, principal, bounded: policies.boundary !== null, context }
  const compiled = compilePolicies(policies)
  const document = policies.resource?.document ?? null
  const closedToPublic =
    found.kind === 'drawn' && found.resource.restrictPublicBuckets && document !== null && isPublic(document)
  const authorization = authorize(compiled, call, { account: resourceAccount, closedToPublic })
  return {
    caller,
    found,
    authorization,
    policies,
    context,
    takesPolicy: counts,
    placeOf,
    answers: () => explainAuthorization(compiled, call),
  }
}

/** Whose an action is that names no resource, or one whose ARN says no account: the caller's own; of a bucket that nobody has drawn nobody knows. */
const unnamed = (resource: string, account: string | null): string | null =>
  arnParts(resource)?.[2] === 's3' ? null : account

/** An endpoint's policy counts for services that support one; others let everything pass. Source: PrivateLink guide, endpoint policies. */
const takesPolicy = ({ catalogue }: Topology, service: string): boolean =>
  findService(catalogue, service)?.entry.policySupported !== false

const contextOf = (value: ApiCall['context'][string]): ContextValue =>
  typeof value === 'object' ? value.map(String) : [String(value)]

/** Nobody said which tags somebody has who is not in the design. */
function tagsOfStranger(policies: Policies): Readonly<Record<string, ContextValue>> {
  const keys = statementsOf(policies).flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase()))
  return Object.fromEntries(keys.filter((key) => key.startsWith('aws:principaltag/')).map((key) => [key, UNKNOWN]))
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
  const these = policies[layer]
  return these === null ? [] : 'name' in these ? [these] : these
}
