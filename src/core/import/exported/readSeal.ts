import { hashTree } from '../../base/hashTree.ts'
import { asSection, isSection, type Section } from '../cloudformation/template/section.ts'

/** What a template says of where it comes from: the design that it was written of, packed, and whether it was changed since. */
export interface Sealed {
  readonly packed: string
  readonly isChanged: boolean
}

/** Reads the seal of a template that Hopwise has written; null where it bears none. */
export function readSeal(value: unknown): Sealed | null {
  const template = asSection(value)
  const metadata = asSection(template.Metadata)
  const { Seal, Design, ...hopwise } = asSection(metadata.Hopwise)
  if (typeof Seal !== 'string' || typeof Design !== 'string') return null
  const bare = { ...template, Metadata: { ...metadata, Hopwise: hopwise } }
  return { packed: Design, isChanged: hashTree(withLists(bare)) !== Seal }
}

/** `Fn::GetAtt` as the export has it, a list: a template in YAML gives a text. */
function withLists(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withLists)
  if (!isSection(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, partsOfAttribute(node, name, value) ?? withLists(value)]),
  )
}

function partsOfAttribute(holder: Section, name: string, value: unknown): readonly string[] | null {
  if (name !== 'Fn::GetAtt' || typeof value !== 'string' || Object.keys(holder).length !== 1) return null
  const point = value.indexOf('.')
  return point < 0 ? [value] : [value.slice(0, point), value.slice(point + 1)]
}
