import type { Origin } from '../../topology/origin.ts'
import type { Branch, Step } from '../verdict.ts'

const at = (origin: Origin | null) => (origin ? [origin.construct, ...origin.path].join('.') : '-')
const wordsOf = (detail: object): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value).replaceAll('"', '') : value}`)
    .join(' ')
/** What a step says, in one line: outcome, what it looked at, who decided, what else was considered. */
function lineOf({ kind, outcome, code, detail, evidence }: Step): string {
  const { decidedBy, rule, considered } = evidence
  const why = `by ${rule ? `${rule} ` : ''}${at(decidedBy)}${considered.length > 0 ? ` of ${considered.map(at).join(' ')}` : ''}`
  return `${kind} ${outcome}${code ? ` ${code}` : ''} ${wordsOf(detail)} ${why}`
}

/** The trace of a branch: a line for each step, with the leg and the hop it stands at. */
export const traceLines = ({ legs }: Branch): readonly string[] =>
  legs.flatMap(({ direction, hops }) =>
    hops.flatMap((hop) => hop.steps.map((step) => `${direction} ${hop.label}: ${lineOf(step)}`)),
  )
