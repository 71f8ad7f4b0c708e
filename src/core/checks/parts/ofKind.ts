import { type Construct, type ConstructKind, type ConstructOf, type Design, listConstructs } from '../../model/index.ts'

const lists = new WeakMap<Design['constructs'], readonly Construct[]>()
const indexes = new WeakMap<Design['constructs'], ReadonlyMap<ConstructKind, readonly Construct[]>>()

/** All constructs, sorted by id: sorted once for all checks that ask. */
export function everyConstruct(design: Design): readonly Construct[] {
  let list = lists.get(design.constructs)
  if (!list) {
    list = listConstructs(design)
    lists.set(design.constructs, list)
  }
  return list
}

/** All constructs of one kind, sorted by id: sorted once for the dozens of checks that ask. */
export function ofKind<K extends ConstructKind>(design: Design, kind: K): readonly ConstructOf<K>[] {
  let index = indexes.get(design.constructs)
  if (!index) {
    index = indexConstructs(design)
    indexes.set(design.constructs, index)
  }
  return (index.get(kind) ?? []) as readonly ConstructOf<K>[]
}

function indexConstructs(design: Design): ReadonlyMap<ConstructKind, readonly Construct[]> {
  const index = new Map<ConstructKind, Construct[]>()
  for (const construct of everyConstruct(design)) {
    const list = index.get(construct.kind)
    if (list) list.push(construct)
    else index.set(construct.kind, [construct])
  }
  return index
}
