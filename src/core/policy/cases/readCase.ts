import * as z from 'zod/mini'
import { describeIssues } from '../../model/parse/describeIssues.ts'
import type { Problem } from '../../model/parse/problem.ts'
import type { CallFacts } from '../deriveKeys.ts'
import type { PolicyKind } from '../document.ts'
import { arnParts } from '../language/arnParts.ts'
import { type ContextValue, SOME_VALUE, UNKNOWN } from '../language/context.ts'
import type { NamedPolicy, Policies, PolicyLevel } from '../layers/policies.ts'
import { asksTrustPolicy } from '../layers/resourceRules.ts'
import { readPrincipal } from '../principal.ts'
import { readPolicy } from '../read/readPolicy.ts'

const single = z.union([z.string(), z.number(), z.boolean()])
/** A value, several, or what is not known: `{"unknown": true}`, `{"unknown": "value"}` where only the value is not. */
const contextValue = z.union([
  single,
  z.array(single),
  z.strictObject({ unknown: z.union([z.literal(true), z.literal('value')]) }),
])
/** An object, or the text of one; null = nobody said what stands in it. */
const document = z.nullable(z.union([z.string(), z.record(z.string(), z.unknown())]))
const named = z.strictObject({ name: z.string(), document })
const levels = z._default(z.array(z.strictObject({ target: z.string(), policies: z.array(named) })), [])
const account = z.optional(z.string().check(z.regex(/^\d{12}$/, 'must be an account number of 12 digits')))

/** A line of a file of cases. */
const policyCase = z.strictObject({
  id: z.optional(z.unknown()),
  action: z.string().check(z.regex(/^[A-Za-z0-9-]+:[A-Za-z0-9_-]+$/, 'must be an action such as s3:GetObject')),
  resource: z._default(z.string(), '*'),
  /** An ARN, the name of a service, or `anonymous`. */
  principal: z.string(),
  principalTags: z._default(z.record(z.string(), z.string()), {}),
  principalOrgId: z.optional(z.string()),
  /** `o-…/r-…/ou-…/`. */
  principalOrgPath: z.optional(z.string()),
  /** Left out: that of the resource’s ARN, else of the principal. */
  resourceAccount: account,
  resourceOrgId: z.optional(z.string()),
  resourceOrgPath: z.optional(z.string()),
  /** S3 Block Public Access of the bucket. */
  restrictPublicBuckets: z._default(z.boolean(), false),
  /** Access control lists that nobody read: what they may allow. */
  accessControlLists: z._default(z.enum(['none', 'by-name', 'all']), 'none'),
  /** What the resource does without a policy, where that is a rule of its own: an API that lets in everybody, or nobody. */
  withoutPolicy: z.optional(z.enum(['open', 'closed'])),
  context: z._default(z.record(z.string(), contextValue), {}),
  policies: z.strictObject({
    identity: z._default(z.array(named), []),
    boundary: z._default(z.nullable(named), null),
    session: z._default(z.array(named), []),
    resource: z._default(z.nullable(named), null),
    /** Grants of a key, as the statements that they come to. */
    grants: z._default(z.array(named), []),
    endpoint: z._default(z.nullable(z.strictObject({ ...named.shape, gateway: z._default(z.boolean(), false) })), null),
    scps: levels,
    rcps: levels,
  }),
})
type Given = z.infer<typeof policyCase>

/** A case as it is asked: the call, what is known of it, and the policies. */
export interface PolicyCase {
  readonly action: string
  readonly facts: CallFacts
  readonly context: Readonly<Record<string, ContextValue>>
  readonly policies: Policies
  readonly restrictPublicBuckets: boolean
  readonly lists: 'none' | 'by-name' | 'all'
  readonly withoutPolicy: 'open' | 'closed' | undefined
}

/** A case, or all that is wrong with it, each at its place. */
export type CaseResult =
  | { readonly ok: true; readonly given: PolicyCase }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads a case, strictly: unknown keys are named, and so is what is wrong in a policy, at its line. */
export function readCase(value: unknown): CaseResult {
  const result = policyCase.safeParse(value)
  if (!result.success) return { ok: false, problems: describeIssues(result.error.issues, value) }
  const given = result.data
  const problems: Problem[] = []
  const principal = readPrincipal(given.principal)
  if (!principal)
    problems.push({
      path: 'principal',
      message: 'must be the ARN of a role, a session, a user or an account’s root, a service’s name, or “anonymous”',
    })
  const policies = readPolicies(given.policies, given.action, problems)
  if (!principal || problems.length > 0) return { ok: false, problems }
  const own = arnParts(given.resource)?.[4] || null
  const facts: CallFacts = {
    principal,
    principalTags: given.principalTags,
    principalOrg: given.principalOrgId ?? null,
    resource: given.resource,
    resourceAccount: given.resourceAccount ?? own ?? ('account' in principal ? principal.account : null),
    resourceOrg: given.resourceOrgId ?? null,
    principalOrgPaths: given.principalOrgPath === undefined ? null : [given.principalOrgPath],
    resourceOrgPaths: given.resourceOrgPath === undefined ? null : [given.resourceOrgPath],
  }
  const context = Object.fromEntries(Object.entries(given.context).map(([key, one]) => [key, contextOf(one)]))
  return {
    ok: true,
    given: {
      action: given.action,
      facts,
      context,
      policies,
      restrictPublicBuckets: given.restrictPublicBuckets,
      lists: given.accessControlLists,
      withoutPolicy: given.withoutPolicy,
    },
  }
}

function contextOf(value: Given['context'][string]): ContextValue {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object') return value.unknown === true ? UNKNOWN : SOME_VALUE
  return [String(value)]
}

type GivenPolicy = z.infer<typeof named>

function readPolicies(given: Given['policies'], action: string, problems: Problem[]): Policies {
  const read = ({ name, document }: GivenPolicy, kind: PolicyKind, path: string): NamedPolicy => {
    if (document === null) return { name, document }
    const result = readPolicy(typeof document === 'string' ? document : JSON.stringify(document, null, 2), kind)
    if (result.ok) return { name, document: result.document }
    for (const { line, column, message } of result.problems)
      problems.push({ path: `policies.${path} “${name}”`, message: `line ${line}, column ${column}: ${message}` })
    return { name, document: null }
  }
  const all = (list: readonly GivenPolicy[], path: string): readonly NamedPolicy[] =>
    list.map((one, i) => read(one, 'identity', `${path}[${i}]`))
  const levelsOf = (list: Given['policies']['scps'], path: string): readonly PolicyLevel[] =>
    list.map(({ target, policies }, i) => ({
      target,
      policies: policies.map((one, j) => read(one, 'control', `${path}[${i}].policies[${j}]`)),
    }))
  const { boundary, resource, endpoint } = given
  const kind = asksTrustPolicy(action.toLowerCase()) ? 'trust' : 'resource'
  return {
    identity: all(given.identity, 'identity'),
    boundary: boundary && read(boundary, 'identity', 'boundary'),
    session: all(given.session, 'session'),
    resource: resource && read(resource, kind, 'resource'),
    grants: given.grants.map((one, i) => read(one, 'resource', `grants[${i}]`)),
    endpoint: endpoint && { ...read(endpoint, 'endpoint', 'endpoint'), gateway: endpoint.gateway },
    scps: levelsOf(given.scps, 'scps'),
    rcps: levelsOf(given.rcps, 'rcps'),
  }
}
