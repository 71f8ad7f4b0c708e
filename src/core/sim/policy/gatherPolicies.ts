import type { ApiCall } from '../../model/design.ts'
import type { NamedPolicy, Policies, PolicyLevel } from '../../policy/layers/policies.ts'
import { accountOf } from '../../policy/principal.ts'
import type { AccessNet, LevelNet, PolicyNet } from '../../topology/access/accessNet.ts'
import type { Origin } from '../../topology/origin.ts'
import type { FoundResource } from './findResource.ts'
import type { PathFacts } from './pathFacts.ts'
import { sessionPolicies } from './sessionPolicies.ts'
import type { Caller } from './whoCalls.ts'

/** The policies that bear on a call, and where each stands. */
export interface Gathered {
  readonly policies: Policies
  /** Where a policy stands, and its statement where a number says one; null = nowhere in the design. */
  readonly placeOf: (policy: NamedPolicy, statement?: number) => Origin | null
}

/** A policy of which the design says nothing. */
const notSaid = (name: string): NamedPolicy => ({ name, document: null })
const NOBODY = { organisation: null, scps: [], rcps: [] }

/** Collects the layers of a call: those of the caller, of what it calls, of the endpoint that it comes by, and of their accounts. */
export function gatherPolicies(
  access: AccessNet,
  { principal, identity }: Caller,
  found: FoundResource,
  resourceAccount: string | null,
  endpoint: PathFacts['endpoint'],
  session: ApiCall['session'],
): Gathered {
  const places = new Map<NamedPolicy, PolicyNet>()
  const put = (net: PolicyNet): NamedPolicy => {
    const policy = { name: net.name, document: net.document }
    places.set(policy, net)
    return policy
  }
  const level = ({ target, policies }: LevelNet): PolicyLevel => ({ target, policies: policies.map(put) })
  const account = accountOf(principal)
  const mine = (account !== null && access.accounts.get(account)) || NOBODY
  const its = (resourceAccount !== null && access.accounts.get(resourceAccount)) || NOBODY
  const isDrawn = identity !== null || (principal.kind !== 'role' && principal.kind !== 'user')
  const endpointPolicy = endpoint && access.endpoints.get(endpoint.id)
  const policies: Policies = {
    identity: identity ? identity.policies.map(put) : isDrawn ? [] : [notSaid('its policies')],
    boundary: identity ? identity.boundary && put(identity.boundary) : isDrawn ? null : notSaid('its boundary'),
    session: sessionPolicies(session),
    resource:
      found.kind === 'drawn'
        ? found.resource.policy && put(found.resource.policy)
        : found.kind === 'not-drawn'
          ? notSaid('the policy of the resource')
          : null,
    grants: found.kind === 'drawn' ? found.resource.grants.map(put) : [],
    endpoint: endpoint && endpointPolicy ? keep(places, endpointPolicy, endpoint.gateway) : null,
    scps: mine.scps.map(level),
    rcps: its.rcps.map(level),
  }
  const placeOf: Gathered['placeOf'] = (policy, statement) => {
    const net = places.get(policy)
    if (!net) return null
    const { at } = net
    return statement === undefined || net.implied ? at : { ...at, path: [...at.path, 'Statement', statement] }
  }
  return { policies, placeOf }
}

function keep(places: Map<NamedPolicy, PolicyNet>, net: PolicyNet, gateway: boolean) {
  const policy = { name: net.name, document: net.document, gateway }
  places.set(policy, net)
  return policy
}
