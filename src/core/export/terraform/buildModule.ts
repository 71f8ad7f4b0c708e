import { ownTags } from '../aws/tags.ts'
import { ownerIn } from '../plan/existing.ts'
import type { Part, PartKey, PartName } from '../plan/part.ts'
import { nameOf, type StackPlan } from '../plan/planExport.ts'
import type { Asked, Asking } from './asked.ts'
import { type Body, codeOf, type Value, variable } from './expression.ts'
import { identifierOf } from './identifierOf.ts'
import { existingName, listAddress } from './knownOf.ts'
import type { Module } from './module.ts'
import { referencesIn } from './referencesIn.ts'
import { followRegion, resolveBody, resolveValue } from './resolveValue.ts'
import { printPart } from './resources.ts'
import { waitsOf } from './waitsOf.ts'

/** A resource of a module as it is written. */
export interface BuiltResource {
  readonly part: Part
  readonly asked: Asked
  readonly name: string
  readonly address: string
  readonly body: Body
  /** Addresses that it comes after, beside those that it names. */
  readonly after: readonly string[]
  /** What it is left out with where that exists. */
  readonly owner: PartKey | null
}
/** A module in its parts, and which of its resources wait for variables that others fill. */
export interface BuiltModule {
  readonly stack: StackPlan
  readonly module: Module
  readonly resources: readonly BuiltResource[]
  /** Sources of data: address -> body. */
  readonly data: ReadonlyMap<string, Body>
  readonly given: ReadonlyMap<string, Asking>
  /** Address of a resource -> variables that it waits for, sorted. */
  readonly waits: ReadonlyMap<string, readonly string[]>
  /** Address of a resource that is left out where something exists -> the variable that says so. */
  readonly left: ReadonlyMap<string, string>
  /** What everything is tagged with: the deployment, and the person's own. */
  readonly tags: Value
  /** Names of variables in use. */
  readonly variables: ReadonlySet<string>
}

/** What is made in one account and Region, in order of creation. */
export function buildModule(stack: StackPlan): BuiltModule {
  const printed = stack.parts.flatMap((part) => printPart(part, stack).map((asked) => ({ part, asked })))
  const named = printed.map(({ part, asked }) => {
    const own = identifierOf(nameOf(stack, part.key))
    const name = asked.suffix === undefined ? own : `${own}__${asked.suffix.toLowerCase()}`
    return { part, asked, name, address: `${asked.type}.${name}` }
  })
  const addresses = new Map<PartKey, string[]>()
  for (const { part, address } of named) addresses.set(part.key, [...(addresses.get(part.key) ?? []), address])
  const module: Module = { stack, addresses, given: new Map(), there: new Map(), locals: new Map(), owner: null }
  const bodies = named.map((one) => {
    const owner = ownerIn(stack, one.part)
    return { ...one, owner, body: resolveBody({ ...module, owner }, one.asked.body) }
  })
  const uses = new Map(bodies.map(({ address, body }) => [address, referencesIn(body)]))
  const comesAfter = afterOf(module, bodies, uses)
  const resources = bodies.map((one) => ({ ...one, after: comesAfter.get(one.address)! }))
  const tags = resolveValue(module, {
    'hopwise:design': codeOf(variable('deployment')),
    ...Object.fromEntries(ownTags(stack.naming)),
  })
  const all = [...uses.values(), referencesIn({ tags })]
  const data = new Map<string, Body>(
    [...stack.managedLists].map(([key, listName]) => [
      listAddress(stack, key),
      { name: followRegion(stack, listName) },
    ]),
  )
  if (all.some((one) => one.resources.has(PARTITION))) data.set(PARTITION, {})
  const inData = [...data.values()].map(referencesIn)
  return {
    stack,
    module,
    resources,
    data: new Map([...data].filter(([address]) => all.some((one) => one.resources.has(address)))),
    given: module.given,
    tags,
    left: new Map(
      bodies.flatMap(({ address, owner }) => (owner === null ? [] : [[address, existingName(stack, owner)] as const])),
    ),
    waits: waitsOf(uses, new Set(module.given.keys())),
    variables: new Set([...all, ...inData].flatMap((one) => [...one.variables])),
  }
}

const PARTITION = 'data.aws_partition.current'

/** What each resource has to say that it comes after: what it needs and reaches by no reference. */
function afterOf(
  { stack, addresses }: Module,
  resources: readonly { readonly part: Part; readonly asked: Asked; readonly address: string }[],
  uses: ReadonlyMap<string, { readonly resources: ReadonlySet<string> }>,
): ReadonlyMap<string, readonly string[]> {
  /** The resources that stand for a part: those of its needs where it has none. */
  const standFor = (key: PartKey, seen = new Set<PartKey>()): readonly string[] => {
    const own = addresses.get(key)
    if (own || seen.has(key)) return own ?? []
    seen.add(key)
    return (stack.byKey.get(key)?.needs ?? []).flatMap((need) => standFor(need, seen))
  }
  const after = new Map<string, readonly string[]>()
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (address: string): ReadonlySet<string> => {
    const known = reached.get(address)
    if (known) return known
    const found = new Set<string>()
    reached.set(address, found)
    for (const next of [...(uses.get(address)?.resources ?? []), ...(after.get(address) ?? [])]) {
      found.add(next)
      for (const one of reach(next)) found.add(one)
    }
    return found
  }
  for (const { part, asked, address } of resources) {
    const own = addresses.get(part.key)!
    const needs = part.needs.filter((key) => !asked.spares?.includes(key))
    const wanted = [...new Set([...needs, ...(asked.after ?? [])].flatMap((key) => standFor(key)))]
    const named = [...(uses.get(address)?.resources ?? [])]
    const others = wanted.filter(
      (one) => !own.includes(one) && !named.some((next) => next === one || reach(next).has(one)),
    )
    const rest = others.filter((one) => !others.some((other) => other !== one && reach(other).has(one)))
    after.set(address, rest.sort())
  }
  return after
}

export const partNamesOf = (stacks: readonly StackPlan[]): ReadonlyMap<PartKey, PartName> =>
  new Map(stacks.flatMap(({ parts }) => parts.map(({ key, name }) => [key, name] as const)))
