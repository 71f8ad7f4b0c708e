import { createContext } from '../../import/cloudformation/evaluate/evaluateNode.ts'
import { type Frame, NO_VALUE } from '../../import/cloudformation/evaluate/frame.ts'
import { isUnknown } from '../../import/cloudformation/isUnknown.ts'
import type { Plain } from '../text/writeValue.ts'
import { callOf, isItems, isMembers } from './value.ts'

/** Of what `AWS::NoValue` stands for. */
const GONE = Symbol('gone')
type Simple = Plain | typeof GONE

/**
 * A value of an exported template as another template can say it: parameters, conditions and maps of the export are worked out; names of resources
 * and of AWS’s own stay. `given` are parameters that stand for resources of other stacks.
 */
export function simplify(node: unknown, frame: Frame, given: ReadonlySet<string>): Plain {
  const value = simple(node, frame, given)
  return value === GONE ? null : value
}

function simple(node: unknown, frame: Frame, given: ReadonlySet<string>): Simple {
  const inside = (one: unknown) => simple(one, frame, given)
  if (isItems(node)) return node.map(inside).filter((one): one is Plain => one !== GONE)
  if (!isMembers(node)) return (node ?? null) as Plain
  const call = callOf(node)
  if (!call) return members(node, inside)
  const { name, argument } = call
  if (name === 'Ref' && argument === 'AWS::NoValue') return GONE
  if (name === 'Fn::If' && isItems(argument)) {
    const [condition, yes, no] = argument
    return inside(frame.condition(String(condition)) === false ? no : yes)
  }
  if (name === 'Fn::Sub' && typeof argument === 'string') return inText(argument, frame, given)
  if (namesOf(node).every((one) => isValue(one, frame, given))) {
    const value = createContext(frame).evaluate(node)
    if (value === NO_VALUE) return GONE
    if (!isUnknown(value)) return value as Plain
  }
  return name === 'Ref' || name === 'Fn::GetAtt' ? node : members(node, inside)
}

const members = (node: Readonly<Record<string, unknown>>, inside: (one: unknown) => Simple): Plain =>
  Object.fromEntries(
    Object.entries(node).flatMap(([name, one]): [string, Plain][] => {
      const value = inside(one)
      return value === GONE ? [] : [[name, value]]
    }),
  )

const isValue = (name: string, { template }: Frame, given: ReadonlySet<string>): boolean =>
  Object.hasOwn(template.parameters, name) && !given.has(name)

const VARIABLE = /\$\{(!?)([^}]*)\}/g

/** A text with its parameters written out. */
function inText(text: string, frame: Frame, given: ReadonlySet<string>): Plain {
  const context = createContext(frame)
  const written = text.replace(VARIABLE, (whole, mark: string, name: string) => {
    if (mark !== '' || !isValue(name, frame, given)) return whole
    const value = frame.parameter(name, context)
    return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll('${', '${!') : whole
  })
  return [...written.matchAll(VARIABLE)].every(([, mark]) => mark === '!')
    ? written.replace(VARIABLE, (_, __, name: string) => `\${${name}}`)
    : { 'Fn::Sub': written }
}

/** Names in a value that are of the template or of AWS: of resources, parameters, pseudo-parameters, each without its attribute. */
export function namesOf(node: unknown): readonly string[] {
  if (isItems(node)) return node.flatMap(namesOf)
  if (!isMembers(node)) return []
  const call = callOf(node)
  if (call?.name === 'Ref') return [String(call.argument)]
  if (call?.name === 'Fn::GetAtt')
    return [String(isItems(call.argument) ? call.argument[0] : call.argument).split('.')[0]!]
  if (call?.name === 'Fn::Sub') {
    const [pattern, own] = isItems(call.argument) ? call.argument : [call.argument]
    const names = [...String(pattern).matchAll(VARIABLE)].flatMap(([, mark, name]) => (mark === '' ? [name!] : []))
    const free = names.filter((one) => !(isMembers(own) && Object.hasOwn(own, one)))
    return [...free.map((one) => (one.startsWith('AWS::') ? one : one.split('.')[0]!)), ...namesOf(own)]
  }
  const inner = Object.values(node).flatMap(namesOf)
  return call?.name === 'Fn::GetAZs' ? [...inner, 'AWS::Region'] : inner
}
