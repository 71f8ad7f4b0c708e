import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines } from './diffLines.ts'
import { printDiff } from './printDiff.ts'

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'long line'), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('\n', '').map((end) => (lines.length > 0 ? lines.join('\n') + end : '')))

/** The second text, made of the first and the difference as it is printed. */
function patched(before: string, patch: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? []
  let made = ''
  let at = 0
  const [, , ...rest] = patch.match(/[^\n]*\n/g)!
  for (const [index, line] of rest.entries()) {
    const [, start, count] = /^@@ -(\d+),(\d+) /.exec(line) ?? []
    const text = rest[index + 1]?.startsWith('\\') ? line.slice(1, -1) : line.slice(1)
    if (start) {
      const from = Number(start) - (count === '0' ? 0 : 1)
      made += lines.slice(at, from).join('')
      at = from
    } else if (line.startsWith('+')) made += text
    else if (!line.startsWith('\\')) {
      expect(lines[at]).toBe(text)
      if (line.startsWith(' ')) made += text
      at++
    }
  }
  return made + lines.slice(at).join('')
}

test('what is printed makes the second text of the first', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      fc.pre(before !== after)
      expect(patched(before, printDiff('file', before, after))).toBe(after)
    }),
    { numRuns: 500 },
  )
})
test('three lines stand around what changed', () => {
  const before = 'a b c d e f g h i j k l m n o p'.split(' ').join('\n')
  expect(printDiff('x', before, before.replace('e', 'E').replace('o', 'O'))).toBe(
    '--- a/x\n+++ b/x\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n@@ -12,5 +12,5 @@\n l\n m\n n\n-o\n+O\n p\n\\ No newline at end of file\n',
  )
})
test('the same text has no difference', () => {
  expect(diffLines('a\nb', 'a\nb')).toEqual([])
  expect(printDiff('x', 'a', 'a')).toBe('')
})
test('texts that have nothing in common are told in a moment', () => {
  const many = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join('\n')
  expect(diffLines(many('a'), many('b'))[0]!.lines.length).toBe(40_000)
})
