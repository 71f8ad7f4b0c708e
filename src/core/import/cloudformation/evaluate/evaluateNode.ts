import { transformIn } from '../functions/transformIn.ts'
import { unknown } from '../isUnknown.ts'
import type { Evaluated } from '../stack.ts'
import { expandLoops, isLoop } from './expandLoops.ts'
import { type Context, type Frame, NO_VALUE, type Value } from './frame.ts'
import { intrinsics } from './intrinsics.ts'
import { resolveReferences } from './resolveReferences.ts'

/** Works a value of a template out: functions, and all that is in lists and objects. */
export function evaluateNode(node: unknown, context: Context): Value {
  const { world } = context.frame
  if (typeof node === 'string') return resolveReferences(node, context)
  if (typeof node !== 'object' || node === null) return (node ?? null) as Evaluated
  if (!world.spend(1)) return unknown('the template comes to too many values')
  return world.deeper(() => evaluateObject(node, context)) ?? unknown('it goes through too many other values')
}

function evaluateObject(node: object, context: Context): Value {
  if (Array.isArray(node))
    return (node as readonly unknown[]).flatMap((item): Evaluated[] => {
      const value = context.evaluate(item)
      return value === NO_VALUE ? [] : [value]
    })
  const call = callIn(node)
  if (call) {
    const run = Object.hasOwn(intrinsics, call.name) ? intrinsics[call.name] : undefined
    const value = run ? run(call.argument, context) : unknown(`nothing here works ${call.name} out`)
    return typeof value === 'string' ? resolveReferences(value, context) : value
  }
  if ('Fn::Transform' in node) return unknown(`${transformIn(node['Fn::Transform'])} makes a part of it`)
  const members = expandLoops(node as Readonly<Record<string, unknown>>, context)
  if (typeof members === 'string') return unknown(members)
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, item]) => {
      const value = context.evaluate(item)
      return value === NO_VALUE ? [] : [[name, value as Evaluated]]
    }),
  )
}

/** The function that an object stands for. */
function callIn(node: object): { readonly name: string; readonly argument: unknown } | null {
  const [entry, ...more] = Object.entries(node) as [string, unknown][]
  if (!entry || more.length > 0) return null
  const [name, argument] = entry
  return name === 'Ref' || (name.startsWith('Fn::') && !isLoop(name)) ? { name, argument } : null
}

/** Where values of a stack are worked out. */
export function createContext(frame: Frame, { physical = false, wild = false } = {}): Context {
  const context: Context = {
    frame,
    physical,
    wild,
    evaluate: (node) => evaluateNode(node, context),
    with: (change) => createContext(change.frame ?? frame, { physical, wild: change.wild ?? wild }),
  }
  return context
}
