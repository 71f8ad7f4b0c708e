import { groupBy } from '../../../base/groupBy.ts'
import { isFields } from '../../fields.ts'
import { bag } from '../bag.ts'
import type { Instance, Scope, TerraformRoot } from '../terraformRoot.ts'
import { isKey, type Key, nameOfStep, parseTraversal, type Step, writeTraversal } from '../traversal.ts'
import { descend } from './descend.ts'

/** Something that an expression may take its value from: an instance, and the attribute that it asks for, where it says one. */
export interface Referent {
  readonly instance: Instance
  readonly rest: readonly Step[]
  /** Keys of the instance and of the modules on the way that the expression does not fix. */
  readonly keys: readonly Key[]
}

/** What an expression refers to. */
export interface Referents {
  readonly found: readonly Referent[]
  /** Values that are known. */
  readonly known: readonly unknown[]
  /** A part whose origin the file does not say: a local value, a value of `for_each`. */
  readonly isOpen: boolean
  /** The key of the instance told several apart. */
  readonly isByKey: boolean
}
const NOTHING: Referents = { found: [], known: [], isOpen: false, isByKey: false }
const OPEN: Referents = { ...NOTHING, isOpen: true }

/** Where an expression stands. */
interface At {
  readonly root: TerraformRoot
  readonly scope: Scope
  readonly key: Key | null
  /** `for_each` of the block that it stands in. */
  readonly forEach: unknown
}

/** Finds what expressions refer to, through modules in and out. */
export type FindReferents = (expression: unknown, at: At) => Referents

/** Deeper than any tree of modules. */
const DEEPEST = 60

/** `instances` are those that count; what an expression refers to is looked up among them. */
export function createFindReferents(instances: readonly Instance[]): FindReferents {
  const byRoot = groupBy(instances, ({ root }) => root)
  const byName = new Map(
    [...byRoot].map(([root, all]) => [
      root,
      groupBy(all, ({ scope, mode, type, name }) => nameIn(scope.address, mode, type, name)),
    ]),
  )
  const children = groupBy(
    [...byRoot.keys()].flatMap(({ scopes }) => [...scopes.values()]),
    ({ parent }) => parent,
  )
  const known = new WeakMap<object, Map<string, Referents>>()

  const find = (expression: unknown, at: At, depth: number): Referents => {
    if (!isFields(expression) || depth > DEEPEST) return OPEN
    const said = bag(expression)
    if ('constant_value' in said) return { ...NOTHING, known: [said.constant_value] }
    if (!Array.isArray(said.references)) return NOTHING
    const memory = known.get(expression) ?? new Map<string, Referents>()
    known.set(expression, memory)
    const name = `${at.scope.address} ${JSON.stringify(at.key)}`
    const before = memory.get(name)
    if (before) return before
    // what refers to itself has no origin that can be told
    memory.set(name, OPEN)
    const result = findAll(said.references, at, depth)
    memory.set(name, result)
    return result
  }

  function findAll(references: readonly unknown[], at: At, depth: number): Referents {
    const steps = withoutEchoes(references)
    const usesKey = steps.some(([first]) => ['count', 'each'].includes(nameOfStep(first) ?? ''))
    const parts = steps.map((one) => {
      const part = findOne(one, at, depth)
      if (!usesKey || at.key === null || part.found.length < 2) return part
      const ofKey = part.found.filter(({ keys }) => keys.includes(at.key!))
      return ofKey.length === 0 ? part : { ...part, found: ofKey, isByKey: true }
    })
    return {
      found: parts.flatMap(({ found }) => found),
      known: parts.flatMap((part) => part.known),
      isOpen: parts.some(({ isOpen }) => isOpen),
      isByKey: parts.some(({ isByKey }) => isByKey),
    }
  }

  function findOne(steps: readonly Step[], at: At, depth: number): Referents {
    const [first, second] = steps
    switch (nameOfStep(first)) {
      case 'count':
      case 'path':
      case 'terraform':
      case 'self':
        return NOTHING
      case 'local':
        return OPEN
      case 'each':
        if (nameOfStep(second) === 'key') return NOTHING
        return at.forEach === undefined
          ? OPEN
          : inside(find(at.forEach, { ...at, forEach: undefined }, depth + 1), steps.slice(2))
      case 'var':
        return findVariable(nameOfStep(second) ?? '', steps.slice(2), at, depth)
      case 'module':
        return findOutput(steps.slice(1), at, depth)
      case 'data':
        return findInstances('data', steps.slice(1), at)
      default:
        return findInstances('managed', steps, at)
    }
  }

  function findInstances(
    mode: Instance['mode'],
    [type, name, ...rest]: readonly Step[],
    { root, scope }: At,
  ): Referents {
    const all = byName.get(root)?.get(nameIn(scope.address, mode, nameOfStep(type) ?? '', nameOfStep(name) ?? '')) ?? []
    const [key] = rest
    const fixed = isKey(key) ? key.key : null
    const chosen = fixed === null ? all : all.filter((one) => one.key === fixed)
    const behind = fixed === null ? rest : rest.slice(1)
    return {
      ...NOTHING,
      found: chosen.map((instance) => ({
        instance,
        rest: behind,
        keys: fixed === null && instance.key !== null ? [instance.key] : [],
      })),
    }
  }

  function findVariable(name: string, rest: readonly Step[], at: At, depth: number): Referents {
    const { scope } = at
    const { parent, call } = scope
    if (!parent || call === null) {
      const said = at.root.variables.get(name)
      return said === undefined ? OPEN : { ...NOTHING, known: [descend(said, rest)] }
    }
    const made = bag(bag(parent.config?.module_calls)[call])
    const expression = bag(made.expressions)[name]
    if (expression === undefined) {
      const variable = bag(bag(scope.config?.variables)[name])
      return 'default' in variable
        ? { ...NOTHING, known: [descend(variable.default, rest)] }
        : scope.config
          ? NOTHING
          : OPEN
    }
    const above: At = { root: at.root, scope: parent, key: scope.key, forEach: made.for_each_expression }
    return inside(find(expression, above, depth + 1), rest)
  }

  function findOutput([name, ...behind]: readonly Step[], at: At, depth: number): Referents {
    const [key] = behind
    const fixed = isKey(key) ? key.key : null
    const [output, ...rest] = fixed === null ? behind : behind.slice(1)
    const all = (children.get(at.scope) ?? []).filter((one) => one.call === nameOfStep(name))
    const chosen = fixed === null ? all : all.filter((one) => one.key === fixed)
    const parts = chosen.flatMap((scope) => {
      const outputs = bag(scope.config?.outputs)
      // an index that is worked out hides which output was meant
      const names = output === undefined ? Object.keys(outputs) : [nameOfStep(output) ?? '']
      return names.map((one) => {
        const expression = bag(outputs[one]).expression
        const part =
          expression === undefined
            ? OPEN
            : find(expression, { root: at.root, scope, key: null, forEach: undefined }, depth + 1)
        const from = inside(part, rest)
        const own = fixed === null && scope.key !== null ? [scope.key] : []
        return { ...from, found: from.found.map((found) => ({ ...found, keys: [...own, ...found.keys] })) }
      })
    })
    // a module of which nothing is planned: what it gives is not here
    if (parts.length === 0) return scopeHasCall(at.scope, nameOfStep(name)) ? NOTHING : OPEN
    return {
      found: parts.flatMap(({ found }) => found),
      known: parts.flatMap((part) => part.known),
      isOpen: parts.some(({ isOpen }) => isOpen),
      isByKey: parts.some(({ isByKey }) => isByKey),
    }
  }
  return (expression, at) => find(expression, at, 0)
}

const scopeHasCall = (scope: Scope, name: string | null): boolean =>
  name !== null && isFields(bag(scope.config?.module_calls)[name])

const nameIn = (scope: string, mode: string, type: string, name: string): string => `${scope} ${mode} ${type}.${name}`

/** What lies inside of what was found: an item, an attribute. */
function inside(of: Referents, rest: readonly Step[]): Referents {
  const [first, ...more] = rest
  if (!first) return of
  const known = of.known.map((value) => descend(value, rest))
  if ('name' in first) {
    // of a whole resource an attribute; of an attribute that is an object nothing more is needed
    return {
      ...of,
      known,
      found: of.found.map((one) => (one.rest.length === 0 ? { ...one, rest } : one)),
    }
  }
  // one item of a list: where all are instances of one resource, or of modules of one call, the keys tell which
  const ofKey = of.found.filter(({ keys }) => keys.includes(first.key))
  const isOne =
    new Set(of.found.map(({ instance }) => `${instance.scope.parent?.address} ${instance.type}.${instance.name}`))
      .size === 1
  const found = isOne && ofKey.length > 0 ? ofKey.map(withoutKey(first.key)) : of.found
  return inside({ ...of, known, found, isByKey: of.isByKey || found !== of.found }, more)
}
const withoutKey =
  (key: Key) =>
  (one: Referent): Referent => ({ ...one, keys: one.keys.filter((own) => own !== key) })

/** Behind each reference Terraform lists the same with fewer and fewer steps: those say nothing more. Source: hashicorp/terraform, internal/command/jsonconfig/expression.go. */
function withoutEchoes(references: readonly unknown[]): readonly (readonly Step[])[] {
  const kept: (readonly Step[])[] = []
  let last = ''
  for (const one of references) {
    const steps = typeof one === 'string' ? parseTraversal(one) : null
    if (!steps) continue
    const written = writeTraversal(steps)
    const isEcho = last.length > written.length && last.startsWith(written) && /[.[]/.test(last[written.length]!)
    if (!isEcho) kept.push(steps)
    last = written
  }
  return kept
}
