import { listConstructs } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { accountIdOf } from './places.ts'

/** A construct under the name that ARNs have for it. */
export interface NamedThing {
  readonly id: ConstructId
  readonly region: string
  readonly account: string
  /** AWS chooses what it is called by: its ARN is known once it is made. */
  readonly isChosen: boolean
}
/** How policies may name what the design draws. */
export interface PolicyNames {
  /** AWS's id -> construct. */
  readonly ids: ReadonlyMap<string, ConstructId>
  /** Service, and what ARNs have up to the end of the name -> those called so. */
  readonly things: ReadonlyMap<string, readonly NamedThing[]>
  readonly regions: ReadonlySet<string>
  readonly accounts: ReadonlySet<string>
  /** Public addresses that are drawn, in the place of which AWS chooses others. */
  readonly addresses: ReadonlySet<string>
  readonly kinds: ReadonlyMap<ConstructId, Construct['kind']>
}

/** AWS's own ids look so. Source: EC2 guide, resource IDs. */
export const AWS_ID = /^[a-z]+(?:-[a-z]+)*-(?:[0-9a-f]{17}|[0-9a-f]{8})$/

const known = new WeakMap<Design, PolicyNames>()

/** The names of a design, gathered once. */
export function policyNamesOf(design: Design): PolicyNames {
  const found = known.get(design) ?? gather(design)
  known.set(design, found)
  return found
}

function gather(design: Design): PolicyNames {
  const ids = new Map<string, ConstructId>()
  const things = new Map<string, NamedThing[]>()
  const constructs = listConstructs(design)
  const codes = new Map(constructs.flatMap((one) => (one.kind === 'region' ? [[one.id, one.code] as const] : [])))
  for (const construct of constructs) {
    const { id } = construct
    if (AWS_ID.test(id)) ids.set(id, id)
    if ('awsId' in construct && construct.awsId) ids.set(construct.awsId, id)
    const named = nameOf(construct)
    if (named === null) continue
    const [service, before, name, isChosen] = named
    const region = 'region' in construct && construct.region !== null ? (codes.get(construct.region) ?? '') : ''
    const account = 'account' in construct && construct.account !== null ? accountIdOf(design, construct.account) : ''
    const key = `${service} ${before}${name}`
    things.set(key, [...(things.get(key) ?? []), { id, region, account, isChosen }])
  }
  return {
    ids,
    things,
    regions: new Set([...codes.values()].filter((code) => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(code))),
    accounts: new Set(constructs.flatMap((one) => (one.kind === 'account' ? [one.accountId] : []))),
    addresses: new Set(constructs.flatMap(publicAddressesOf)),
    kinds: new Map(constructs.map((one) => [one.id, one.kind])),
  }
}

function publicAddressesOf(construct: Construct): readonly string[] {
  if (construct.kind === 'client') return construct.interfaces.map(({ publicIp }) => publicIp)
  const isPublic = construct.kind === 'nat-gateway' || construct.kind === 'elastic-ip'
  return isPublic && construct.publicIp !== null ? [construct.publicIp] : []
}

/** As ARNs name it: the service, what stands before the name, the name, and whether AWS chooses what it goes by. */
function nameOf(
  construct: Construct,
): readonly [service: string, before: string, name: string, isChosen: boolean] | null {
  switch (construct.kind) {
    case 's3-bucket':
      return ['s3', '', construct.bucketName, false]
    case 'dynamodb-table':
      return ['dynamodb', 'table/', construct.tableName, false]
    case 'iam-role':
      return ['iam', 'role', `${construct.path}${construct.roleName}`, false]
    case 'iam-user':
      return ['iam', 'user', `${construct.path}${construct.userName}`, false]
    case 's3-access-point':
      return ['s3', 'accesspoint/', construct.accessPointName, false]
    case 'api-gateway-api':
      return ['execute-api', '', construct.apiId, true]
    case 'client':
      return construct.runtime === 'lambda' ? ['lambda', 'function:', construct.awsId ?? construct.name, true] : null
    case 'policy-resource': {
      const guarded = readArn(construct.arn)
      // functions are named by what runs them
      if (guarded === null || guarded.service === 'lambda') return null
      return [
        guarded.service,
        guarded.before,
        guarded.name,
        guarded.service === 'kms' || guarded.service === 'secretsmanager',
      ]
    }
    default:
      return null
  }
}

/** An ARN in its parts; `before` and `after` stand around the name of the thing in what follows the account. */
export interface ReadArn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly before: string
  readonly name: string
  readonly after: string
}

/** Where each service has the name. Source: Service Authorization Reference, resource types. */
const NAMES: Readonly<Record<string, RegExp>> = {
  s3: /^(accesspoint\/|)([^/]+)(.*)$/,
  dynamodb: /^(table\/)([^/]+)(.*)$/,
  sqs: /^()([^:]+)()$/,
  sns: /^()([^:]+)(.*)$/,
  ecr: /^(repository\/)(.+)()$/,
  events: /^(event-bus\/)(.+)()$/,
  iam: /^(role|user)(\/.+)()$/,
  sts: /^(assumed-role)(\/[^/]+)(\/.*)$/,
  kms: /^(key\/)([^/]+)()$/,
  secretsmanager: /^(secret:)(.+)()$/,
  'execute-api': /^()([^/]+)(.*)$/,
  lambda: /^(function:)([^:]+)(.*)$/,
}

/** Reads an ARN as far as a service is known by it; null for any other text. */
export function readArn(text: string): ReadArn | null {
  const [, partition, service, region, account, rest] = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text) ?? []
  if (partition === undefined || service === undefined || rest === undefined) return null
  const [, before, name, after] = NAMES[service]?.exec(rest) ?? []
  if (name === undefined) return null
  return { partition, service, region: region!, account: account!, before: before!, name, after: after! }
}
