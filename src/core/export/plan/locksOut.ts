/** Keys by which a way is told. Source: IAM guide, global condition keys, properties of the network. */
const WAYS = /^aws:(?:sourcevpce?|sourceip|vpcsourceip)$/i

/** Whether a statement denies everybody who does not come by a way that it names: from elsewhere nobody changes it again. */
export function locksOut(policy: string): boolean {
  let read: unknown
  try {
    read = JSON.parse(policy)
  } catch {
    return false
  }
  const { Statement } = (read ?? {}) as { readonly Statement?: unknown }
  return [Statement].flat().some((one) => {
    const { Effect, Action, Condition } = (one ?? {}) as Readonly<Record<string, unknown>>
    return (
      Effect === 'Deny' &&
      [Action]
        .flat()
        .some((action) => action === '*' || /^s3:(?:\*|put\*|(?:put|delete)bucketpolicy)$/i.test(`${action}`)) &&
      Object.entries((Condition ?? {}) as Readonly<Record<string, unknown>>).some(
        ([operator, keys]) => /not/i.test(operator) && Object.keys(keys ?? {}).some((key) => WAYS.test(key)),
      )
    )
  })
}
