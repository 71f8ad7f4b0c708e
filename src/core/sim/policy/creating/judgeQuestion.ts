import { authorizeAsked, type Questioning } from '../authorizeAsked.ts'
import type { Judged } from '../judged.ts'
import type { Question } from './question.ts'

/** Keys that tell of one resource: they are not carried with questions about another one. */
const OF_ONE = /^(?:ec2:(?!region$)|aws:(?:requesttag|resourcetag)\/|aws:tagkeys$)/

/** Judges a question in every way that it may be asked: where they come to different things, nobody can tell. */
export function judgeQuestion(base: Omit<Questioning, 'asked' | 'before'>, question: Question): Judged {
  const { action, ways, open, perhaps, takes, account, construct } = question
  const given = Object.fromEntries(
    Object.entries(base.given).filter(([key]) => !OF_ONE.test(key.toLowerCase()) || takes.test(key.toLowerCase())),
  )
  const judged = ways.slice(0, MOST_WAYS).map(({ arn, keys }) =>
    authorizeAsked({
      ...base,
      given,
      asked: { action, found: { kind: 'plain', account, arn }, by: null, keys, behindAccessPoint: false },
      before: undefined,
    }),
  )
  const [first] = judged as [Judged, ...Judged[]]
  const at = construct === null ? null : { construct, path: [] }
  const same = judged.every((one) => one.authorization.verdict === first.authorization.verdict)
  if (!same || ways.length > MOST_WAYS) return inDoubt(first, open ?? 'what it is asked about', at)
  return perhaps !== null && first.authorization.verdict === 'denied' ? inDoubt(first, perhaps, at) : first
}

/** So many ids that policies name are looked at; where they name more, nobody has. */
const MOST_WAYS = 200

function inDoubt(judged: Judged, message: string, at: NonNullable<Judged['doubt']>['at']): Judged {
  const { levels } = judged.authorization
  return {
    ...judged,
    authorization: { verdict: 'cannot-tell', why: 'cannot-tell', deniedBy: [], levels },
    doubt: { message, at },
  }
}
