import type { Diagnostic } from '@codemirror/lint'
import type { Fix } from '../../../core/checks/index.ts'
import type { AnswerOf } from '../../../engine/index.ts'
import type { PolicyPlace } from './policyPlace.ts'

/** Something that is wrong with a text, or worth a look. */
export interface Remark {
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** Where it stands; null = nowhere in particular. */
  readonly range: { readonly from: number; readonly to: number } | null
  /** Texts that would be right. */
  readonly fixes: readonly { readonly title: string; readonly text: string }[]
}

/** What reading a text and trying it says of it, in the order of the text. */
export function remarksOf(
  text: string,
  reading: AnswerOf<'readPolicy'> | null,
  trial: AnswerOf<'tryPolicy'> | null,
  place: PolicyPlace,
): readonly Remark[] {
  const wrong = (reading?.problems ?? []).map(({ line, column, message }): Remark => {
    return { severity: 'error', message, range: tokenAt(text, offsetOf(text, line, column)), fixes: [] }
  })
  const found = (trial?.findings ?? []).map(
    ({ finding, at }): Remark => ({
      severity: finding.severity === 'advice' ? 'info' : finding.severity,
      message: finding.message,
      range: at,
      fixes: finding.fixes.flatMap((fix) => fixedText(fix, place)),
    }),
  )
  return [...wrong, ...found].sort((a, b) => (a.range?.from ?? -1) - (b.range?.from ?? -1))
}

/** Remarks as the editor shows them. `put` puts a text into it. */
export const diagnosticsOf = (remarks: readonly Remark[], put: (text: string) => void): readonly Diagnostic[] =>
  remarks.flatMap(({ severity, message, range, fixes }) =>
    range === null
      ? []
      : {
          ...range,
          severity,
          message,
          actions: fixes.map(({ title, text }) => ({ name: title, apply: () => put(text) })),
        },
  )

/** The line that a letter stands on, from 1. */
export const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

const offsetOf = (text: string, line: number, column: number): number =>
  text.split('\n', line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1

/** The word or text at a place: a letter at least, the last one at the end. */
function tokenAt(text: string, offset: number): { from: number; to: number } {
  const from = Math.min(offset, Math.max(text.length - 1, 0))
  const [token = ' '] = /^(?:"(?:[^"\\\n]|\\.)*"?|[\w.+-]+|[^\n])/.exec(text.slice(from)) ?? []
  return { from, to: Math.min(from + token.length, text.length) }
}

/** The text that a fix would put into this place and nothing else. */
function fixedText({ title, edits }: Fix, { at }: PolicyPlace): readonly { title: string; text: string }[] {
  const [edit] = edits
  if (edits.length > 1 || edit.kind !== 'change' || edit.id !== at.construct) return []
  const fields = edit.fields as Readonly<Record<string, unknown>>
  if (Object.keys(fields).join() !== String(at.path[0])) return []
  let value: unknown = fields
  for (const step of at.path) value = (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[step]
  return typeof value === 'string' ? [{ title, text: value }] : []
}
