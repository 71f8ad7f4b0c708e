import { arnParts } from '../../../policy/language/arnParts.ts'
import { readPolicy } from '../../../policy/read/readPolicy.ts'
import { partitionOf } from '../../cloudformation/partitionOf.ts'
import { asText } from '../../fields.ts'
import { type Importing, note, once } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { policyOf } from '../policyOf.ts'

/** Members by which tools that keep an answer beside its call say whose policy it is. */
const BY_NAME: readonly (readonly [member: string, service: string, what: string])[] = [
  ['KeyId', 'kms', 'key/'],
  ['FunctionName', 'lambda', 'function:'],
  ['TableName', 'dynamodb', 'table/'],
  ['RepositoryName', 'ecr', 'repository/'],
  ['EventBusName', 'events', 'event-bus/'],
]
const ARNS = [
  'ResourceArn',
  'ARN',
  'Arn',
  'KeyArn',
  'TopicArn',
  'QueueArn',
  'FunctionArn',
  'TableArn',
  'AccessPointArn',
]

/** Whose a policy is that a call of its own printed: what stands beside it says so, else the policy itself, where AWS makes every statement name its resource. */
export function guardedArn(importing: Importing, entry: Entry): string | null {
  const { value, region, account } = entry
  for (const member of ARNS) {
    const arn = member in value ? asText(value[member]) : null
    if (arn?.startsWith('arn:')) return arn
  }
  const bucket = 'Bucket' in value ? asText(value.Bucket) : null
  if (bucket !== null) return `arn:${partitionOf(region ?? '').name}:s3:::${bucket}`
  for (const [member, service, what] of BY_NAME) {
    const name = member in value ? asText(value[member]) : null
    if (name?.startsWith('arn:')) return name
    if (name !== null && region !== null && account !== null)
      return `arn:${partitionOf(region).name}:${service}:${region}:${account}:${what}${name}`
  }
  return namedInside(importing, entry)
}

/** Services whose policies name the resource that they stand on, and no other. Sources: S3, SQS, SNS, Lambda and DynamoDB guides, resource-based policies. */
const NAMES_ITSELF = new Set(['s3', 'sqs', 'sns', 'lambda', 'dynamodb'])

function namedInside(importing: Importing, { value, place }: Entry): string | null {
  const text = policyOf(value.Policy)
  if (text === null) return null
  const found = once(importing, `resources of ${text}`, () => {
    const read = readPolicy(text, 'resource')
    if (!read.ok) return null
    const named = new Set(
      read.document.statements.flatMap(({ resources }) =>
        resources === null || resources.not ? [null] : resources.these.map(itself),
      ),
    )
    const [only = null] = named
    return named.size === 1 ? only : null
  })
  if (found !== null) note(importing, 'assumed', `${found}: of a policy only its own statements say whose it is`, place)
  return found
}

/** The thing that a Resource is of: a bucket for its objects, a table for its indexes, a function for its versions; null where that is no one thing. */
function itself(resource: string): string | null {
  const parts = arnParts(resource)
  if (parts === null || !NAMES_ITSELF.has(parts[2]!)) return null
  const [head, what] = [parts.slice(0, 5).join(':'), parts[5]!]
  const name =
    parts[2] === 's3'
      ? (/^accesspoint\/[^/]+/.exec(what)?.[0] ?? what.split('/')[0]!)
      : parts[2] === 'lambda'
        ? what.split(':').slice(0, 2).join(':')
        : parts[2] === 'dynamodb'
          ? what.split('/').slice(0, 2).join('/')
          : what
  return /[*?$]/.test(name) ? null : `${head}:${name}`
}
