import { isMap, isScalar, isSeq, type Node } from 'yaml'
import type { Found, OpenText } from './openText.ts'
import { columnOf, firstOffset, headOf, isEmpty, joined, newline, regionOf, type Splice } from './regionOf.ts'
import { writeJson } from './writeJson.ts'
import { type Plain, writeFlow, writeLines, writeScalar } from './writeValue.ts'

/** Puts a value in the place of another. */
export function replacement(open: OpenText, found: Found, value: Plain): Splice {
  const { text, isJson } = open
  const { node, pair, isInFlow } = found
  const region = regionOf(open, found)
  if (isJson) return { ...region, text: writeJson(open, region.start, value) }
  const inLine = isScalar(node) && typeof value === 'string' ? writeScalar(value, quotesOf(node)) : writeFlow(value)
  const isApart = /[\s[{,]/.test(text[region.start - 1] ?? ' ')
  if (isInFlow) return { ...region, text: `${isApart ? '' : ' '}${inLine}` }
  const lines = writeLines(value)
  const isBlock = (isMap(node) || isSeq(node)) && !node.flow
  const isTagged = region.start < node.range![0]
  const head = headOf(found)
  const comment = head?.comment
  const commentEnd = comment ? comment.offset + comment.source.length : 0
  const column = columnOf(text, region.start)
  if (!head) return { ...region, text: joined(open, lines ?? [inLine], column) }
  const end = region.end > region.start ? region.end : head.at
  const led = !comment ? '' : isTagged ? ` ${comment.source}` : text.slice(head.at, commentEnd)
  if (lines === null) {
    // what stood in lines of its own, or not at all, goes behind its key
    if (!isBlock && !isEmpty(node)) return { ...region, text: inLine }
    return { start: head.at, end, text: ` ${inLine}${comment && comment.offset < end ? led : ''}` }
  }
  const first = columnOf(text, firstOffset(open, found))
  const isBelow = isBlock && !isTagged && column > first
  if (isBelow || (!pair && !isEmpty(node))) return { ...region, text: joined(open, lines, column) }
  const lead = !pair && !comment ? ' ' : led + newline(open) + ' '.repeat(first + 2)
  return { start: head.at, end: Math.max(end, commentEnd), text: lead + joined(open, lines, first + 2) }
}

const quotesOf = (node: Node): '' | "'" | '"' => {
  const { type } = node as { readonly type?: string }
  return type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : ''
}
