import { isMap, isScalar, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import { type Found, findAt, isRepeated, isShared, type OpenText, openText, type Path } from './openText.ts'
import { type Plain, type Style, writeFlow, writeLines, writeMember, writeScalar } from './writeValue.ts'

/** One change of a template. */
export type TextChange =
  /** Puts a value there; what leads there and is not there yet is made. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: Plain }
  /** Adds an item at the end of the list there. */
  | { readonly kind: 'append'; readonly path: Path; readonly value: Plain }
  | { readonly kind: 'remove'; readonly path: Path }

/** The text with the change in it, every other byte as before. Null where it cannot be made: by way of an alias, or of what an alias repeats. */
export function changeText(text: string, change: TextChange): string | null {
  const open = openText(text)
  if (!open || isShared(open, change.path)) return null
  const splice = spliceOf(open, change)
  return splice && text.slice(0, splice.start) + splice.text + text.slice(splice.end)
}

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

function spliceOf(open: OpenText, change: TextChange): Splice | null {
  const found = findAt(open, change.path)
  if (change.kind === 'remove') return found && !isRepeated(open, found.node) ? removal(open, found) : null
  if (change.kind === 'append') {
    if (!found) return spliceOf(open, { kind: 'set', path: change.path, value: [change.value] })
    return isSeq(found.node) ? addition(open, found.node, null, change.value) : null
  }
  if (found) return isRepeated(open, found.node) ? null : replacement(open, found, change.value)
  const last = change.path.at(-1)
  if (last === undefined || typeof last === 'number') return null
  const holder = findAt(open, change.path.slice(0, -1))
  if (!holder) return spliceOf(open, { kind: 'set', path: change.path.slice(0, -1), value: { [last]: change.value } })
  // a member without a value (`Properties:`) holds an empty scalar
  if (isEmpty(holder.node)) return replacement(open, holder, { [last]: change.value })
  return isMap(holder.node) ? addition(open, holder.node, last, change.value) : null
}

const isEmpty = (node: Node): boolean => isScalar(node) && node.value === null
const isFlow = (node: Node | null): boolean => (isMap(node) || isSeq(node)) && node.flow === true

/** Where the node is written, with its tag and anchor and without the space behind it. */
function regionOf({ text }: OpenText, { node, holder, pair, index }: Found): { start: number; end: number } {
  const tokens = pair ? sepOf(pair) : isSeq(holder) ? startOf(holder, index) : []
  const first = tokens.find(({ type }) => type === 'tag' || type === 'anchor')
  const [from, to] = node.range!
  let end = to
  while (end > from && /\s/.test(text[end - 1]!)) end--
  return { start: first ? first.offset : from, end }
}

interface Token {
  readonly type: string
  readonly offset: number
  readonly source: string
}
const sepOf = (pair: NonNullable<Found['pair']>): readonly Token[] =>
  (pair.srcToken as { sep?: readonly Token[] } | undefined)?.sep ?? []
const startOf = (holder: YAMLSeq, index: number): readonly Token[] =>
  (holder.srcToken as { items?: readonly { start: readonly Token[] }[] } | undefined)?.items?.[index]?.start ?? []

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
const columnOf = (text: string, at: number): number => at - lineStart(text, at)
const spaces = (count: number): string => ' '.repeat(count)
/** As the text ends its lines. */
const newline = ({ text }: OpenText): string => (/\r\n/.test(text) ? '\r\n' : '\n')
const joined = (open: OpenText, lines: readonly string[], indent: number): string =>
  lines.join(newline(open) + spaces(indent))

function replacement(open: OpenText, found: Found, value: Plain): Splice {
  const { text, isJson } = open
  const { node, holder, pair } = found
  const region = regionOf(open, found)
  if (isJson || isFlow(holder) || (holder && isInFlow(open, holder)))
    return { ...region, text: isJson ? jsonAt(open, region.start, value) : writeFlow(value, 'flow') }
  const lines = writeLines(value)
  const wasBlock = (isMap(node) || isSeq(node)) && !node.flow
  if (lines === null) {
    const written =
      isScalar(node) && typeof value === 'string' ? writeScalar(value, quotesOf(node)) : writeFlow(value, 'block')
    // a value that stood in lines of its own, or not at all, goes behind its key
    const start = pair && (wasBlock || isEmpty(node)) ? afterColon(pair, region.start) : region.start
    return { start, end: Math.max(region.end, start), text: start === region.start ? written : ` ${written}` }
  }
  const tagged = region.start < node.range![0]
  if (wasBlock && !tagged) return { ...region, text: joined(open, lines, columnOf(text, region.start)) }
  if (!pair) return { ...region, text: joined(open, lines, columnOf(text, region.start)) }
  const start = afterColon(pair, region.start)
  const indent = columnOf(text, (pair.key as Node).range![0]) + 2
  return { start, end: Math.max(region.end, start), text: newline(open) + spaces(indent) + joined(open, lines, indent) }
}

function afterColon(pair: NonNullable<Found['pair']>, otherwise: number): number {
  const colon = sepOf(pair).find(({ type }) => type === 'map-value-ind')
  return colon ? colon.offset + 1 : otherwise
}

const quotesOf = (node: { type?: string }): '' | "'" | '"' =>
  node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : ''

/** Whether a node stands inside of braces. */
function isInFlow({ root }: OpenText, node: Node): boolean {
  let at: Node | null = root
  while (at && at !== node) {
    if (isFlow(at)) return true
    const items: readonly (Node | null)[] = isMap(at)
      ? at.items.map(({ value }) => value as Node | null)
      : isSeq(at)
        ? (at.items as Node[])
        : []
    at = items.find((one) => one?.range && one.range[0] <= node.range![0] && node.range![1] <= one.range[1]) ?? null
  }
  return false
}

/** JSON as the text around it is written: in lines where that is. */
function jsonAt({ text }: OpenText, at: number, value: Plain): string {
  const start = lineStart(text, at)
  const indent = /^\s*/.exec(text.slice(start, at))![0]
  const step = /\n(\s+)"/.exec(text)?.[1] ?? ''
  if (!text.includes('\n') || typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(value, null, step || 2).replaceAll('\n', `\n${indent}`)
}

/** Adds a member (`key`) or an item (null) at the end. */
function addition(open: OpenText, holder: YAMLMap | YAMLSeq, key: string | null, value: Plain): Splice | null {
  const { text, isJson } = open
  const style: Style = isJson ? 'json' : 'flow'
  const last = lastOf(holder)
  if (isJson || holder.flow || isInFlow(open, holder)) {
    const [, end] = holder.range!
    const write = (indentAt: number): string => {
      const written = isJson ? jsonAt(open, indentAt, value) : writeFlow(value, style)
      return key === null ? written : `${isJson ? JSON.stringify(key) : writeScalar(key)}: ${written}`
    }
    if (!last) return { ...bodyOf(text, holder), text: write(end) }
    const region = regionOf(open, last)
    const first = firstOffset(open, last)
    const before = /\n[ \t]*$/.exec(text.slice(0, first))?.[0]
    const hasComma = /^\s*,/.exec(text.slice(region.end, end))
    const at = hasComma ? region.end + hasComma[0].length : region.end
    return { start: at, end: at, text: `${hasComma ? '' : ','}${before ?? ' '}${write(first)}` }
  }
  if (!last) return null
  const indent = columnOf(text, firstOffset(open, last))
  const at = lineEnd(text, regionOf(open, last).end)
  const lines = key === null ? writeLines([value])! : writeMember(key, value)
  const bare = text[at - 1] === '\r' ? at - 1 : at
  return { start: bare, end: bare, text: newline(open) + spaces(indent) + joined(open, lines, indent) }
}

/** What stands between the braces. */
const bodyOf = (text: string, { range }: YAMLMap | YAMLSeq): { start: number; end: number } => ({
  start: text.indexOf(text[range![0]] === '{' ? '{' : '[', range![0]) + 1,
  end: range![1] - 1,
})

function lastOf(holder: YAMLMap | YAMLSeq): Found | null {
  const index = holder.items.length - 1
  return index < 0 ? null : itemOf(holder, index)
}
function itemOf(holder: YAMLMap | YAMLSeq, index: number): Found | null {
  if (isSeq(holder)) return { node: holder.items[index] as Node, holder, pair: null, index }
  const pair = holder.items[index] as NonNullable<Found['pair']>
  // a member without a value is its key
  return { node: pair.value ?? pair.key, holder, pair, index }
}

/** Where an item begins: its dash, its key, or in braces itself. */
function firstOffset(open: OpenText, found: Found): number {
  if (found.pair) return (found.pair.key as Node).range![0]
  const dash = isSeq(found.holder)
    ? startOf(found.holder, found.index).find(({ type }) => type === 'seq-item-ind')
    : undefined
  return dash ? dash.offset : regionOf(open, found).start
}

function removal(open: OpenText, found: Found): Splice | null {
  const { text } = open
  const holder = found.holder as YAMLMap | YAMLSeq | null
  if (!holder) return null
  const start = firstOffset(open, found)
  const { end } = regionOf(open, found)
  const next = itemOfNext(open, holder, found.index + 1)
  const inFlow = open.isJson || holder.flow || isInFlow(open, holder)
  if (holder.items.length === 1) {
    const empty = isMap(holder) ? '{}' : '[]'
    return inFlow ? { ...bodyOf(text, holder), text: '' } : replacedByEmpty(open, holder, empty)
  }
  if (inFlow) {
    if (next !== null) return { start, end: next, text: '' }
    const before = itemOf(holder, found.index - 1)!
    return { start: regionOf(open, before).end, end, text: '' }
  }
  const from = lineStart(text, start)
  if (/^\s*$/.test(text.slice(from, start)))
    return { start: from, end: Math.min(lineEnd(text, end) + 1, text.length), text: '' }
  // the first member behind a dash: the next one takes its place
  return next === null ? null : { start, end: next, text: '' }
}

function replacedByEmpty(open: OpenText, holder: YAMLMap | YAMLSeq, empty: string): Splice {
  const [from, to] = holder.range!
  let end = to
  while (end > from && /\s/.test(open.text[end - 1]!)) end--
  return { start: from, end, text: empty }
}

const itemOfNext = (open: OpenText, holder: YAMLMap | YAMLSeq, index: number): number | null => {
  const found = index < holder.items.length ? itemOf(holder, index) : null
  return found && firstOffset(open, found)
}
