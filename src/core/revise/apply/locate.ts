import { createContext } from '../../import/cloudformation/evaluate/evaluateNode.ts'
import { type Frame, NO_VALUE } from '../../import/cloudformation/evaluate/frame.ts'
import type { Evaluated } from '../../import/cloudformation/stack.ts'
import { callOf, isItems, isMembers, isSame, isUnknownValue } from '../items/value.ts'
import type { Path } from '../text/openText.ts'

/** Where something stands in a template, or how far the way there goes. */
export interface Place {
  /** In the text. */
  readonly path: Path
  readonly node: unknown
  /** Steps that are left: of members that are not there, or into what a function makes. */
  readonly rest: Path
  /** Whether what stands there is a function, which the rest of the way cannot go into. */
  readonly isMade: boolean
}

/** A step on the way: a member, the item of a list that comes to a value, or the one that comes at that place. */
export type Step = string | { readonly item: Evaluated } | { readonly at: number }

/** Goes down from a node; conditions are followed to what counts. null where a list has no such item. */
export function locate(start: Path, root: unknown, steps: readonly Step[], frame: Frame): Place | null {
  let path = start
  let node = root
  for (const [at, step] of steps.entries()) {
    ;({ path, node } = throughConditions(path, node, frame))
    const rest = () => steps.slice(at).map((one) => (typeof one === 'string' ? one : 0))
    if (callOf(node)) return { path, node, rest: rest(), isMade: true }
    if (typeof step === 'string') {
      if (node === undefined || node === null) return { path, node, rest: rest(), isMade: false }
      if (!isMembers(node)) return null
      if (!Object.hasOwn(node, step)) return { path, node, rest: rest(), isMade: false }
      path = [...path, step]
      node = node[step]
    } else if ('at' in step && step.at === 0 && isMembers(node)) {
      // one item without a list
    } else {
      if (!isItems(node)) return null
      const index =
        'at' in step ? placeOf(node, step.at, frame) : node.findIndex((one) => comesTo(one, step.item, frame))
      if (index < 0) return null
      path = [...path, index]
      node = node[index]
    }
  }
  return { ...throughConditions(path, node, frame), rest: [], isMade: false }
}

/** What a node is once its conditions are decided. */
function throughConditions(path: Path, node: unknown, frame: Frame): { path: Path; node: unknown } {
  const call = callOf(node)
  if (call?.name !== 'Fn::If' || !isItems(call.argument)) return { path, node }
  const decided = frame.condition(String(call.argument[0]))
  if (typeof decided !== 'boolean') return { path, node }
  const index = decided ? 1 : 2
  return throughConditions([...path, 'Fn::If', index], call.argument[index], frame)
}

/** Where the item stands that comes at a place once those without a value are left out. */
function placeOf(list: readonly unknown[], at: number, frame: Frame): number {
  let count = -1
  return list.findIndex((one) => createContext(frame).evaluate(one) !== NO_VALUE && ++count === at)
}

function comesTo(node: unknown, value: Evaluated, frame: Frame): boolean {
  const found = createContext(frame).evaluate(node)
  return found !== NO_VALUE && includes(found, value)
}

/** Whether one says all that the other says, as far as both say it. */
function includes(found: Evaluated, value: Evaluated): boolean {
  if (isMembers(found) && isMembers(value) && !isUnknownValue(found as Evaluated))
    return Object.entries(value).every(
      ([name, one]) => !(name in found) || includes(found[name] as Evaluated, one as Evaluated),
    )
  return isSame(found, value)
}
