import type { Outcome, Row } from './outcome.ts'

const WORDS: Readonly<Record<Outcome['kind'], string>> = { ok: 'ok', difference: 'DIFFERENT', skipped: 'skipped' }

/** Design × step, as text; below it the words of what differs, and once each why something was skipped. */
export function printTable(rows: readonly Row[]): string {
  const steps = [...new Set(rows.flatMap((row) => [...row.steps.keys()]))].sort((a, b) => rankOf(a) - rankOf(b))
  const cells = rows.map((row) => [row.name, ...steps.map((step) => wordOf(row.steps.get(step)))])
  const head = ['design', ...steps]
  const widths = head.map((word, at) => Math.max(word.length, ...cells.map((line) => line[at]!.length)))
  const line = (words: readonly string[]) =>
    words
      .map((word, at) => word.padEnd(widths[at]!))
      .join('  ')
      .trimEnd()
  const told = (kind: Outcome['kind']) =>
    rows.flatMap(({ name, steps }) =>
      [...steps].flatMap(([step, one]) => (one.kind === kind ? [{ name, step, words: one.words }] : [])),
    )
  const skips = new Map<string, string[]>()
  for (const { name, step, words } of told('skipped'))
    skips.set(words, [...(skips.get(words) ?? []), `${name} (${step})`])
  return [
    ...[head, ...cells].map(line),
    ...[...skips].map(([why, where]) => `\nskipped: ${why}\n  ${where.join(', ')}`),
    ...told('difference').map(({ name, step, words }) => `\n${name}, ${step}:\n  ${words.replaceAll('\n', '\n  ')}`),
  ].join('\n')
}

const wordOf = (one: Outcome | undefined): string => (one ? (one.kind === 'ok' ? one.words : WORDS[one.kind]) : '-')

/** The order in which the steps are done. */
const ORDER = [
  'cfn-lint',
  'validate',
  'specification',
  'stranger',
  'made in pieces',
  'again',
  'as drawn',
  'record lost',
  'gone',
  'scripts = stacks',
]
const rankOf = (step: string): number =>
  ORDER.findIndex((one) => step.endsWith(one)) +
  (step.startsWith('stacks') ? 20 : step.startsWith('scripts') ? 10 : 0) +
  (step === 'scripts = stacks' ? 30 : 0)
