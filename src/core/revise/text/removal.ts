import { isMap } from 'yaml'
import { countOf, type Found, itemOf, type OpenText } from './openText.ts'
import {
  afterProperties,
  columnOf,
  endOfLine,
  firstOffset,
  headOf,
  lineEnd,
  lineStart,
  regionOf,
  type Splice,
} from './regionOf.ts'

/** Takes a member or an item out; `holder` is what it is of. */
export function removal(open: OpenText, found: Found, holder: Found): Splice {
  return found.isInFlow || open.isJson ? outOfBrackets(open, found, holder) : outOfLines(open, found, holder)
}

function outOfLines(open: OpenText, found: Found, holder: Found): Splice {
  const { text } = open
  if (countOf(holder) === 1) return emptied(open, holder)
  const start = firstOffset(open, found)
  const end = lineEnd(text, regionOf(open, found).end)
  const from = lineStart(text, start)
  if (/^\s*$/.test(text.slice(from, start))) {
    const after = Math.min(end + 1, text.length)
    // between empty lines: those before stay
    const isBehindEmpty = /\n[ \t]*\r?\n$/.test(text.slice(0, from))
    const empty = isBehindEmpty ? /^(?:[ \t]*\r?\n)*/.exec(text.slice(after))![0].length : 0
    return { start: from, end: after + empty, text: '' }
  }
  // the first one stands behind a dash: the next one takes its place, if nothing is said between them
  const next = itemOf(holder, found.index + 1)
  const place = next && firstOffset(open, next)
  return place !== null && !text.slice(end, place).includes('#')
    ? { start, end: place, text: '' }
    : { start, end: endOfLine(text, end), text: '' }
}

/** What holds nothing any more says so in brackets. */
function emptied(open: OpenText, holder: Found): Splice {
  const { text } = open
  const { node, pair } = holder
  const nothing = isMap(node) ? '{}' : '[]'
  const { end } = regionOf(open, holder)
  const [start] = node.range!
  const head = pair && headOf(holder)
  // a list may begin where its key does, which brackets may not
  if (!head || columnOf(text, start) > columnOf(text, firstOffset(open, holder))) return { start, end, text: nothing }
  // behind its tag and anchor, and before what is said of it
  const at = afterProperties(holder) ?? head.at
  const between = text.slice(at, lineStart(text, start)).trimEnd()
  const isOneRemark = !/\n[ \t]*#/.test(between)
  return { start: at, end: isOneRemark ? end : endOfLine(text, end), text: ` ${nothing}${between}` }
}

function outOfBrackets(open: OpenText, found: Found, holder: Found): Splice {
  const { text } = open
  const start = firstOffset(open, found)
  const { end } = regionOf(open, found)
  const [from, to] = holder.node.range!
  const comma = /^(?:\s|#[^\n]*\n)*,/.exec(text.slice(end, to))?.[0]
  const after = end + (comma ?? '').length
  if (countOf(holder) === 1)
    return text.slice(from, to).includes('#')
      ? { start, end: after, text: '' }
      : { start: from + 1, end: to - 1, text: '' }
  const before = itemOf(holder, found.index - 1)
  if (found.index === countOf(holder) - 1 && before && comma === undefined) {
    const { end: last } = regionOf(open, before)
    // a comma may stay where a comment follows it
    return { start: open.isJson || !text.slice(last, start).includes('#') ? last : start, end, text: '' }
  }
  const line = lineStart(text, start)
  const rest = /^[ \t]*(?:#[^\n]*)?\r?\n/.exec(text.slice(after, to))
  // it stands on lines of its own
  if (rest && /^\s*$/.test(text.slice(line, start))) return { start: line, end: after + rest[0].length, text: '' }
  const space = /^[ \t]*/.exec(text.slice(after, to))![0].length
  return { start, end: text[after + space] === '#' ? after : after + space, text: '' }
}
