import { type DatedLimits, type LimitId, limitsAsOf } from '../../aws/datedLimits.ts'
import type { Context } from '../../policy/language/context.ts'
import type { Policies } from '../../policy/layers/policies.ts'

/** Condition keys that were not there while a limit held. Dates and sources: `core/aws/datedLimits.ts`. */
const MISSING: readonly (readonly [LimitId, RegExp])[] = [
  ['three-endpoint-condition-keys', /^aws:(?:vpceaccount|vpceorgid|vpceorgpaths|sourcevpcarn)$/],
  ['no-source-vpc-arn-key', /^aws:sourcevpcarn$/],
  ['no-organisation-keys', /^aws:principalorg(?:id|paths)$/],
  ['no-keys-of-service-calls', /^aws:(?:viaawsservice|calledvia.*|principalisawsservice|principalservicename)$/],
  ['no-resource-keys', /^aws:resource(?:account|orgid|orgpaths)$/],
]

/** The keys that a call carried by the rules of a day; those that the request says itself stay. */
export function keysAsOf(rulesAsOf: string, context: Context, given: Readonly<Record<string, unknown>>): Context {
  if (rulesAsOf === 'latest') return context
  const limits = limitsAsOf(rulesAsOf)
  const missing = MISSING.flatMap(([id, keys]) => (limits.has(id) ? [keys] : []))
  const said = new Set(Object.keys(given).map((key) => key.toLowerCase()))
  return new Map([...context].filter(([key]) => said.has(key) || !missing.some((keys) => keys.test(key))))
}

const FIVE = new Set(['s3', 'sts', 'kms', 'sqs', 'secretsmanager'])

/** The policies that bore on a call by the rules of a day. */
export function policiesAsOf(rulesAsOf: string, policies: Policies, action: string): Policies {
  if (rulesAsOf === 'latest' || policies.rcps.length === 0) return policies
  const limits: DatedLimits = limitsAsOf(rulesAsOf)
  const isReached = FIVE.has(action.slice(0, action.indexOf(':')).toLowerCase())
  return limits.has('resource-control-of-five-services') && !isReached ? { ...policies, rcps: [] } : policies
}
