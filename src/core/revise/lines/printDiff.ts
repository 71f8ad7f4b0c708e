import { type DiffLine, diffLines } from './diffLines.ts'

const SIGNS: Readonly<Record<DiffLine['kind'], string>> = { same: ' ', gone: '-', new: '+' }

/** The difference of a file as `diff -u` prints it; '' where there is none. */
export function printDiff(path: string, before: string, after: string): string {
  const hunks = diffLines(before, after)
  if (hunks.length === 0) return ''
  const printed = hunks.map(({ oldStart, newStart, lines }) => {
    const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind !== kind).length
    const range = (start: number, length: number) => `${length === 0 ? start - 1 : start},${length}`
    const text = lines.map(
      (line) => `${SIGNS[line.kind]}${line.text}${line.text.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`,
    )
    return `@@ -${range(oldStart, count('new'))} +${range(newStart, count('gone'))} @@\n${text.join('')}`
  })
  return `--- a/${path}\n+++ b/${path}\n${printed.join('')}`
}
