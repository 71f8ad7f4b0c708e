import { matchesWild } from '../../aws/actions/matchesWild.ts'

/** Keys by which a way is told. Source: IAM guide, global condition keys, properties of the network. */
const WAYS = /^aws:(?:sourcevpce?|sourcevpcarn|sourceip|vpcsourceip|vpceaccount|vpceorgid|vpceorgpaths)$/i
/** By which it would be taken off again. */
const CHANGES = ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy']

type Members = Readonly<Record<string, unknown>>

/** Whether a statement denies everybody who does not come by a way that it names: from elsewhere nobody changes it again. */
export function locksOut(policy: string): boolean {
  let read: unknown
  try {
    read = JSON.parse(policy)
  } catch {
    return false
  }
  const { Statement } = (read ?? {}) as Members
  return [Statement].flat().some((one) => {
    const { Effect, Action, NotAction, Condition } = (one ?? {}) as Members
    const isNamed = (actions: unknown): boolean =>
      [actions].flat().some((action) => CHANGES.some((change) => matchesWild(`${action}`, change)))
    return (
      Effect === 'Deny' &&
      (NotAction === undefined ? isNamed(Action) : !isNamed(NotAction)) &&
      Object.entries((Condition ?? {}) as Members).some(([operator, keys]) =>
        Object.entries((keys ?? {}) as Members).some(
          ([key, value]) =>
            WAYS.test(key) &&
            (operator === 'Null' ? [value].flat().some((is) => `${is}` === 'true') : /not/i.test(operator)),
        ),
      )
    )
  })
}
