import { listConstructs, listOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { placesOf } from './places.ts'

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

/** AWS's id of a key. Source: KMS guide, key identifiers. */
export const KEY_ID = /^(?:mrk-)?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/

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
  for (const construct of constructs) {
    const { id } = construct
    if (AWS_ID.test(id)) ids.set(id, id)
    if ('awsId' in construct && construct.awsId) ids.set(construct.awsId, id)
    const named = namesOf(construct)
    if (named.length === 0) continue
    const places = placesOf(design, construct)
    const place = typeof places === 'string' ? undefined : places[0]
    for (const [service, before, name, isChosen] of named) {
      const key = `${service} ${before}${name}`
      const thing = { id, region: place?.regionCode ?? '', account: place?.accountId ?? '', isChosen }
      things.set(key, [...(things.get(key) ?? []), thing])
    }
  }
  return {
    ids,
    things,
    regions: new Set(
      listOfKind(design, 'region')
        .map(({ code }) => code)
        .filter((code) => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(code)),
    ),
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
type Name = readonly [service: string, before: string, name: string, isChosen: boolean]

function namesOf(construct: Construct): readonly Name[] {
  switch (construct.kind) {
    case 's3-bucket':
      return [['s3', '', construct.bucketName, false]]
    case 'dynamodb-table':
      return [['dynamodb', 'table/', construct.tableName, false]]
    case 'iam-role':
      return [['iam', 'role', `${construct.path}${construct.roleName}`, false]]
    case 'iam-user':
      return [['iam', 'user', `${construct.path}${construct.userName}`, false]]
    case 's3-access-point':
      return [['s3', 'accesspoint/', construct.accessPointName, false]]
    case 'api-gateway-api':
      return [['execute-api', '', construct.apiId, true]]
    case 'vpc':
      return [['ec2', 'vpc/', construct.id, true]]
    case 'interface-endpoint':
    case 'gateway-endpoint':
      return [['ec2', 'vpc-endpoint/', construct.id, true]]
    case 'client':
      return construct.runtime === 'lambda' ? [['lambda', 'function:', construct.awsId ?? construct.name, true]] : []
    case 'policy-resource':
      return namesOfResource(construct.arn)
    default:
      return []
  }
}

function namesOfResource(arn: string): readonly Name[] {
  const { service, before, name } = readArn(arn) ?? {}
  switch (service) {
    case undefined:
    case 'lambda': // functions are named by what runs them
      return []
    case 'kms':
      // a drawn name that is no id becomes an alias
      return [['kms', before!, name!, true], ...(KEY_ID.test(name!) ? [] : [['kms', 'alias/', name!, false] as const])]
    default:
      return [[service, before!, name!, service === 'secretsmanager']]
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
  ec2: /^(vpc\/|vpc-endpoint\/)([^/]+)()$/,
  iam: /^(role|user)(\/.+)()$/,
  sts: /^(assumed-role)(\/[^/]+)(\/.*)$/,
  kms: /^(key\/|alias\/)(.+)()$/,
  // AWS adds a hyphen and six letters or digits to the name of a secret; policies have them, or wildcards in their place
  secretsmanager: /^(secret:)(.+?)(-\?{6}|-\*|-(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{6}|)$/,
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
