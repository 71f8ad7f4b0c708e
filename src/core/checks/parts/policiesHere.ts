import { remember } from '../../base/remember.ts'
import { constructAt } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import type { Construct, ConstructOf } from '../../model/kinds/registry.ts'
import type { PolicyDocument, PolicyKind, Statement } from '../../policy/document.ts'
import { openPolicyText, type PolicyText } from '../../policy/text/openPolicyText.ts'
import type { PolicyNet, ResourceNet, RoleNet } from '../../topology/access/accessNet.ts'
import { accessOf } from '../../topology/access/accessOf.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Topology } from '../../topology/topology.ts'
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
  readonly role: RoleNet | null
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
  const { roles, resources, endpoints, accounts } = accessOf(topology)
  const found: PolicyHere[] = []
  const add = (kind: PolicyKind, net: PolicyNet | null, rest: Partial<Pick<PolicyHere, Attached>> = {}): void => {
    const text = net?.document ? textAt(design, net.at) : null
    if (!net?.document || text === null) return
    const { name, at, document } = net
    found.push({
      kind,
      name,
      at,
      document,
      text: openPolicyText(text),
      resource: null,
      role: null,
      endpoint: null,
      ...rest,
    })
  }
  for (const role of roles) {
    for (const policy of role.policies) add('identity', policy, { role })
    add('identity', role.boundary, { role })
    add('trust', role.trust, { role })
  }
  for (const resource of resources.values())
    if (constructAt(design, resource.id)?.kind !== 'iam-role') add('resource', resource.policy, { resource })
  for (const [id, policy] of endpoints) {
    const endpoint = constructAt(design, id)
    if (endpoint?.kind === 'interface-endpoint' || endpoint?.kind === 'gateway-endpoint')
      add('endpoint', policy, { endpoint })
  }
  for (const { scps, rcps } of accounts.values())
    for (const { policies } of [...scps, ...rcps]) for (const policy of policies) add('control', policy)
  return found
}
type Attached = 'resource' | 'role' | 'endpoint'

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
