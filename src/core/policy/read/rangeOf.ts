import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'

/** Where something stands in a text: the letters from `from` up to `to`. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** Where an element of a policy stands, by its path: `Statement`, 2, `Action`. The innermost part of the path that is there; null where none is. */
export function rangeOf(text: string, path: readonly (string | number)[]): TextRange | null {
  const root = parseTree(text)
  if (!root) return null
  let node: Node = root
  let depth = 0
  for (; depth < path.length; depth++) {
    const step = path[depth]!
    const next = findNodeAtLocation(node, [step])
    // a statement alone, and a value alone, stand for a list of one
    if (!next && step === 0 && node.type !== 'array') continue
    if (!next) break
    node = next
  }
  if (node === root && depth === 0) return null
  // of a member its name, of all else what it is
  const named = node.parent?.type === 'property' && node.type !== 'string' ? node.parent.children![0]! : node
  return { from: named.offset, to: named.offset + named.length }
}
