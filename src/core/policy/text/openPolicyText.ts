import { applyEdits, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser'

export type JsonPath = readonly (string | number)[]

/** The text of a policy that can be read, to find places in it and to write it anew. */
export interface PolicyText {
  /** Where a statement stands, an element in it, or one of the element’s values, each by its number: a list of one may stand without its brackets. */
  pathTo(statement: number, element?: string, value?: number): JsonPath
  /** The line of what stands there, from 1; 1 where nothing does. */
  lineOf(path: JsonPath): number
  /** The text with a value set; undefined takes it out. The rest stays as it is written. */
  set(path: JsonPath, value: unknown): string
  /** The text with a statement more, the last. */
  addStatement(statement: unknown): string
}

/** Reads the text when it is first asked about. */
export function openPolicyText(text: string): PolicyText {
  let parsed: Node | undefined
  const nodeAt = (path: JsonPath): Node | undefined => {
    parsed ??= parseTree(text)
    return parsed && findNodeAtLocation(parsed, [...path])
  }
  const member = (path: JsonPath, index: number): JsonPath => (nodeAt(path)?.type === 'array' ? [...path, index] : path)
  const set = (path: JsonPath, value: unknown): string =>
    applyEdits(text, modify(text, [...path], value, { formattingOptions: { insertSpaces: true, tabSize: 2 } }))
  return {
    pathTo(statement, element, value) {
      const path = member(['Statement'], statement)
      if (element === undefined) return path
      return value === undefined ? [...path, element] : member([...path, element], value)
    },
    lineOf(path) {
      const node = nodeAt(path)
      return node ? text.slice(0, node.offset).split('\n').length : 1
    },
    set,
    addStatement(statement) {
      const all = nodeAt(['Statement'])
      if (all?.type === 'array') return set(['Statement', all.children?.length ?? 0], statement)
      const only = all ? JSON.parse(text.slice(all.offset, all.offset + all.length)) : []
      return set(['Statement'], [only, statement].flat())
    },
  }
}
