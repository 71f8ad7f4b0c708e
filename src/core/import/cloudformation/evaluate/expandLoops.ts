import { isUnknown } from '../isUnknown.ts'
import { isSection } from '../template/section.ts'
import type { Context } from './frame.ts'
import { valueList, valueText } from './valueText.ts'

type Members = Readonly<Record<string, unknown>>

export const isLoop = (name: string): boolean => name.startsWith('Fn::ForEach::')

/**
 * The members of an object, those that `Fn::ForEach` makes among them; why that cannot be told, as a clause. Source: AWS CloudFormation Template
 * Reference, Fn::ForEach: identifiers stand as `${X}`, as `&{X}` without what ids may not have, and as `{"Ref": "X"}`.
 */
export function expandLoops(members: Members, context: Context): Members | string {
  if (!Object.keys(members).some(isLoop)) return members
  const expanded: [string, unknown][] = []
  for (const [name, node] of Object.entries(members)) {
    if (!isLoop(name)) {
      expanded.push([name, node])
      continue
    }
    const [identifier, collection, body] = Array.isArray(node) ? (node as readonly unknown[]) : []
    if (typeof identifier !== 'string' || !isSection(body))
      return `${name} needs a name, a list and an object of what is repeated`
    const values = valueList(context.evaluate(collection))
    if (isUnknown(values)) return `${name} repeats for a list that is not known: ${values.unknown}`
    if (values.length === 0)
      context.frame.tell('unused', `${name}: it repeats for an empty list, and makes nothing`, null)
    for (const value of values) {
      const text = valueText(value)
      if (isUnknown(text)) return `${name} repeats for what is not known: ${text.unknown}`
      const once = context.frame.world.repeat() ? replaceIn(body, identifier, text, context) : null
      if (once === null) return `${name} comes to too many values`
      const inner = expandLoops(once as Members, context)
      if (typeof inner === 'string') return inner
      for (const entry of Object.entries(inner)) expanded.push(entry)
    }
  }
  return Object.fromEntries(expanded)
}

/** A copy in which the identifier is the value; null where that is too much. */
function replaceIn(node: unknown, identifier: string, value: string, context: Context): unknown {
  const bare = value.replace(/[^A-Za-z0-9]/g, '')
  const inText = (text: string) => text.replaceAll(`\${${identifier}}`, value).replaceAll(`&{${identifier}}`, bare)
  let isTooMuch = false
  const copy = (one: unknown): unknown => {
    if (typeof one === 'string') return inText(one)
    if (typeof one !== 'object' || one === null) return one
    if (!context.frame.world.spend(1)) isTooMuch = true
    if (isTooMuch) return null
    if (Array.isArray(one)) return one.map(copy)
    const entries = Object.entries(one)
    if (entries.length === 1 && entries[0]![0] === 'Ref' && entries[0]![1] === identifier) return value
    return Object.fromEntries(entries.map(([name, item]) => [inText(name), copy(item)]))
  }
  const result = copy(node)
  return isTooMuch ? null : result
}
