/** A common case: whom or what a policy lets through at most. */
export type GuardKind = 'resources' | 'resource-organisation' | 'caller-organisation' | 'roles' | 'vpcs' | 'endpoints'

/** Everything but these is denied; none = nothing is. */
export interface Guard {
  readonly kind: GuardKind
  readonly values: readonly string[]
  /** Services of AWS get through all the same: those that call by themselves, and on somebody’s behalf. */
  readonly exceptServices: boolean
}

/** Where a policy stands, as far as its guards differ. */
export interface GuardPlace {
  readonly use: 'endpoint' | 'resource'
  /** What the statements are about: `s3:*`, or `*` at an endpoint. */
  readonly action: string
  /** The resource itself and what lies in it; `*` at an endpoint. */
  readonly resources: readonly string[]
  /** What a policy that does not stand yet begins with: what is allowed without one. */
  readonly begin: readonly object[]
}

/** The `Sid` by which a guard is found again. */
export const SIDS: Readonly<Record<GuardKind, string>> = {
  resources: 'OnlyTheseResources',
  'resource-organisation': 'OnlyResourcesOfTheOrganisation',
  'caller-organisation': 'OnlyCallersOfTheOrganisation',
  roles: 'OnlyTheseRoles',
  vpcs: 'OnlyTheseVpcs',
  endpoints: 'OnlyTheseEndpoints',
}

/** An endpoint has one VPC and is one; a resource is itself, of its own organisation. */
export const guardKindsOf = (use: GuardPlace['use']): readonly GuardKind[] =>
  use === 'endpoint'
    ? ['resources', 'resource-organisation', 'caller-organisation', 'roles']
    : ['caller-organisation', 'roles', 'vpcs', 'endpoints']

/** The condition by which everything else is told; a key that is not carried meets a negated operator. Source: IAM guide, global condition context keys. */
const CONDITIONS: Readonly<
  Record<Exclude<GuardKind, 'resources'>, { readonly operator: string; readonly key: string }>
> = {
  'resource-organisation': { operator: 'StringNotEquals', key: 'aws:ResourceOrgID' },
  'caller-organisation': { operator: 'StringNotEquals', key: 'aws:PrincipalOrgID' },
  roles: { operator: 'ArnNotEquals', key: 'aws:PrincipalArn' },
  vpcs: { operator: 'StringNotEquals', key: 'aws:SourceVpc' },
  endpoints: { operator: 'StringNotEquals', key: 'aws:SourceVpce' },
}

/** Source: IAM guide, data perimeters: service principals and forward access sessions do not come by one’s own network. */
const SERVICES = {
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' },
}

/** The statement of a guard. */
export function statementOf({ kind, values, exceptServices }: Guard, { action, resources }: GuardPlace): object {
  const head = { Sid: SIDS[kind], Effect: 'Deny', Principal: '*', Action: action }
  const services = exceptServices ? SERVICES : {}
  if (kind === 'resources') return { ...head, NotResource: values, ...(exceptServices && { Condition: services }) }
  const { operator, key } = CONDITIONS[kind]
  return { ...head, Resource: one(resources), Condition: { [operator]: { [key]: one(values) }, ...services } }
}

/** The values that a statement leaves out, by the kind of the guard. */
export function valuesIn(kind: GuardKind, statement: Readonly<Record<string, unknown>>): readonly string[] {
  if (kind === 'resources') return texts(statement.NotResource)
  const { operator, key } = CONDITIONS[kind]
  return texts(memberOf(memberOf(statement.Condition, operator), key))
}

const memberOf = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Readonly<Record<string, unknown>>)[name] : undefined
const texts = (value: unknown): readonly string[] => [value].flat().filter((one) => typeof one === 'string')
const one = (list: readonly string[]): string | readonly string[] => (list.length === 1 ? list[0]! : list)
