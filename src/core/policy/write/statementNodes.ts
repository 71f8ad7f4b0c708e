import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser'

/** The statements of a policy as they stand in its text. */
export interface StatementNodes {
  readonly root: Node
  /** What they stand in; null where one stands alone, or there is none. */
  readonly list: Node | null
  readonly statements: readonly Node[]
}

/** Null for a text that is no JSON object, or whose `Statement` is nothing that has statements. */
export function statementNodes(text: string): StatementNodes | null {
  const errors: ParseError[] = []
  const root = parseTree(text, errors)
  if (errors.length > 0 || root?.type !== 'object') return null
  const statement = findNodeAtLocation(root, ['Statement'])
  if (!statement) return { root, list: null, statements: [] }
  if (statement.type === 'array') return { root, list: statement, statements: statement.children ?? [] }
  return statement.type === 'object' ? { root, list: null, statements: [statement] } : null
}

/** What a statement says. */
export function saidBy(node: Node): Readonly<Record<string, unknown>> {
  const value: unknown = getNodeValue(node)
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
