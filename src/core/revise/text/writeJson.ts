import type { OpenText } from './openText.ts'
import { lineStart, newline } from './regionOf.ts'
import type { Plain } from './writeValue.ts'

/** JSON as the text around it is written: in lines where that is. */
export function writeJson(open: OpenText, at: number, value: Plain): string {
  const { text } = open
  if (!text.includes('\n') || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const indent = /^[ \t]*/.exec(text.slice(lineStart(text, at), at))![0]
  const step = /\n([ \t]+)"/.exec(text)?.[1] ?? 2
  return JSON.stringify(value, null, step).replaceAll('\n', newline(open) + indent)
}
