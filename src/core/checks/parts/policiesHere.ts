import { remember } from '../../base/remember.ts'
import { constructAt } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import type { Construct, ConstructKind, ConstructOf } from '../../model/kinds/registry.ts'
import type { PolicyDocument, PolicyKind, Statement } from '../../policy/document.ts'
import { openPolicyText, type PolicyText } from '../../policy/text/openPolicyText.ts'
import type { IdentityNet, ResourceNet } from '../../topology/access/accessNet.ts'
import { accessOf } from '../../topology/access/accessOf.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Topology } from '../../topology/topology.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'

/** A policy of the design that can be read, and where it stands. */
export interface PolicyHere {
  readonly kind: PolicyKind
  readonly name: string
  readonly at: Origin
  readonly document: PolicyDocument
  readonly text: PolicyText
  /** What it is attached to, where it is a resource’s own. */
  readonly resource: ResourceNet | null
  /** Whom it is attached to, where it is an identity’s or a role’s trust policy. */
  readonly role: IdentityNet | null
  readonly endpoint: EndpointHere | null
}
export type EndpointHere = ConstructOf<'interface-endpoint'> | ConstructOf<'gateway-endpoint'>

/** A statement of one. */
export interface StatementHere {
  readonly policy: PolicyHere
  readonly statement: Statement
  readonly index: number
}

const known = new WeakMap<Topology, readonly PolicyHere[]>()

/** Every policy that can be read; those that somebody wrote, not what AWS has where there is none. */
export const policiesHere = (topology: Topology): readonly PolicyHere[] =>
  known.get(topology) ?? remember(known, topology, () => listPolicies(topology))

/** Every statement of them. */
export function* statementsHere(topology: Topology): Generator<StatementHere> {
  for (const policy of policiesHere(topology))
    for (const [index, statement] of policy.document.statements.entries()) yield { policy, statement, index }
}

function listPolicies(topology: Topology): readonly PolicyHere[] {
  const { design } = topology
  const { policies, identities, resources } = accessOf(topology)
  const identityAt = new Map(identities.map((one) => [one.id, one]))
  const resourceAt = new Map([...resources.values()].map((one) => [one.id, one]))
  // a key is there by each of its aliases
  return [...new Set(policies)].flatMap(({ name, document, at }): PolicyHere[] => {
    const holder = constructAt(design, at.construct)
    const text = document && textAt(design, at)
    if (!document || !holder || text === null) return []
    const kind = policyKindAt(holder.kind, at)
    const isEndpoint = holder.kind === 'interface-endpoint' || holder.kind === 'gateway-endpoint'
    return [
      {
        kind,
        name,
        at,
        document,
        text: openPolicyText(text),
        resource: kind === 'resource' ? (resourceAt.get(holder.id) ?? null) : null,
        role: identityAt.get(holder.id) ?? null,
        endpoint: isEndpoint ? holder : null,
      },
    ]
  })
}

/** What a policy is attached to, by the field that it stands in. */
export function policyKindAt(holder: ConstructKind, { path }: Origin): PolicyKind {
  if (path[0] === 'trustPolicy') return 'trust'
  if (holder === 'account') return 'control'
  if (path[0] !== 'policy') return 'identity'
  return holder === 'interface-endpoint' || holder === 'gateway-endpoint' ? 'endpoint' : 'resource'
}

/** The text that stands in a place; null where there is none. */
export function textAt(design: Design, { construct, path }: Origin): string | null {
  const text = path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null | undefined)?.[step],
    constructAt(design, construct),
  )
  return typeof text === 'string' ? text : null
}

/** `the policy “reports” of the IAM role “app”`. */
export function policyCalled(design: Design, { kind, name, at }: PolicyHere): string {
  const whose = `of the ${called(design, at.construct)}`
  if (kind === 'trust') return `the trust policy ${whose}`
  return kind === 'identity' || kind === 'control' ? `the policy “${name}” ${whose}` : `the policy ${whose}`
}

/** `Statement “OnlyOrg” (line 12) of the policy of the S3 bucket “reports”`, to begin a sentence with. */
export function statementCalled(design: Design, { policy, statement, index }: StatementHere): string {
  const line = policy.text.lineOf(policy.text.pathTo(index))
  return `Statement ${statement.sid ? `“${statement.sid}”` : index + 1} (line ${line}) of ${policyCalled(design, policy)}`
}

/** Where a statement stands, or an element in it, or one of the element’s values. */
export const placeInPolicy = ({ policy, index }: StatementHere, element?: string, value?: number): Origin => ({
  ...policy.at,
  path: [...policy.at.path, ...policy.text.pathTo(index, element, value)],
})

/** `Action` or `NotAction`, as the statement has it. */
export const elementOf = (element: 'Action' | 'Resource' | 'Principal', { not }: { readonly not: boolean }): string =>
  not ? `Not${element}` : element

/** The edit that writes a policy’s text anew. */
export const writePolicy = (design: Design, { at }: PolicyHere, text: string | null): Edit =>
  writeText(design, at, text)

/** The fix, to be reviewed, that writes a policy’s text anew; none where nothing was written. */
export const rewrites = (design: Design, policy: PolicyHere, title: string, text: string | null): readonly Fix[] =>
  text ? [{ title, safety: 'review', edits: [writePolicy(design, policy, text)] }] : []

/** The edit that writes a text in a place of a construct. */
export function writeText(design: Design, at: Origin, text: string | null): Edit {
  const holder = constructAt(design, at.construct) as Construct
  const [field, ...rest] = at.path as [string, ...(string | number)[]]
  const value = withValue((holder as unknown as Record<string, unknown>)[field], rest, text)
  return { kind: 'change', of: holder.kind, id: holder.id, fields: { [field]: value } } as Edit
}

function withValue(holder: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(holder)) return holder.map((one, i) => (i === step ? withValue(one, rest, value) : one))
  return { ...(holder as object), [step]: withValue((holder as Record<string, unknown>)[step], rest, value) }
}
