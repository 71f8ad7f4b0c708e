import { remember } from '../../base/remember.ts'
import type { PolicyDocument } from '../document.ts'
import type { PrincipalRules } from '../statement/compilePrincipals.ts'
import { type CompiledStatement, compileStatement } from '../statement/compileStatement.ts'

/** The layers of policies that AWS asks about a call, in the order of its own flow. Source: IAM guide, policy evaluation logic. */
export const LAYERS = ['scp', 'rcp', 'endpoint', 'resource', 'identity', 'boundary', 'session'] as const
export type LayerName = (typeof LAYERS)[number]

/** A policy by its name; `document` is null where nobody said what stands in it. */
export interface NamedPolicy {
  readonly name: string
  readonly document: PolicyDocument | null
}

/** A level of an organisation, root first, its account last: what is attached there. */
export interface PolicyLevel {
  readonly target: string
  readonly policies: readonly NamedPolicy[]
}

/** The policies that bear on a call. Null and empty lists are layers that play no part. */
export interface Policies {
  readonly identity: readonly NamedPolicy[]
  readonly boundary: NamedPolicy | null
  readonly session: readonly NamedPolicy[]
  readonly resource: NamedPolicy | null
  /** Grants of a key, as the statements that they come to: what lets in beside its policy. */
  readonly grants?: readonly NamedPolicy[]
  /** Of the endpoint that the call goes through. Null: by none, or by one that lets everything pass. */
  readonly endpoint: (NamedPolicy & { readonly gateway: boolean }) | null
  readonly scps: readonly PolicyLevel[]
  readonly rcps: readonly PolicyLevel[]
}

/** A policy that is ready to be asked. */
export interface CompiledPolicy {
  readonly name: string
  /** Null where nobody said what stands in it. */
  readonly statements: readonly CompiledStatement[] | null
}
/** What is attached in one place: one `Allow` of any of it is enough there. */
export interface CompiledLevel {
  readonly layer: LayerName
  /** The level's target; '' where a layer has one level. */
  readonly target: string
  readonly policies: readonly CompiledPolicy[]
}
export type CompiledPolicies = readonly CompiledLevel[]

const ORDINARY: PrincipalRules = { gateway: false }
const GATEWAY: PrincipalRules = { gateway: true }

/** What was compiled of a layer, by what it was compiled of: calls that policies of the same kind bear on share it. */
const levels: Readonly<Record<LayerName, WeakMap<object, CompiledLevel>>> = {
  scp: new WeakMap(),
  rcp: new WeakMap(),
  endpoint: new WeakMap(),
  resource: new WeakMap(),
  identity: new WeakMap(),
  boundary: new WeakMap(),
  session: new WeakMap(),
}

const compileLevel = (
  layer: LayerName,
  these: readonly NamedPolicy[],
  target = '',
  rules = ORDINARY,
): CompiledLevel => ({ layer, target, policies: these.map((policy) => compilePolicy(policy, rules)) })

/** Policies, as levels that are asked about many calls. */
export function compilePolicies(policies: Policies): CompiledPolicies {
  const { identity, boundary, session, resource, grants = [], endpoint, scps, rcps } = policies
  const compiled: CompiledLevel[] = []
  const level = (layer: LayerName, key: object, make: () => CompiledLevel) =>
    compiled.push(remember(levels[layer], key, make))
  for (const one of scps) level('scp', one, () => compileLevel('scp', one.policies, one.target))
  for (const one of rcps) level('rcp', one, () => compileLevel('rcp', one.policies, one.target))
  if (endpoint)
    level('endpoint', endpoint, () => compileLevel('endpoint', [endpoint], '', endpoint.gateway ? GATEWAY : ORDINARY))
  if (resource && grants.length > 0) compiled.push(compileLevel('resource', [resource, ...grants]))
  else if (resource) level('resource', resource, () => compileLevel('resource', [resource]))
  level('identity', identity, () => compileLevel('identity', identity))
  if (boundary) level('boundary', boundary, () => compileLevel('boundary', [boundary]))
  if (session.length > 0) level('session', session, () => compileLevel('session', session))
  return compiled
}

/** A document is compiled once, however many calls it is asked about; for a gateway endpoint it means another thing. */
const compiled = new WeakMap<PolicyDocument, readonly CompiledStatement[]>()
const compiledOfGateway = new WeakMap<PolicyDocument, readonly CompiledStatement[]>()

const compilePolicy = ({ name, document }: NamedPolicy, rules: PrincipalRules): CompiledPolicy => ({
  name,
  statements:
    document &&
    remember(rules.gateway ? compiledOfGateway : compiled, document, () =>
      document.statements.map((one, index) => compileStatement(one, index, document.version, rules)),
    ),
})
