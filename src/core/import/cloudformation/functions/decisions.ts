import type { Context, Intrinsic, Value } from '../evaluate/frame.ts'
import { keyOf, sameValue, valueList } from '../evaluate/valueText.ts'
import { isUnknown, unknown } from '../isUnknown.ts'
import type { Unknown } from '../stack.ts'

/** Conditions, and what hangs on them. */
export const decisions: Readonly<Record<string, Intrinsic>> = {
  'Fn::And': (argument, context) => combine(argument, context, false),
  'Fn::Or': (argument, context) => combine(argument, context, true),
  'Fn::Not': (argument, context) => {
    const [one] = asArguments(argument)
    const value = decide(one, context)
    return isUnknown(value) ? value : !value
  },
  'Fn::Equals': (argument, context) => {
    const [left, right, ...more] = asArguments(argument)
    if (right === undefined || more.length > 0) return unknown('Fn::Equals needs two values')
    return sameValue(context.evaluate(left), context.evaluate(right))
  },
  'Fn::Contains': (argument, context) => compareMembers(argument, context, true),
  'Fn::EachMemberEquals': (argument, context) => compareMembers(argument, context, false),
  'Fn::EachMemberIn': (argument, context) => {
    const [list, among] = asArguments(argument)
    const items = valueList(context.evaluate(list))
    const allowed = valueList(context.evaluate(among))
    if (isUnknown(items)) return items
    if (isUnknown(allowed)) return allowed
    const isAmong = (item: Value) =>
      combineAnswers(
        allowed.map((one) => sameValue(one, item)),
        true,
      )
    return combineAnswers(items.map(isAmong), false)
  },
  'Fn::If': (argument, context): Value => {
    const [condition, yes, no] = asArguments(argument)
    if (no === undefined) return unknown('Fn::If needs a condition and two values')
    const decision = decide(typeof condition === 'string' ? { Condition: condition } : condition, context)
    if (!isUnknown(decision)) return context.evaluate(decision ? yes : no)
    const either = context.evaluate(yes)
    const or = context.evaluate(no)
    return keyOf(either) === keyOf(or) ? either : decision
  },
}

/** The answer that decides where there is one, else the other; unknown where one that could decide is. */
const combineAnswers = (answers: readonly (boolean | Unknown)[], decides: boolean): boolean | Unknown =>
  answers.includes(decides) ? decides : (answers.find(isUnknown) ?? !decides)

/** Whether one member of a list, or each of them, is a value. */
function compareMembers(argument: unknown, context: Context, decides: boolean): boolean | Unknown {
  const [list, wanted] = asArguments(argument)
  const value = context.evaluate(wanted)
  const items = valueList(context.evaluate(list))
  if (isUnknown(items)) return items
  return combineAnswers(
    items.map((item) => sameValue(item, value)),
    decides,
  )
}

/** `Fn::And` and `Fn::Or`. */
function combine(argument: unknown, context: Context, decides: boolean): boolean | Unknown {
  return combineAnswers(
    asArguments(argument).map((one) => decide(one, context)),
    decides,
  )
}

/** Whether a condition holds. */
export function decide(node: unknown, context: Context): boolean | Unknown {
  const named = typeof node === 'object' && node !== null && 'Condition' in node ? node.Condition : null
  if (typeof named === 'string') return context.frame.condition(named)
  const value = context.evaluate(node)
  if (isUnknown(value)) return value
  const text = String(value).toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : unknown('it is no condition')
}

/** What a function is given, as a list. */
export const asArguments = (argument: unknown): readonly unknown[] => (Array.isArray(argument) ? argument : [argument])
