import { isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { openTemplateYaml } from '../../import/cloudformation/template/parseTemplateYaml.ts'
import type { Plain } from './writeValue.ts'

/** Steps into a template: keys of members and places in lists; functions by their long names, whichever form they have. */
export type Path = readonly (string | number)[]

/** A template, or a file of its parameters, as text, with what it says and what stands where in it. */
export interface OpenText {
  readonly text: string
  readonly value: Plain
  readonly root: Node | null
  /** As a file is read: what begins like JSON is JSON. */
  readonly isJson: boolean
}

/** Reads a text as CloudFormation does. Null for what it takes no part of. */
export function openText(text: string): OpenText | null {
  const opened = openTemplateYaml(text, true)
  if (typeof opened === 'string') return null
  const { parsed, root } = opened
  return { text, value: parsed.value as Plain, root, isJson: /^\s*[{[]/.test(text) }
}

/** A node, and the member or list that holds it. */
export interface Found {
  readonly node: Node
  readonly holder: Node | null
  /** In a map: the pair whose value it is. */
  readonly pair: Pair<Node, Node | null> | null
  readonly index: number
  /** Whether it stands between braces or brackets. */
  readonly isInFlow: boolean
}

export const isFlow = (node: Node): boolean => (isMap(node) || isSeq(node)) && node.flow === true

/** What stands at a path; null where nothing does, or only by way of an alias, of which other places would change too. */
export function findAt({ root }: OpenText, path: Path): Found | null {
  let found: Found | null = root && { node: root, holder: null, pair: null, index: -1, isInFlow: false }
  for (const step of path) {
    if (!found || isAlias(found.node)) return null
    if (!isShortFor(found.node, step)) found = stepInto(found, step)
  }
  return found
}

/** Whether the node is the short form of that function: `!If […]` of `Fn::If`. */
const isShortFor = ({ tag }: Node, step: string | number): boolean =>
  typeof step === 'string' && tag !== undefined && tag === `!${step.replace(/^Fn::/, '')}`

function stepInto(holder: Found, step: string | number): Found | null {
  const { node } = holder
  // what stands last counts
  if (isMap(node))
    return itemOf(
      holder,
      node.items.findLastIndex(({ key }) => keyOf(key) === String(step)),
    )
  return isSeq(node) && typeof step === 'number' ? itemOf(holder, step) : null
}

/** An item of what was found; null where it has none there. A member without a value is its key. */
export function itemOf({ node: holder, isInFlow }: Found, index: number): Found | null {
  const item = isMap(holder) || isSeq(holder) ? (holder.items as (Node | Found['pair'])[])[index] : undefined
  if (!item) return null
  const pair = isMap(holder) ? (item as NonNullable<Found['pair']>) : null
  const node = pair ? (pair.value ?? pair.key) : (item as Node)
  return { node, holder, pair, index, isInFlow: isInFlow || isFlow(holder) }
}

/** How many members or items what was found has. */
export const countOf = ({ node }: Found): number => (isMap(node) || isSeq(node) ? node.items.length : 0)

/** A member's key as CloudFormation compares it. */
const keyOf = (key: unknown): string =>
  isScalar(key) ? (key.type === 'PLAIN' ? (key.source ?? '') : String(key.value)) : ''
