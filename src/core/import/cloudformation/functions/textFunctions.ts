import { strToU8 } from 'fflate'
import { toBase64 } from '../../../base/base64.ts'
import type { Context, Intrinsic, Value } from '../evaluate/frame.ts'
import { valueList, valueText } from '../evaluate/valueText.ts'
import { isUnknown, reasonIn, unknown, whatOf } from '../isUnknown.ts'
import type { Unknown } from '../stack.ts'
import { asArguments } from './decisions.ts'
import { refer } from './references.ts'

/** What makes texts of texts, and takes lists apart. */
export const textFunctions: Readonly<Record<string, Intrinsic>> = {
  'Fn::Base64': (argument, context) => mapText(context.evaluate(argument), (text) => toBase64(strToU8(text))),
  'Fn::Join': (argument, context) => {
    const [between, list] = asArguments(argument)
    const delimiter = valueText(context.evaluate(between))
    if (isUnknown(delimiter)) return delimiter
    const items = valueList(context.evaluate(list))
    if (isUnknown(items)) return items
    const texts = items.map(valueText)
    const lacking = texts.find(isUnknown)
    return lacking ?? texts.join(delimiter)
  },
  'Fn::Split': (argument, context) => {
    const [between, text] = asArguments(argument)
    const delimiter = valueText(context.evaluate(between))
    if (isUnknown(delimiter)) return delimiter
    return mapText(context.evaluate(text), (whole) => (delimiter === '' ? [whole] : whole.split(delimiter)))
  },
  'Fn::Select': (argument, context) => {
    const [at, list] = asArguments(argument)
    const index = valueText(context.evaluate(at))
    if (isUnknown(index)) return index
    const items = valueList(context.evaluate(list))
    if (isUnknown(items)) return unknown(items.unknown, `item ${index} of ${whatOf(items)}`)
    const found = /^\d+$/.test(index) ? items[Number(index)] : undefined
    return found ?? unknown(`Fn::Select asks for item ${index} of a list of ${items.length}`)
  },
  'Fn::Sub': (argument, context) => {
    const [text, variables] = asArguments(argument)
    return substitute(text, variables, context)
  },
  'Fn::Length': (argument, context) => {
    const items = valueList(context.evaluate(argument))
    return isUnknown(items) ? items : items.length
  },
  'Fn::ToJsonString': (argument, context) => {
    const value = context.evaluate(argument)
    const reason = reasonIn(value)
    return reason === null ? JSON.stringify(value) : unknown(reason)
  },
}

function mapText<T extends Value>(value: Value, make: (text: string) => T): T | Unknown {
  const text = valueText(value)
  return isUnknown(text) ? text : make(text)
}

/** `${Name}`, `${Name.Attribute}`, and `${!Literal}` as it is. */
function substitute(text: unknown, variables: unknown, context: Context): Value {
  if (typeof text !== 'string') return unknown('Fn::Sub needs a text')
  const own = (typeof variables === 'object' && variables !== null ? variables : {}) as Readonly<
    Record<string, unknown>
  >
  let lacking: Unknown | null = null
  const filled = text.replace(/\$\{([^{}]*)\}/g, (whole, inside: string) => {
    if (inside.startsWith('!')) return `\${${inside.slice(1)}}`
    const name = inside.trim()
    const value = Object.hasOwn(own, name) ? context.evaluate(own[name]) : refer(name, context)
    const part = valueText(value)
    if (!isUnknown(part)) return part
    lacking ??= part
    return whole
  })
  return lacking ?? filled
}
