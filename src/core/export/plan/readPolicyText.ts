import type { ConstructId } from '../../model/kinds/registry.ts'
import { AWS_ID, type NamedThing, type PolicyNames, readArn } from './policyNames.ts'
import type { PlannedPolicy, PolicyPiece, PolicyTree } from './policyText.ts'
import { readPlace } from './variables.ts'

/** A policy with what it names of the design. */
export interface PolicyReading {
  readonly policy: PlannedPolicy
  /** Constructs whose ids stand in it. */
  readonly named: ReadonlySet<ConstructId>
  /** Ids and accounts that stay as they are drawn. */
  readonly left: ReadonlySet<string>
}

/** What is asked of whoever reads a policy. */
export interface ReadingFor {
  readonly names: PolicyNames
  /** Whose policy it is: it cannot name itself by what is not known before it is made. */
  readonly holder: ConstructId
  /** Whether the id of a construct may stand in it. */
  readonly may: (id: ConstructId) => boolean
}

/**
 * The policy as data where nothing of it is lost by that: no member twice, no escapes that a format would write otherwise, no member that
 * CloudFormation takes for an intrinsic function.
 */
function parsed(text: string): unknown {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return undefined
  }
  const compact = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
  return compact === JSON.stringify(data) && !/"(?:Ref|Fn::[^"]*)":|\bnull\b/.test(compact) ? data : undefined
}

/** Reads a policy: what it names of the design is told apart from what stands in it as drawn. */
export function readPolicyText(text: string, reading: ReadingFor): PolicyReading {
  const data = parsed(text)
  const named = new Set<ConstructId>()
  const left = new Set<string>()
  if (typeof data !== 'object' || data === null) {
    for (const [id] of text.matchAll(FOREIGN)) left.add(id)
    return { policy: { text }, named, left }
  }
  const pieces = (value: string, place: readonly string[]): readonly PolicyPiece[] => {
    const found = piecesIn(value, place, reading)
    for (const piece of found) {
      if (typeof piece === 'string') {
        for (const [id] of piece.matchAll(FOREIGN)) left.add(id)
        for (const number of reading.names.accounts) if (piece.includes(number)) left.add(number)
      } else if (piece.says === 'id') named.add(piece.of)
      // AWS takes no session of a role that is not there
      else if (piece.says === 'name') {
        if (isOfPrincipal(place) && reading.may(piece.of)) named.add(piece.of)
      } else if (piece.says === 'place') {
        const address = piece.text.replace(/\/32$/, '')
        if (reading.names.addresses.has(address)) left.add(address)
      } else if (piece.says === 'account' && !reading.names.accounts.has(piece.number)) left.add(piece.number)
    }
    return found
  }
  const visit = (value: unknown, place: readonly string[]): PolicyTree => {
    if (typeof value === 'string') return pieces(value, place)
    if (typeof value === 'number' || typeof value === 'boolean') return value
    if (Array.isArray(value)) return { list: value.map((one) => visit(one, place)) }
    return {
      members: Object.entries(value as object).map(([name, one]) => [name, visit(one, [...place, name])] as const),
    }
  }
  return { policy: { tree: visit(data, []) }, named, left }
}

/** An ARN that stands by itself, such as that of the key of a bucket. */
export function readArnText(
  text: string,
  element: 'Resource' | 'Principal',
  reading: ReadingFor,
): { readonly pieces: readonly PolicyPiece[]; readonly named: readonly ConstructId[] } {
  const pieces = piecesIn(text, [element], reading)
  return { pieces, named: pieces.flatMap((one) => (typeof one !== 'string' && one.says === 'id' ? [one.of] : [])) }
}

/** Ids of AWS's and account numbers that nothing here makes. */
const FOREIGN = /\b(?:vpce?|subnet|sg|eni|i)-[0-9a-f]{8,17}\b|(?<![\w-])\d{12}(?![\w-])/g

/** Elements of a statement in which things are named. */
const NAMING: ReadonlySet<string> = new Set(['Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition'])
/** Condition keys whose value is the id of a VPC or of an endpoint. Source: IAM guide, global condition keys. */
const OF_NETWORKS: Readonly<Record<string, RegExp>> = {
  'aws:sourcevpc': /^vpc$/,
  'aws:sourcevpce': /-endpoint$/,
}

/** Source: IAM guide, AWS JSON policy elements, Principal. */
const isOfPrincipal = (place: readonly string[]): boolean =>
  place.find((one) => NAMING.has(one))?.endsWith('Principal') === true

function piecesIn(value: string, place: readonly string[], reading: ReadingFor): readonly PolicyPiece[] {
  const element = place.find((one) => NAMING.has(one))
  if (element === undefined) return [value]
  const { names, may } = reading
  const key = element === 'Condition' ? (place.at(-1) ?? '').toLowerCase() : null
  const network = key === null ? undefined : OF_NETWORKS[key]
  if (network?.test(names.kinds.get(value) ?? '') && may(value)) return [{ says: 'id', of: value }]
  if (/^\d{12}$/.test(value)) return [{ says: 'account', number: value }]
  if (key?.endsWith('sourceip') && readPlace(value)) return [{ says: 'place', text: value }]
  if (value.startsWith('arn:')) return inArn(value, element, reading)
  return inText(value, reading)
}

/** Drawn Regions and accounts and AWS's ids of drawn things, as words of a text. */
function inText(text: string, { names, may }: ReadingFor): readonly PolicyPiece[] {
  return text
    .split(/(?<![A-Za-z0-9-])([a-z]+(?:-[a-z0-9]+)+|\d{12})(?![A-Za-z0-9-])/)
    .filter((one) => one !== '')
    .map((word): PolicyPiece => {
      if (names.regions.has(word)) return { says: 'region', code: word }
      if (names.accounts.has(word)) return { says: 'account', number: word }
      const id = AWS_ID.test(word) ? names.ids.get(word) : undefined
      return id !== undefined && may(id) ? { says: 'id', of: id } : word
    })
}

/** Partitions whose ARNs follow the deployment’s. */
export const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov']

function inArn(text: string, element: string, reading: ReadingFor): readonly PolicyPiece[] {
  const { names, holder, may } = reading
  const [, partition, service, region, account, rest] = /^arn:([^:]+):([^:]+):([^:]*):([^:]*):(.+)$/s.exec(text) ?? []
  if (partition === undefined || rest === undefined) return inText(text, reading)
  const arn = readArn(text)
  const thing = arn && thingAt(names, arn)
  if (thing?.id === holder && thing.isChosen && element.endsWith('Resource'))
    // Sources: KMS guide, key policies; Secrets Manager guide, resource-based policies; API Gateway guide, resource policies
    return service === 'execute-api' ? [`execute-api:${arn!.after === '' ? '/*' : arn!.after}`] : ['*']
  const wholly =
    arn !== null &&
    thing !== null &&
    (thing.isChosen ? WHOLE.has(service!) : element.endsWith('Principal') && service === 'iam') &&
    (arn.after === '' || (service === 'secretsmanager' && arn.after !== '-*'))
  if (wholly && may(thing.id)) return [{ says: 'id', of: thing.id }]
  const head: PolicyPiece[] = [
    'arn:',
    PARTITIONS.includes(partition) ? { says: 'partition' } : partition,
    `:${service}:`,
    ...(region === '' ? [] : names.regions.has(region!) ? [{ says: 'region', code: region! } as const] : [region!]),
    ':',
    ...(/^\d{12}$/.test(account!) ? [{ says: 'account', number: account! } as const] : [account!]),
    ':',
  ]
  return [...head, ...(arn && thing ? nameIn(arn, thing, reading) : inText(rest, reading))]
}

/** The name of a drawn thing between what stands around it. */
function nameIn(
  arn: ReturnType<typeof readArn> & object,
  thing: NamedThing,
  reading: ReadingFor,
): readonly PolicyPiece[] {
  const after = arn.after === '' ? [] : inText(arn.after, reading)
  if (arn.service === 'secretsmanager')
    return [arn.before, { says: 'name', text: arn.name, of: thing.id }, arn.after === '-*' ? '-*' : '-??????']
  if (thing.isChosen)
    return reading.may(thing.id) && !WHOLE.has(arn.service)
      ? [arn.before, { says: 'id', of: thing.id }, ...after]
      : [`${arn.before}${arn.name}`, ...after]
  const slash = arn.service === 'iam' || arn.service === 'sts' ? arn.name.lastIndexOf('/') + 1 : 0
  return [
    `${arn.before}${arn.name.slice(0, slash)}`,
    { says: 'name', text: arn.name.slice(slash), of: thing.id },
    ...after,
  ]
}
/** What AWS names by a whole ARN. */
const WHOLE: ReadonlySet<string> = new Set(['kms', 'secretsmanager'])

/** The drawn thing that an ARN is of; null where there is none, or several. */
function thingAt(
  names: PolicyNames,
  { service, region, account, before, name }: ReturnType<typeof readArn> & object,
): NamedThing | null {
  const all = service === 'sts' ? roleSessions(names, name) : (names.things.get(`${service} ${before}${name}`) ?? [])
  const fits = all.filter(
    (one) =>
      (/^(?:|\*)$/.test(region) || region === one.region) && (/^(?:|\*)$/.test(account) || account === one.account),
  )
  return fits.length === 1 ? fits[0]! : null
}

/** Sessions are named by the role alone, without its path. */
const roleSessions = (names: PolicyNames, name: string): readonly NamedThing[] =>
  [...names.things].flatMap(([key, things]) =>
    key.startsWith('iam role/') && key.slice(key.lastIndexOf('/')) === name ? things : [],
  )
