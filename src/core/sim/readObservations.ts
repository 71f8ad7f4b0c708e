import { SYMPTOMS } from '../model/design.ts'

/** What became of a saved request in reality, as verify.sh of an export tells it: a line of JSON each. */
export interface Observation {
  /** Of the saved request. */
  readonly id: string
  /** When it was tried; ISO 8601. */
  readonly at: string
  /** `succeeds`, what the caller saw, or `not-tried`. */
  readonly outcome: Outcome
  /** What the tool said. */
  readonly detail: string
}
export const OUTCOMES = ['succeeds', 'not-tried', ...SYMPTOMS] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Of a line that is no observation, why; lines count from 1. */
export interface BadLine {
  readonly line: number
  readonly message: string
}
const MOST_SHOWN = 500

/** Reads lines of observations. Empty lines are passed over; a line that is none is said, and costs itself alone. */
export function readObservations(text: string): {
  readonly observations: readonly Observation[]
  readonly bad: readonly BadLine[]
} {
  const observations: Observation[] = []
  const bad: BadLine[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const read = readLine(line)
    if (typeof read === 'string') bad.push({ line: index + 1, message: read })
    else observations.push(read)
  }
  return { observations, bad }
}

function readLine(line: string): Observation | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'it is not JSON'
  }
  if (typeof value !== 'object' || value === null) return 'it is no object'
  const { id, at = '', outcome, detail = '' } = value as Record<string, unknown>
  if (typeof id !== 'string' || id === '') return '“id” is missing: the id of a saved request'
  const known = OUTCOMES.find((one) => one === outcome)
  if (known === undefined) return `“outcome” must be one of ${OUTCOMES.join(', ')}`
  if (typeof at !== 'string' || typeof detail !== 'string') return '“at” and “detail” must be texts'
  return { id, at, outcome: known, detail: detail.slice(0, MOST_SHOWN) }
}
