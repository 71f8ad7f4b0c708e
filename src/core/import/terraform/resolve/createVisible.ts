import { groupBy } from '../../../base/groupBy.ts'
import { bag } from '../bag.ts'
import type { Instance, Scope } from '../terraformRoot.ts'
import type { Key } from '../traversal.ts'
import type { FindReferents } from './findReferents.ts'
import type { World } from './world.ts'

/**
 * Instances of these types that something in a module may name by a local value: those of the module, what is handed into it, and what its own modules hand out;
 * those alone of which the id is known only after the apply. With a key, of several of one resource the one that has it.
 */
export function createVisible(
  world: World,
  findReferents: FindReferents,
): (scope: Scope, types: readonly string[], key: Key | null) => readonly Instance[] {
  const memory = new Map<Scope, readonly Instance[]>()
  const byScope = groupBy(world.instances, ({ scope }) => scope)
  const rootOf = (scope: Scope) => world.roots.find(({ scopes }) => scopes.get(scope.address) === scope)

  function allIn(scope: Scope): readonly Instance[] {
    const known = memory.get(scope)
    if (known) return known
    const found = new Set(byScope.get(scope) ?? [])
    const root = rootOf(scope)
    if (root) {
      const look = (expression: unknown, at: Scope, key: Key | null, forEach: unknown) => {
        for (const { instance } of findReferents(expression, { root, scope: at, key, forEach }).found)
          found.add(instance)
      }
      if (scope.parent && scope.call !== null) {
        const call = bag(bag(scope.parent.config?.module_calls)[scope.call])
        for (const one of Object.values(bag(call.expressions)))
          look(one, scope.parent, scope.key, call.for_each_expression)
      }
      for (const child of root.scopes.values())
        if (child.parent === scope)
          for (const one of Object.values(bag(child.config?.outputs))) look(bag(one).expression, child, null, undefined)
    }
    const all = [...found]
    memory.set(scope, all)
    return all
  }

  return (scope, types, key) => {
    const open = allIn(scope).filter(({ type, values }) => types.includes(type) && typeof values.id !== 'string')
    const ofKey = key === null ? [] : open.filter((one) => one.key === key)
    const isOne =
      new Set(open.map(({ scope: at, mode, name, type }) => `${at.address} ${mode} ${type}.${name}`)).size === 1
    return isOne && ofKey.length === 1 ? ofKey : open
  }
}
