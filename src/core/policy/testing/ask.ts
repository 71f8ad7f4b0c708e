import { evaluateCase } from '../cases/evaluateCase.ts'
import type { ContextValue } from '../language/context.ts'

/** A case with what tests leave out: a role of 111122223333 that reads an object, and may do all there is. */
export const CALL = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example_bucket/report.csv',
  principal: 'arn:aws:iam::111122223333:role/SomeRole',
  resourceAccount: '111122223333',
}
/** Policies that let everything pass. */
export const ALL = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }

type Given = Readonly<Record<string, unknown>>

/** The answer to a case. Throws where it is none. */
export function ask(given: Given) {
  const result = evaluateCase({ ...CALL, ...given })
  if (!result.ok) throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return result.answer
}

/** The verdict where an identity that may do everything meets one more policy. */
export const verdictWith = (policies: Given, given: Given = {}): string =>
  ask({ ...given, policies: { identity: [{ name: 'all', document: ALL }], ...policies } }).verdict

/** Whether a condition is met by a context. */
export function meets(
  condition: Given,
  context: Readonly<Record<string, ContextValue | string | number | boolean | { unknown: true | 'value' }>>,
  version = '2012-10-17',
): boolean | 'open' {
  const document = {
    Version: version,
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: condition },
  }
  const { verdict } = ask({ context, policies: { identity: [{ name: 'one', document }] } })
  return verdict === 'cannot-tell' ? 'open' : verdict === 'allowed'
}
