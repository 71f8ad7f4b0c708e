import { isScalar, type Node } from 'yaml'
import { readScalar } from '../../import/cloudformation/template/readScalar.ts'
import { countOf, type Found, isFlow, itemOf, type OpenText } from './openText.ts'

/** A part of a text, and what comes in its place. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A word of the text, as the parser has cut it. */
export interface Token {
  readonly type: string
  readonly offset: number
  readonly source: string
}
interface Item {
  readonly start: readonly Token[]
  readonly sep?: readonly Token[]
}

const itemTokens = ({ holder, pair, index }: Found): Item | undefined =>
  pair
    ? (pair.srcToken as Item | undefined)
    : (holder?.srcToken as { readonly items?: readonly Item[] } | undefined)?.items?.[index]

/** What stands before an item: its dash or comma, comments, its anchor. */
const startOf = (found: Found): readonly Token[] => itemTokens(found)?.start ?? []
/** What stands between a key and its value: the colon, comments, the tag and anchor of the value. */
const sepOf = (found: Found): readonly Token[] => itemTokens(found)?.sep ?? []

/** Whether a node says nothing: `Properties:` with nothing behind it, or null. */
export const isEmpty = (node: Node): boolean =>
  isScalar(node) && node.type === 'PLAIN' && node.tag === undefined && readScalar(node.source ?? '') === null

/** Where a node is written, with its tag and anchor, and without the space behind it. */
export function regionOf({ text }: OpenText, found: Found): { readonly start: number; readonly end: number } {
  const property = propertiesOf(found)[0]
  const [from] = found.node.range!
  const end = endOf(text, found)
  return { start: property ? property.offset : Math.min(from, end), end }
}

const propertiesOf = (found: Found): readonly Token[] =>
  (found.pair ? sepOf(found) : startOf(found)).filter(({ type }) => type === 'tag' || type === 'anchor')

/** Right behind the tag and anchor of a node; null where it has none. */
export function afterProperties(found: Found): number | null {
  const property = propertiesOf(found).at(-1)
  return property ? property.offset + property.source.length : null
}

function endOf(text: string, found: Found): number {
  const { node } = found
  // what is in lines ends where its last one does: the parser counts comments to it
  const last = isFlow(node) ? null : itemOf(found, countOf(found) - 1)
  if (last) return endOf(text, last)
  const [from, to] = node.range!
  if (from === to) return afterProperties(found) ?? headOf(found)?.at ?? from
  // a text of several lines that has the empty ones behind it as well
  const { props } = (node.srcToken ?? {}) as { readonly props?: readonly Token[] }
  if (props?.some(({ type, source }) => type === 'block-scalar-header' && source.includes('+')))
    return from + text.slice(from, to).replace(/\r?\n$/, '').length
  return from + text.slice(from, to).trimEnd().length
}

/** Where an item begins: its dash, or its key with all that is said of that; in brackets itself. */
export function firstOffset(open: OpenText, found: Found): number {
  const tokens = startOf(found)
  if (found.pair) {
    const first = tokens.find(({ type }) => ['explicit-key-ind', 'tag', 'anchor'].includes(type))
    return first?.offset ?? (found.pair.key as Node).range![0]
  }
  return tokens.find(({ type }) => type === 'seq-item-ind')?.offset ?? regionOf(open, found).start
}

/** Right behind the colon, or the dash, of an item in lines, and the comment on that line; null in brackets. */
export function headOf(found: Found): { readonly at: number; readonly comment: Token | undefined } | null {
  const tokens = found.pair ? sepOf(found) : startOf(found)
  const sign = tokens.findIndex(({ type }) => type === 'map-value-ind' || type === 'seq-item-ind')
  if (sign < 0) return null
  const rest = tokens.slice(sign + 1)
  const line = rest.findIndex(({ type }) => type === 'newline')
  const comment = (line < 0 ? rest : rest.slice(0, line)).find(({ type }) => type === 'comment')
  return { at: tokens[sign]!.offset + 1, comment }
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
/** Where the line of a place ends, without what ends it. */
export function endOfLine(text: string, at: number): number {
  const end = lineEnd(text, at)
  return text[end - 1] === '\r' ? end - 1 : end
}
export const columnOf = (text: string, at: number): number => at - lineStart(text, at)

/** As the text ends its lines. */
export const newline = ({ text }: OpenText): string => (text.includes('\r\n') ? '\r\n' : '\n')
/** Lines, each behind the first with that many spaces before it. */
export const joined = (open: OpenText, lines: readonly string[], indent: number): string =>
  lines.join(newline(open) + ' '.repeat(indent))
