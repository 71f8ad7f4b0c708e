import { type Construct, type ConstructId, childrenIndex, type Design } from '../../core/model/index.ts'

/** One line of the outline. */
export interface OutlineRow {
  readonly construct: Construct
  readonly level: number
  readonly parent: ConstructId | null
  readonly children: number
  readonly open: boolean
}

/** The lines that are to be seen, containers before their content; `closed` holds what was folded. With words, only what holds them and its containers. */
export function outlineRows(design: Design, closed: ReadonlySet<ConstructId>, filter: string): readonly OutlineRow[] {
  const index = childrenIndex(design)
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const rows: OutlineRow[] = []
  const add = (id: ConstructId, level: number, parent: ConstructId | null): boolean => {
    const construct = design.constructs[id]!
    const children = index.get(id) ?? []
    const open = words.length > 0 || !closed.has(id)
    const at = rows.length
    rows.push({ construct, level, parent, children: children.length, open: open && children.length > 0 })
    let kept = words.length === 0 || matches(construct, words)
    if (open) for (const child of children) kept = add(child, level + 1, id) || kept
    if (!kept) rows.length = at
    return kept
  }
  for (const id of index.get(null) ?? []) add(id, 1, null)
  return rows
}

const matches = (construct: Construct, words: readonly string[]): boolean => {
  const all = JSON.stringify(Object.values(construct)).toLowerCase()
  return words.every((word) => all.includes(word))
}
