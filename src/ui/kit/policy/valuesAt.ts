import type { PolicyUse } from '../../../core/model/index.ts'
import { CONDITION_KEYS, type ValueKind } from '../../../core/policy/write/index.ts'
import type { PolicyWord, PolicyWords } from '../../../core/topology/index.ts'
import type { AnswerOf } from '../../../engine/index.ts'

/** Something that may be written at a place. */
export interface Offer {
  readonly value: string
  readonly detail: string
  /** How it is written where it is no text. */
  readonly written?: string
}

/** What is known of the design and of AWS. */
export interface OfferedWords {
  readonly design: PolicyWords | null
  readonly actions: AnswerOf<'actionWords'> | null
}

/** Services that call by themselves, and that one lets in most. Source: IAM guide, AWS services that work with IAM. */
const CALLING_SERVICES = [
  'apigateway.amazonaws.com',
  'cloudfront.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'config.amazonaws.com',
  'delivery.logs.amazonaws.com',
  'ec2.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'events.amazonaws.com',
  'lambda.amazonaws.com',
  'logging.s3.amazonaws.com',
  'logs.amazonaws.com',
  's3.amazonaws.com',
  'sns.amazonaws.com',
  'sqs.amazonaws.com',
]

const plain = (value: string, detail = ''): Offer => ({ value, detail })
const offersOf = (words: readonly PolicyWord[] | undefined): readonly Offer[] =>
  (words ?? []).map(({ value, name }) => plain(value, name))

/** What may stand as a value, by the path inside of its statement. */
export function valuesAt(path: readonly (string | null)[], use: PolicyUse, words: OfferedWords): readonly Offer[] {
  const [first, second, third] = path
  if (first === null) return second === 'Version' ? [plain('2012-10-17', 'with variables'), plain('2008-10-17')] : []
  switch (first) {
    case 'Effect':
      return [plain('Allow'), plain('Deny')]
    case 'Action':
    case 'NotAction':
      return actionsAt(words)
    case 'Resource':
    case 'NotResource':
      return [plain('*', 'everything'), ...offersOf(words.design?.resources)]
    case 'Principal':
    case 'NotPrincipal':
      return second === undefined ? principalForms(use) : namesOf(second, words)
    case 'Condition':
      return third ? valuesOfKey(third, words) : []
    default:
      return []
  }
}

function actionsAt({ design, actions }: OfferedWords): readonly Offer[] {
  const own = design?.prefixes ?? []
  return [
    plain('*', 'everything'),
    ...own.map((prefix) => plain(`${prefix}:*`, 'everything of the service')),
    ...(actions?.actions ?? []).map(({ name, level }) => plain(name, level)),
    ...(actions?.services ?? []).map(([prefix, name]) => plain(`${prefix}:`, name)),
  ]
}

const principalForms = (use: PolicyUse): readonly Offer[] =>
  use === 'rcp'
    ? [plain('*', 'everybody')]
    : [
        plain('*', 'everybody'),
        { value: 'AWS', detail: 'accounts, roles, users', written: '{"AWS": ""}' },
        { value: 'Service', detail: 'services of AWS', written: '{"Service": ""}' },
      ]

function namesOf(kind: string | null, { design }: OfferedWords): readonly Offer[] {
  if (kind === 'Service') return CALLING_SERVICES.map((name) => plain(name))
  if (kind !== 'AWS') return []
  return [plain('*', 'everybody'), ...offersOf(design?.principals), ...offersOf(design?.accounts)]
}

function valuesOfKey(key: string, { design, actions }: OfferedWords): readonly Offer[] {
  const known = Object.entries(CONDITION_KEYS).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
  const type = actions?.keys.find(({ name }) => name.toLowerCase() === key.toLowerCase())?.type
  const kind: ValueKind = known ?? (type?.endsWith('Bool') ? 'boolean' : 'text')
  switch (kind) {
    case 'account':
      return offersOf(design?.accounts)
    case 'boolean':
      return [plain('true'), plain('false')]
    case 'endpoint':
      return offersOf(design?.endpoints)
    case 'organisation':
      return offersOf(design?.organisations)
    case 'principal':
      return offersOf(design?.principals)
    case 'region':
      return offersOf(design?.regions)
    case 'resource':
      return offersOf(design?.resources)
    case 'service':
      return CALLING_SERVICES.map((name) => plain(name))
    case 'vpc':
      return offersOf(design?.vpcs)
    case 'text':
      return []
  }
}
