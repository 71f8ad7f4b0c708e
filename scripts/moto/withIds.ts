import type { Construct, Design } from '../../src/core/model/index.ts'

/** The design with other ids for some of its constructs, wherever they are named; where they are drawn is left out. */
export function withIds(design: Design, ids: ReadonlyMap<string, string>): Design {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, renamed(member)]))
  }
  const constructs = Object.fromEntries(
    Object.values(design.constructs).map((one) => {
      const construct = renamed(one) as Construct
      return [construct.id, construct]
    }),
  )
  return { ...design, constructs, layout: {} }
}
