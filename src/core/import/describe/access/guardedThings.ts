import { asText, type Value } from '../../fields.ts'
import { type Importing, skip } from '../../importing.ts'
import type { Entry } from '../../records.ts'
import { guardedArn } from './guardedArn.ts'
import { keepPolicy } from './keepPolicy.ts'

/** What carries a policy of its own, and what is known of it. */
export interface Guarded {
  readonly arn: string
  /** null: it has none; undefined: nobody said. */
  readonly policy: string | null | undefined
  readonly entry: Entry
}

/** Everything with a policy that the files tell of, by ARN. What was not asked for is not known, and not none. */
export function guardedThings(importing: Importing): ReadonlyMap<string, Guarded> {
  const found = new Map<string, Guarded>()
  const put = (arn: string, policy: string | null | undefined, entry: Entry) => {
    const before = found.get(arn)
    if (before?.policy === undefined || policy !== undefined) found.set(arn, { arn, policy, entry })
  }
  for (const [key, member] of ATTRIBUTES)
    for (const entry of importing.records(key)) {
      const arn = asText(entry.value[member])
      if (arn === null) skip(importing, entry, null, 'a record without an ARN')
      else put(arn, policyIn(importing, entry, arn, IS_WHOLE[key]!), entry)
    }
  for (const entry of importing.records('ResourcePolicies')) {
    const arn = guardedArn(importing, entry)
    if (arn === null)
      skip(importing, entry, null, 'the files do not say whose policy this is: put the ARN of its owner beside it')
    else put(arn, statedPolicy(importing, entry, arn), entry)
  }
  return found
}

/** Lists whose records have the policy among other things, and the member with the ARN. */
const ATTRIBUTES = [
  ['QueueAttributes', 'QueueArn'],
  ['TopicAttributes', 'TopicArn'],
  ['EventBuses', 'Arn'],
] as const

/**
 * What is there in any answer that would have had the policy, too: where that is there and a policy is not, there is none. Every topic has one.
 * Sources: SQS API, GetQueueAttributes; SNS API, GetTopicAttributes; EventBridge API, DescribeEventBus.
 */
const IS_WHOLE: Readonly<Record<string, string>> = {
  QueueAttributes: 'VisibilityTimeout',
  TopicAttributes: 'Policy',
  EventBuses: 'Name',
}

function policyIn(importing: Importing, entry: Entry, arn: string, whole: string): string | null | undefined {
  const { value } = entry
  if (isThere(value.Policy)) return keepPolicy(importing, value.Policy, arn, entry.place) ?? undefined
  // collect.sh writes what is not there as null
  return 'Policy' in value || whole in value ? null : undefined
}

/** An answer of a call for a policy: one without a policy says that there is none. */
function statedPolicy(importing: Importing, entry: Entry, arn: string): string | null | undefined {
  const { value } = entry
  const policy = ['Policy', 'PolicyText', 'ResourcePolicy'].map((name) => value[name]).find(isThere)
  return policy === undefined ? null : (keepPolicy(importing, policy, arn, entry.place) ?? undefined)
}

const isThere = (value: Value): boolean => value !== undefined && value !== null
