import { appendAll } from '../base/appendAll.ts'
import { groupBy } from '../base/groupBy.ts'
import { sortedBy } from '../base/order.ts'
import { remember } from '../base/remember.ts'
import type { Design } from './design.ts'
import { constructKinds, definitions } from './kinds/definitions.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from './kinds/registry.ts'

/** The construct with that id, or null. */
export const constructAt = (design: Design, id: ConstructId): Construct | null =>
  Object.hasOwn(design.constructs, id) ? design.constructs[id]! : null

/** The construct with that id when it is of that kind, or null. */
export function constructOfKind<K extends ConstructKind>(
  design: Design,
  id: ConstructId,
  kind: K,
): ConstructOf<K> | null {
  const construct = constructAt(design, id)
  return construct?.kind === kind ? (construct as ConstructOf<K>) : null
}

const lists = new WeakMap<Design['constructs'], readonly Construct[]>()

/** All constructs, sorted by id. Sorted once per state of the design. */
export const listConstructs = (design: Design): readonly Construct[] =>
  remember(lists, design.constructs, () => sortedBy(Object.values(design.constructs), (construct) => construct.id))

const kindLists = new WeakMap<Design['constructs'], ReadonlyMap<ConstructKind, readonly Construct[]>>()

/** All constructs of one kind, sorted by id. Collected once per state of the design. */
export function listOfKind<K extends ConstructKind>(design: Design, kind: K): readonly ConstructOf<K>[] {
  const byKind = remember(kindLists, design.constructs, () => groupBy(listConstructs(design), (one) => one.kind))
  return (byKind.get(kind) ?? []) as readonly ConstructOf<K>[]
}

const parentPaths: ReadonlyMap<ConstructKind, readonly string[]> = new Map(
  constructKinds.map((kind) => [kind, definitions[kind].parent?.path.split(/[.[\]]+/) ?? []]),
)

/** The id that stands where the construct names its container, whether that one exists or not; null for kinds without one. */
export function parentReferenceOf(construct: Construct): ConstructId | null {
  const path = parentPaths.get(construct.kind)!
  if (path.length === 0) return null
  let value: unknown = construct
  for (const step of path) value = (value as Record<string, unknown> | undefined)?.[step]
  return typeof value === 'string' ? value : null
}

/** The container it lies in; null when it lies directly on the canvas, or names something that is not there or cannot hold it. */
export function parentOf(design: Design, id: ConstructId): ConstructId | null {
  const construct = constructAt(design, id)
  if (!construct) return null
  const to = parentReferenceOf(construct)
  const container = to === null ? null : constructAt(design, to)
  return container && definitions[construct.kind].parent!.kinds.includes(container.kind) ? container.id : null
}

const childrenIndexes = new WeakMap<Design['constructs'], ReadonlyMap<ConstructId | null, readonly ConstructId[]>>()

/** Container -> what lies directly in it, sorted by id; null = what lies directly on the canvas. Built once per state of the design. */
export function childrenIndex(design: Design): ReadonlyMap<ConstructId | null, readonly ConstructId[]> {
  const known = childrenIndexes.get(design.constructs)
  if (known) return known
  const index = new Map<ConstructId | null, ConstructId[]>()
  for (const { id } of listConstructs(design)) {
    const parent = parentOf(design, id)
    const siblings = index.get(parent)
    if (siblings) siblings.push(id)
    else index.set(parent, [id])
  }
  childrenIndexes.set(design.constructs, index)
  return index
}

/** The construct and everything inside it, containers before their content. */
export function subtreeOf(design: Design, id: ConstructId): readonly ConstructId[] {
  const index = childrenIndex(design)
  const found = [id]
  for (let i = 0; i < found.length; i++) appendAll(found, index.get(found[i]!) ?? [])
  return found
}

/** The container of that kind that the construct lies in, at any depth, or the construct itself when it is one. */
export function ancestorOf<K extends ConstructKind>(design: Design, id: ConstructId, kind: K): ConstructOf<K> | null {
  // Kinds contain only kinds further down, so this climbs at most as many levels as there are kinds.
  for (let at: ConstructId | null = id; at !== null; at = parentOf(design, at)) {
    const found = constructOfKind(design, at, kind)
    if (found) return found
  }
  return null
}

/** The Region, VPC, zone or subnet that a construct lies in (or is). */
export const regionOf = (design: Design, id: ConstructId) => ancestorOf(design, id, 'region')
export const vpcOf = (design: Design, id: ConstructId) => ancestorOf(design, id, 'vpc')
export const zoneOf = (design: Design, id: ConstructId) => ancestorOf(design, id, 'availability-zone')
export const subnetOf = (design: Design, id: ConstructId) => ancestorOf(design, id, 'subnet')
