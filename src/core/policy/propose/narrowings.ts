import type { Statement } from '../document.ts'
import { conditionsAgainst, exceptionsFor, isAlike } from './conditionsAgainst.ts'
import type { ProposedCall } from './proposedCall.ts'

/** A value of a statement set anew: where in it, to what, and what that says. */
export interface Narrowing {
  readonly path: readonly string[]
  readonly value: unknown
  readonly words: string
}

/** The least changes by which a Deny leaves a call out: one more value of what it leaves out already, else one more condition. */
export function leavingOut({ actions, resources, conditions }: Statement, call: ProposedCall): readonly Narrowing[] {
  const found: Narrowing[] = []
  for (const { operator, key, values } of conditions) {
    const own = call.keys.get(key.toLowerCase())
    if (!NEGATED.test(operator) || own?.length !== 1) continue
    found.push({
      path: ['Condition', operator, key],
      value: [...values, own[0]!],
      words: `with ${key} ${own[0]} left out too`,
    })
  }
  if (resources?.not)
    found.push({
      path: ['NotResource'],
      value: [...resources.these, call.resource],
      words: `with ${call.resource} left out too`,
    })
  if (actions.not)
    found.push({
      path: ['NotAction'],
      value: [...actions.these, call.action],
      words: `with ${call.action} left out too`,
    })
  for (const { operator, key, values } of exceptionsFor(call)) {
    const isThere = conditions.some((one) => one.key.toLowerCase() === key.toLowerCase() && one.operator === operator)
    if (!isThere)
      found.push({ path: ['Condition', operator, key], value: values[0], words: `where ${key} is not ${values[0]}` })
  }
  return found
}
const NEGATED = /^(?:String|Arn)Not(?:Equals|Like)|^NotIpAddress/

/** Conditions by which an Allow lets others through and a call no more. */
export function keepingOut(
  { conditions }: Statement,
  call: ProposedCall,
  others: readonly ProposedCall[],
): readonly Narrowing[] {
  const alike = others.filter((one) => isAlike(call, one))
  return conditionsAgainst(call, alike).flatMap(({ operator, key, values }) => {
    const opposite = OPPOSITES[operator]
    if (
      opposite === undefined ||
      conditions.some((one) => one.operator === opposite && one.key.toLowerCase() === key.toLowerCase())
    )
      return []
    const value = values.length === 1 ? values[0] : values
    return [{ path: ['Condition', opposite, key], value, words: `only ${opposite} ${key} ${values.join(', ')}` }]
  })
}
const OPPOSITES: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  ArnNotEquals: 'ArnEquals',
  NotIpAddress: 'IpAddress',
}
