import { messageOf } from '../base/messageOf.ts'
import { compareText } from '../base/order.ts'
import type { Check, CheckContext, Finding, Severity } from './check.ts'
import { checks } from './checks.ts'
import { wholeDesign } from './parts/wholeDesign.ts'

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

/** All that the checks object to: errors first, then by construct and check. */
export const runChecks = (context: CheckContext, table: readonly Check[] = checks): readonly Finding[] =>
  table
    .flatMap((check) => findingsOf(check, context))
    .sort(
      (a, b) =>
        RANK[a.severity] - RANK[b.severity] ||
        compareText(a.at[0].construct, b.at[0].construct) ||
        compareText(a.check, b.check),
    )

function findingsOf(check: Check, context: CheckContext): readonly Finding[] {
  const { id, severity, title, learnMore } = check
  const findings: Finding[] = []
  try {
    for (const { at, message, awsError = null, fixes = [] } of check.find(context))
      findings.push({
        check: id,
        severity,
        title,
        at: placesThatAreThere(context, at),
        message,
        awsError,
        learnMore,
        fixes,
      })
  } catch (error) {
    // a fault in one check must not hide what the others see, nor itself
    const message = `This check failed on this design: ${messageOf(error)}`
    findings.push({
      check: id,
      severity: 'error',
      title,
      at: [wholeDesign()],
      message,
      awsError: null,
      learnMore,
      fixes: [],
    })
  }
  return findings
}

/** A construct may name others that the design lacks; there is nothing to lead to. */
function placesThatAreThere({ design }: CheckContext, [first, ...others]: Finding['at']): Finding['at'] {
  return [first, ...others.filter(({ construct }) => construct === '' || Object.hasOwn(design.constructs, construct))]
}
