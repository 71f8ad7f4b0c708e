import { isMetByAbsence } from '../conditions/compileCondition.ts'
import type { Named, PolicyDocument, Principals, Statement } from '../document.ts'
import { type Context, UNKNOWN } from '../language/context.ts'
import { variablesIn } from '../language/template.ts'
import { both, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import { namesEverybody } from '../namesEverybody.ts'
import { compileStatement } from './compileStatement.ts'

/**
 * Whether a statement denies people an action on a resource because their requests carry none of `keys`. Open where it spares somebody, by a
 * condition on another key or by `NotPrincipal`: who asks, and what else a request carries, nobody knows.
 */
export function deniesWithout(
  statement: Statement,
  { version }: Pick<PolicyDocument, 'version'>,
  keys: ReadonlySet<string>,
  { action, resource }: { readonly action: string; readonly resource: string },
): Ternary {
  const { effect, principals, resources, conditions } = statement
  if (effect !== 'Deny' || !conditions.some((one) => keys.has(one.key.toLowerCase()) && isMetByAbsence(one))) return NO
  const read = [
    ...conditions.flatMap(({ key, values }) => [key, ...variablesIn(values, version)]),
    ...variablesIn(resources?.these ?? [], version),
  ].map((key) => key.toLowerCase())
  const context: Context = new Map(read.flatMap((key) => (keys.has(key) ? [] : [[key, UNKNOWN] as const])))
  const { match } = compileStatement({ ...statement, principals: null }, 0, version, { gateway: false })
  const call = { action: action.toLowerCase(), resource, principal: ANYBODY, bounded: false, context }
  return both(principals ? meansPeople(principals) : YES, match(call))
}

const ANYBODY = { kind: 'anonymous' } as const
/** An account is all who are in it. Source: IAM guide, JSON policy elements, Principal, AWS account principals. */
const ACCOUNT = /^\d{12}$|:root$/

function meansPeople({ not, these }: Named<Principals>): Ternary {
  if (not) return MAYBE
  if (namesEverybody(these)) return YES
  return these !== '*' && these.AWS?.some((one) => ACCOUNT.test(one)) ? MAYBE : NO
}
