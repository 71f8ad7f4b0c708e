import { servicePrefixesOf } from '../../aws/actions/servicePrefixesOf.ts'
import { constructAt, listConstructs } from '../../model/containment.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { nameIn } from '../../model/nameIn.ts'
import { arnParts } from '../../policy/language/arnParts.ts'
import type { GuardPlace } from '../../policy/write/guards.ts'
import type { Topology } from '../topology.ts'
import { accessOf } from './accessOf.ts'

/** Something of the design that a policy may name. */
export interface PolicyWord {
  readonly construct: ConstructId
  readonly name: string
  /** As a policy names it: what AWS has given no id yet by the id of its construct, in whose place exports write AWS’s. */
  readonly value: string
}

/** What a policy at a construct may name, and what it is about. */
export interface PolicyWords {
  /** Prefixes of the actions that come here: `s3`. None: of all services. */
  readonly prefixes: readonly string[]
  /** Where guards would stand; null = none can. */
  readonly guards: GuardPlace | null
  readonly resources: readonly PolicyWord[]
  readonly principals: readonly PolicyWord[]
  readonly accounts: readonly PolicyWord[]
  readonly organisations: readonly PolicyWord[]
  readonly vpcs: readonly PolicyWord[]
  readonly endpoints: readonly PolicyWord[]
  readonly regions: readonly PolicyWord[]
}

/** The words of a design for the policies of one of its constructs. */
export function policyWords(topology: Topology, id: ConstructId): PolicyWords {
  const { design } = topology
  const access = accessOf(topology)
  const own = constructAt(design, id)
  const all = listConstructs(design)
  const word = ({ id: construct }: { readonly id: ConstructId }, value: string): PolicyWord => ({
    construct,
    name: nameIn(design, construct),
    value,
  })
  const byId = (kinds: readonly Construct['kind'][]) =>
    all.filter(({ kind }) => kinds.includes(kind)).map((one) => word(one, access.idOf(one.id) ?? one.id))
  const accounts = [...access.accounts]
  const service = own && 'service' in own && typeof own.service === 'string' ? own.service : null
  const ownArn = [...access.resources.values()].find((one) => one.id === id)?.arn ?? null
  const prefixes = service ? servicePrefixesOf(service) : ownArn ? [serviceOf(ownArn)] : []
  const shown = [...access.resources].filter(([, one]) => service === null || prefixes.includes(serviceOf(one.arn)))
  return {
    prefixes,
    guards: isEndpoint(own) ? ENDPOINT : ownArn ? guardsOf(ownArn) : null,
    resources: shown.flatMap(([arn, one]) => within(arn).map((value) => word(one, value))),
    principals: access.identities.map((one) => word(one, one.arn)),
    accounts: accounts.filter(([number]) => number !== '').map(([number, one]) => word(one, number)),
    organisations: firstOfEach(
      accounts.flatMap(([, one]) => (one.organisation === null ? [] : [word(one, one.organisation)])),
    ),
    vpcs: byId(['vpc']),
    endpoints: byId(['interface-endpoint', 'gateway-endpoint']),
    regions: firstOfEach(all.flatMap((one) => (one.kind === 'region' ? [word(one, one.code)] : []))),
  }
}

const isEndpoint = (construct: Construct | null): boolean =>
  construct?.kind === 'interface-endpoint' || construct?.kind === 'gateway-endpoint'

/** What an endpoint lets through without a policy. Source: PrivateLink guide, default endpoint policy. */
const ENDPOINT: GuardPlace = {
  use: 'endpoint',
  action: '*',
  resources: ['*'],
  begin: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
}

const serviceOf = (arn: string): string => arnParts(arn)?.[2] ?? ''

/** The thing itself and what lies in it. Sources: Service Authorization Reference, resource types of S3, DynamoDB and API Gateway. */
function within(arn: string): readonly string[] {
  switch (serviceOf(arn)) {
    case 's3':
      return arn.includes(':accesspoint/') ? [arn, `${arn}/object/*`] : [arn, `${arn}/*`]
    case 'dynamodb':
      return [arn, `${arn}/index/*`]
    case 'execute-api':
      return [`${arn}/*`]
    default:
      return [arn]
  }
}

/**
 * A key's policy is the only way to it, and a Deny there may shut out everybody for good: no guards. A role's trust policy has no resource. An API that
 * is private lets nobody in without a policy. Sources: KMS guide, key policies; API Gateway guide, resource policies for private APIs.
 */
function guardsOf(arn: string): GuardPlace | null {
  const service = serviceOf(arn)
  if (service === 'kms' || service === 'iam') return null
  const action = service === 'execute-api' ? 'execute-api:Invoke' : `${service}:*`
  const everyone = { Effect: 'Allow', Principal: '*', Action: action, Resource: within(arn)[0]! }
  return {
    use: 'resource',
    action,
    resources: within(arn),
    begin: service === 'execute-api' ? [everyone] : [],
  }
}

const firstOfEach = (words: readonly PolicyWord[]): readonly PolicyWord[] =>
  words.filter(({ value }, index) => words.findIndex((one) => one.value === value) === index)
