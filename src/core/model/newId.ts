import type { Design } from './design.ts'
import type { ConstructId, ConstructKind } from './kinds/registry.ts'

/** The first free id of that kind: `subnet-3`. */
export const newId = (design: Design, kind: ConstructKind): ConstructId => createIdSource(design)(kind)

/** Gives out free ids, each one once. */
export function createIdSource(design: Design): (kind: ConstructKind) => ConstructId {
  const given = new Map<ConstructKind, number>()
  return (kind) => {
    let number = (given.get(kind) ?? 0) + 1
    while (Object.hasOwn(design.constructs, `${kind}-${number}`)) number++
    given.set(kind, number)
    return `${kind}-${number}`
  }
}
