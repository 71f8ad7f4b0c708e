import { type SavedRequest, SYMPTOMS } from '../model/design.ts'

/** What became of a saved request in reality, as verify.sh of an export tells it. */
export interface Observation {
  /** Of the saved request. */
  readonly id: string
  /** When it was tried; ISO 8601, empty where nobody says. */
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

/**
 * Reads what verify.sh printed: with --json a line for each result, else rows of a table, which name requests of the design. What else the
 * table consists of, and empty lines, are passed over; a line that is none of that is said, and costs itself alone.
 */
export function readObservations(
  text: string,
  requests: readonly SavedRequest[] = [],
): {
  readonly observations: readonly Observation[]
  readonly bad: readonly BadLine[]
} {
  const observations: Observation[] = []
  const bad: BadLine[] = []
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || HEADING.test(line) || SUMMARY.test(line)) continue
    const read = ROW.test(line) ? readRow(line.replace(ROW, ''), requests) : readJson(line)
    if (typeof read === 'string') bad.push({ line: index + 1, message: read })
    else observations.push(read)
  }
  return { observations, bad }
}

function readJson(line: string): Observation | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'it is not JSON, and no row of the table that verify.sh prints'
  }
  if (typeof value !== 'object' || value === null) return 'it is no object'
  const { id, at = '', outcome, detail = '' } = value as Record<string, unknown>
  if (typeof id !== 'string' || id === '') return '“id” is missing: the id of a saved request'
  const known = OUTCOMES.find((one) => one === outcome)
  if (known === undefined) return `“outcome” must be one of ${OUTCOMES.join(', ')}`
  if (typeof at !== 'string' || typeof detail !== 'string') return '“at” and “detail” must be texts'
  return { id, at, outcome: known, detail: detail.slice(0, MOST_SHOWN) }
}

const HEADING = /^\s+Request\s+Expected\s+Seen\s+Detail\s*$/
const SUMMARY = /^\d+ as expected, \d+ different, \d+ not tried\.$/
const ROW = /^(?:ok|DIFFERS|seen|not tried) +/
const OUTCOME = `(?:${OUTCOMES.join('|')})`
/** What follows the name in a row: what was expected, what was seen, and what the tool said. */
const SEEN = new RegExp(`^ +(?:-|${OUTCOME}(?: ${OUTCOME})?) +(${OUTCOME})(?: +(.*))?$`)

/** A row of the table, without its first word. */
function readRow(row: string, requests: readonly SavedRequest[]): Observation | string {
  const named = requests.filter((saved) => SEEN.test(restAfter(row, titleOf(saved))))
  const [saved] = named
  if (!saved) return 'it names no request that is saved with the design'
  const title = titleOf(saved)
  if (named.length > 1) return `${named.length} saved requests are called “${title}”; verify.sh --json tells them apart`
  const [, outcome, detail = ''] = SEEN.exec(restAfter(row, title))!
  return { id: saved.id, at: '', outcome: outcome as Outcome, detail: detail.trim().slice(0, MOST_SHOWN) }
}

const restAfter = (row: string, title: string): string => (row.startsWith(title) ? row.slice(title.length) : '')

/** As verify.sh prints it. */
const titleOf = ({ id, name }: SavedRequest): string => (name === '' ? id : name).replace(/[^\P{C}]/gu, ' ')
