import { type Document, isAlias, isMap, isSeq, type Node, type Pair, parseDocument, visit } from 'yaml'

/** Steps into a template: keys of members and places in lists; functions by their long names, whichever form they have. */
export type Path = readonly (string | number)[]

/** A template as text, YAML or JSON, with what stands where in it. */
export interface OpenText {
  readonly text: string
  readonly root: Node | null
  readonly document: Document
  readonly isJson: boolean
}

/** Reads a text that is known to be a template. Null for what the parser takes no part of. */
export function openText(text: string): OpenText | null {
  // as CloudFormation reads it; tags of intrinsic functions stay on their nodes
  const document = parseDocument(text, {
    version: '1.1',
    keepSourceTokens: true,
    logLevel: 'silent',
    uniqueKeys: false,
  })
  if (document.errors.length > 0) return null
  return { text, document, root: document.contents as Node | null, isJson: /^\s*\{/.test(text) }
}

/** A node, and the member or list that holds it. */
export interface Found {
  readonly node: Node
  readonly holder: Node | null
  /** In a map: the pair whose value it is. */
  readonly pair: Pair<Node, Node | null> | null
  readonly index: number
}

/** What stands at a path; null where nothing does, or only by way of an alias, of which other places would change too. */
export function findAt({ root }: OpenText, path: Path): Found | null {
  let found: Found | null = root && { node: root, holder: null, pair: null, index: -1 }
  for (const step of path) {
    if (!found || isAlias(found.node)) return null
    if (!isShortFor(found.node, step)) found = stepInto(found.node, step)
  }
  return found
}

/** Whether the node is the short form of that function: `!If […]` of `Fn::If`. */
const isShortFor = ({ tag }: Node, step: string | number): boolean =>
  typeof step === 'string' && tag !== undefined && tag === `!${step.replace(/^Fn::/, '')}`

function stepInto(holder: Node, step: string | number): Found | null {
  if (isMap(holder)) {
    // what stands last counts
    const index = holder.items.findLastIndex(({ key }) => keyOf(key) === String(step))
    const pair = holder.items[index] as Pair<Node, Node | null> | undefined
    return pair?.value ? { node: pair.value, holder, pair, index } : null
  }
  if (!isSeq(holder) || typeof step !== 'number') return null
  const node = holder.items[step] as Node | undefined
  return node ? { node, holder, pair: null, index: step } : null
}

/** A member's key as CloudFormation compares it. */
export const keyOf = (key: unknown): string =>
  typeof key === 'object' && key !== null && 'value' in key ? String((key as { value: unknown }).value) : String(key)

/** Whether what stands at a path, or what it stands in, is repeated elsewhere by an alias: another place would change with it. */
export function isShared(open: OpenText, path: Path): boolean {
  const names = new Set<string>()
  visit(open.document, { Alias: (_, alias) => void names.add(alias.source) })
  if (names.size === 0) return false
  return path.some((_, at) => {
    const node = findAt(open, path.slice(0, at + 1))?.node
    return node !== undefined && 'anchor' in node && node.anchor !== undefined && names.has(node.anchor)
  })
}

/** Whether something in the node is repeated elsewhere by an alias: it cannot go without that other place. */
export function isRepeated({ document }: OpenText, node: Node): boolean {
  const anchors = new Set<string>()
  visit(node, { Node: (_, one) => void ('anchor' in one && one.anchor && anchors.add(one.anchor)) })
  let repeated = false
  if (anchors.size > 0)
    visit(document, {
      Alias(_, alias) {
        if (anchors.has(alias.source)) repeated = true
      },
    })
  return repeated
}
