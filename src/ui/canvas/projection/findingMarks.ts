import type { Finding, Severity } from '../../../core/checks/index.ts'
import type { ConstructId } from '../../../core/model/index.ts'

/** How many findings lead to a construct, and the gravest of them. */
export interface FindingMark {
  readonly count: number
  readonly severity: Severity
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

/** The mark of each construct that findings lead to. */
export function findingMarks(findings: readonly Finding[]): ReadonlyMap<ConstructId, FindingMark> {
  const marks = new Map<ConstructId, FindingMark>()
  for (const { at, severity } of findings) {
    const id = at[0].construct
    const mark = marks.get(id)
    if (!mark) marks.set(id, { count: 1, severity })
    else
      marks.set(id, {
        count: mark.count + 1,
        severity: GRAVITY[severity] < GRAVITY[mark.severity] ? severity : mark.severity,
      })
  }
  return marks
}
