import type { Node } from 'jsonc-parser'
import { listWords } from '../../base/words.ts'
import { type PolicyProblem, placeOf } from './json.ts'

/** Reads parts of a tree, and notes what is wrong with them. */
export interface Reading {
  readonly problems: PolicyProblem[]
  tell(node: Node, message: string): void
  /** The members of an object by name; null, and told, where it is none. Names that are not `known` are told. */
  members(node: Node, what: string, known?: readonly string[]): ReadonlyMap<string, Node> | null
  text(node: Node, what: string): string | null
  /** One text, or a list of them. */
  texts(node: Node, what: string): readonly string[]
  /** As `texts`, with numbers and true and false as texts. */
  values(node: Node, what: string): readonly string[]
}

/** So many are told of one policy. */
const MOST_TOLD = 50

/** What reads the tree of a text. */
export function createReading(whole: string): Reading {
  const problems: PolicyProblem[] = []
  const tell = (node: Node, message: string): void => {
    if (problems.length < MOST_TOLD) problems.push({ ...placeOf(whole, node.offset), message })
  }

  function members(node: Node, what: string, known?: readonly string[]): ReadonlyMap<string, Node> | null {
    if (node.type !== 'object') {
      tell(node, `${what} must be an object`)
      return null
    }
    const found = new Map<string, Node>()
    for (const { children = [] } of node.children ?? []) {
      const [name, value] = children
      if (!name || !value) continue
      if (known && !known.includes(name.value as string)) tell(name, unknownName(name.value as string, what, known))
      else found.set(name.value as string, value)
    }
    return found
  }

  function text(node: Node, what: string): string | null {
    if (node.type === 'string') return node.value as string
    tell(node, `${what} must be a text`)
    return null
  }

  const list = (node: Node, read: (one: Node) => string | null): readonly string[] => {
    const nodes = node.type === 'array' ? (node.children ?? []) : [node]
    return nodes.flatMap((one) => read(one) ?? [])
  }

  return {
    problems,
    tell,
    members,
    text,
    texts(node, what) {
      if (node.type === 'array' && node.children?.length === 0) tell(node, `${what} is empty`)
      return list(node, (one) => text(one, what))
    },
    values: (node, what) =>
      list(node, (one) => (one.type === 'number' || one.type === 'boolean' ? String(one.value) : text(one, what))),
  }
}

function unknownName(name: string, what: string, known: readonly string[]): string {
  const meant = known.find((one) => one.toLowerCase() === name.toLowerCase())
  return meant ? `“${name}” is written ${meant}` : `“${name}” is no element of ${what}; there are ${listWords(known)}`
}
