import { createContext } from '../../import/cloudformation/evaluate/evaluateNode.ts'
import type { Frame } from '../../import/cloudformation/evaluate/frame.ts'
import { valueText } from '../../import/cloudformation/evaluate/valueText.ts'
import { isUnknown } from '../../import/cloudformation/isUnknown.ts'
import { memberOf } from '../../import/cloudformation/template/section.ts'
import { callOf, isItems } from '../items/value.ts'

/** Where a value comes from that a template does not say in its place. */
export type Origin =
  /** `index`: it is one of a list. */
  | { readonly kind: 'parameter'; readonly name: string; readonly index: number | null }
  | { readonly kind: 'mapping'; readonly name: string; readonly keys: readonly [string, string] }

/** Where the value of a node comes from; null where it stands there, or is made of several things. */
export function originOf(node: unknown, frame: Frame): Origin | null {
  const call = callOf(node)
  if (!call) return null
  const { name, argument } = call
  if (name === 'Ref') return parameter(argument, frame, null)
  if (name === 'Fn::Sub' && typeof argument === 'string')
    return parameter(/^\$\{(\w+)\}$/.exec(argument)?.[1], frame, null)
  if (name === 'Fn::Select' && isItems(argument)) {
    const list = callOf(argument[1])
    const index = Number(argument[0])
    return list?.name === 'Ref' && Number.isInteger(index) ? parameter(list.argument, frame, index) : null
  }
  if (name !== 'Fn::FindInMap' || !isItems(argument) || argument.length < 3) return null
  const [map, ...keys] = argument.slice(0, 3).map((one) => valueText(createContext(frame).evaluate(one)))
  if ([map, ...keys].some(isUnknown)) return null
  return { kind: 'mapping', name: map as string, keys: keys as unknown as [string, string] }
}

const parameter = (name: unknown, frame: Frame, index: number | null): Origin | null =>
  typeof name === 'string' && memberOf(frame.template.parameters, name) !== undefined
    ? { kind: 'parameter', name, index }
    : null
