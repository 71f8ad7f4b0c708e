import { countOf, type Found, isFlow, itemOf, type OpenText } from './openText.ts'
import { columnOf, endOfLine, firstOffset, joined, lineStart, newline, regionOf, type Splice } from './regionOf.ts'
import { writeJson } from './writeJson.ts'
import { type Plain, writeFlow, writeLines, writeMember, writeScalar } from './writeValue.ts'

/** Adds a member (`key`) or an item (null) at the end of a map or a list. */
export function addition(open: OpenText, holder: Found, key: string | null, value: Plain): Splice | null {
  const { text } = open
  const last = itemOf(holder, countOf(holder) - 1)
  if (open.isJson || holder.isInFlow || isFlow(holder.node)) return inBrackets(open, holder, last, key, value)
  if (!last) return null
  const indent = columnOf(text, firstOffset(open, last))
  const at = endOfLine(text, regionOf(open, last).end)
  const lines = key === null ? writeLines([value])! : writeMember(key, value)
  return { start: at, end: at, text: newline(open) + ' '.repeat(indent) + joined(open, lines, indent) }
}

function inBrackets(open: OpenText, { node }: Found, last: Found | null, key: string | null, value: Plain): Splice {
  const { text, isJson } = open
  const [from, to] = node.range!
  const writtenAt = (at: number): string => {
    if (!isJson) return key === null ? writeFlow(value) : `${writeScalar(key)}: ${writeFlow(value)}`
    const json = writeJson(open, at, value)
    return key === null ? json : `${JSON.stringify(key)}: ${json}`
  }
  if (!last) {
    const hasComment = text.slice(from, to).includes('#')
    return { start: from + 1, end: hasComment ? from + 1 : to - 1, text: writtenAt(to) }
  }
  const { end } = regionOf(open, last)
  const first = firstOffset(open, last)
  // each on a line of its own, or behind one another
  const own = /^[ \t]*$/.exec(text.slice(lineStart(text, first), first))?.[0]
  const [, comma, comment] = /^(\s*,)?([ \t]*#[^\r\n]*)?/.exec(text.slice(end, to))!
  const lead = own === undefined ? ' ' : newline(open) + own
  const put = `${comma ?? ','}${own === undefined ? '' : (comment ?? '')}${lead}${writtenAt(first)}`
  const passed = (comma ?? '').length + (own === undefined ? 0 : (comment ?? '').length)
  return { start: end, end: end + passed, text: put }
}
