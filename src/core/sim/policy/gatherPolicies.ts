import type { ApiCall } from '../../model/design.ts'
import type { NamedPolicy, Policies } from '../../policy/layers/policies.ts'
import { accountOf } from '../../policy/principal.ts'
import type { AccessNet, PolicyNet } from '../../topology/access/accessNet.ts'
import type { Origin } from '../../topology/origin.ts'
import type { FoundResource } from './findResource.ts'
import { sessionPolicies } from './sessionPolicies.ts'
import type { Caller } from './whoCalls.ts'

/** A policy of which the design says nothing. */
const notSaid = (name: string): NamedPolicy => ({ name, document: null })
const ITS_POLICIES = [notSaid('its policies')]
const ITS_BOUNDARY = notSaid('its boundary')
const ITS_OWN = notSaid('the policy of the resource')
const NONE: readonly never[] = []
const NOBODY = { organisation: null, scps: NONE, rcps: NONE }

/**
 * Collects the layers of a call: those of the caller, of what it calls, of the endpoint that it comes by, and of their accounts. The policies are the
 * design’s own, not copies: so each is compiled once, and knows where it stands.
 */
export function gatherPolicies(
  access: AccessNet,
  { principal, identity }: Caller,
  found: FoundResource,
  resourceAccount: string | null,
  endpoint: Policies['endpoint'],
  session: ApiCall['session'],
): Policies {
  const account = accountOf(principal)
  const mine = (account !== null && access.accounts.get(account)) || NOBODY
  const its = (resourceAccount !== null && access.accounts.get(resourceAccount)) || NOBODY
  const isDrawn = identity !== null || (principal.kind !== 'role' && principal.kind !== 'user')
  const resource = found.kind === 'drawn' ? found.resource : null
  return {
    identity: identity ? identity.policies : isDrawn ? NONE : ITS_POLICIES,
    boundary: identity ? identity.boundary : isDrawn ? null : ITS_BOUNDARY,
    session: sessionPolicies(session),
    resource: resource ? resource.policy : found.kind === 'not-drawn' ? ITS_OWN : null,
    grants: resource ? resource.grants : NONE,
    endpoint,
    scps: mine.scps,
    rcps: its.rcps,
  }
}

/** Where a policy stands, and its statement where a number says one; null = nowhere in the design. */
export function placeOf(policy: NamedPolicy, statement?: number): Origin | null {
  if (!isOfDesign(policy)) return null
  const { at, implied } = policy
  return statement === undefined || implied ? at : { ...at, path: [...at.path, 'Statement', statement] }
}

/** Where a statement stands that an answer names, by its `Sid` or its number; the policy where it has none such. */
export function placeOfStatement(policy: NamedPolicy, named: string): Origin | null {
  const index = policy.document?.statements.findIndex(({ sid }, i) => (sid || String(i + 1)) === named) ?? -1
  return placeOf(policy, index < 0 ? undefined : index)
}

const isOfDesign = (policy: NamedPolicy): policy is PolicyNet => 'at' in policy
