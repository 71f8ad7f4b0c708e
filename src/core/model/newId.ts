import type { ConstructId, ConstructKind } from './constructs/registry.ts'
import type { Design } from './design.ts'

/** The first free id of that kind: `subnet-3`. `reserved` are ids that are about to be used. */
export function newId(
  design: Design,
  kind: ConstructKind,
  reserved: ReadonlySet<ConstructId> = new Set(),
): ConstructId {
  for (let number = 1; ; number++) {
    const id = `${kind}-${number}`
    if (!Object.hasOwn(design.constructs, id) && !reserved.has(id)) return id
  }
}
