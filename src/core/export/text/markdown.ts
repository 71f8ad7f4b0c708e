import { largest } from '../../base/largest.ts'
import { printable } from './printable.ts'

/** Drawn text as plain Markdown text: nothing in it becomes markup, a link, a list or a new line. */
export const plain = (text: string): string =>
  printable(text)
    .replace(/[\\`*[\]<>|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(\s*)([#+=-]|\d+[.)])/, '$1\\$2')
    .replace(/:(?=\/\/)|(?<=www)\.|@/gi, '\\$&')

/** Drawn text as code, in as many back-quotes as it takes. */
export function code(text: string): string {
  const longest = largest(
    (text.match(/`+/g) ?? []).map((run) => run.length),
    0,
  )
  const fence = '`'.repeat(longest + 1)
  const body = printable(text)
  return body.startsWith('`') || body.endsWith('`') || body.trim() === ''
    ? `${fence} ${body} ${fence}`
    : `${fence}${body}${fence}`
}

/** A fenced block of shell text. */
export const shellBlock = (lines: readonly string[]): string => ['```sh', ...lines, '```'].join('\n')
