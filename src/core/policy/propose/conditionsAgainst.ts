import { keyOf, type ProposedCall } from './proposedCall.ts'
import { covers, type ProposedCondition } from './proposedStatement.ts'

/** How keys are compared by which calls may be told from each other, the way first, then who calls. */
const KEYS: readonly { readonly key: string; readonly is: string; readonly isNot: string }[] = [
  { key: 'aws:SourceVpce', is: 'StringEquals', isNot: 'StringNotEquals' },
  { key: 'aws:SourceVpc', is: 'StringEquals', isNot: 'StringNotEquals' },
  { key: 'aws:PrincipalArn', is: 'ArnEquals', isNot: 'ArnNotEquals' },
  { key: 'aws:PrincipalOrgID', is: 'StringEquals', isNot: 'StringNotEquals' },
  { key: 'aws:PrincipalAccount', is: 'StringEquals', isNot: 'StringNotEquals' },
  { key: 'aws:SourceIp', is: 'IpAddress', isNot: 'NotIpAddress' },
  { key: 'aws:VpcSourceIp', is: 'IpAddress', isNot: 'NotIpAddress' },
  { key: 'aws:SecureTransport', is: 'Bool', isNot: 'Bool' },
]
/** Those by which a call is told that came by another way. */
const OF_THE_WAY: ReadonlySet<string> = new Set(['aws:SourceVpce', 'aws:SourceVpc'])

/** Keys that a request itself gives, beside those that follow from it. */
function keysOf(call: ProposedCall, others: readonly ProposedCall[]): typeof KEYS {
  const known = new Set(KEYS.map(({ key }) => key.toLowerCase()))
  const given = [...new Set([call, ...others].flatMap(({ keys }) => [...keys.keys()]))]
    .filter((key) => !known.has(key) && !DERIVED.test(key))
    .sort()
  return [...KEYS, ...given.map((key) => ({ key, is: 'StringEquals', isNot: 'StringNotEquals' }))]
}
/** What follows from keys that are there already. */
const DERIVED =
  /^(?:aws:(?:sourcevpcarn|vpce|principal(?!tag)|resource|requestedregion|via|called)|s3:resourceaccount$|kms:(?:calleraccount|resourcealiases|viaservice)$)/

/** Conditions each of which a call meets and none of the others does, those first that shut out everything but the others. */
export function conditionsAgainst(call: ProposedCall, others: readonly ProposedCall[]): readonly ProposedCondition[] {
  return keysOf(call, others).flatMap(({ key, is, isNot }): ProposedCondition[] => {
    const own = keyOf(call, key)
    const theirs = others.map((one) => keyOf(one, key))
    if (own === null || theirs.includes(null)) return []
    const values = [...new Set(theirs.flatMap((one) => (one && one !== 'absent' ? [one.value] : [])))].sort()
    if (own !== 'absent' && values.includes(own.value)) return []
    const allHaveIt = theirs.length > 0 && !theirs.includes('absent')
    const butTheirs = allHaveIt && is !== isNot ? [{ operator: isNot, key, values }] : []
    const hasIt = own !== 'absent' ? [{ operator: is, key, values: [own.value] }] : []
    const lacksIt = own === 'absent' && allHaveIt ? [{ operator: 'Null', key, values: ['true'] }] : []
    return key === 'aws:PrincipalArn' ? [...hasIt, ...butTheirs] : [...butTheirs, ...hasIt, ...lacksIt]
  })
}

/** Conditions that a call meets all together, and of which each of the others misses one; null where no keys do that. */
export function conditionsTogether(
  call: ProposedCall,
  others: readonly ProposedCall[],
): readonly ProposedCondition[] | null {
  const each = keysOf(call, others).flatMap(({ key, is }) => {
    const own = keyOf(call, key)
    if (own === null) return []
    const condition =
      own === 'absent' ? { operator: 'Null', key, values: ['true'] } : { operator: is, key, values: [own.value] }
    const misses = others.filter((one) => {
      const other = keyOf(one, key)
      if (other === null) return false
      return own === 'absent' ? other !== 'absent' : other === 'absent' || other.value !== own.value
    })
    return misses.length > 0 ? [{ condition, misses: new Set(misses) }] : []
  })
  const chosen: ProposedCondition[] = []
  let left = others
  while (left.length > 0) {
    const caught = (one: (typeof each)[number]) => left.filter((other) => one.misses.has(other)).length
    const [best] = each.toSorted((a, b) => caught(b) - caught(a))
    if (!best || caught(best) === 0) return null
    chosen.push(best.condition)
    left = left.filter((other) => !best.misses.has(other))
  }
  return chosen
}

/** Those of them that say what the call has, not what the others have: by such an Allow lets it through. */
export function conditionsFor(call: ProposedCall, against: readonly ProposedCall[]): readonly ProposedCondition[] {
  return conditionsAgainst(call, against).filter(({ operator }) => !operator.includes('Not') && operator !== 'Null')
}

/** Exceptions from a Deny, each of which leaves a call out: the way that it takes, who calls. */
export function exceptionsFor(call: ProposedCall): readonly ProposedCondition[] {
  return KEYS.flatMap(({ key, isNot }) => {
    const own = keyOf(call, key)
    const isTold = OF_THE_WAY.has(key) || key === 'aws:PrincipalArn' || key === 'aws:SourceIp'
    return isTold && own !== null && own !== 'absent' ? [{ operator: isNot, key, values: [own.value] }] : []
  })
}

/** Whether a statement about the one, by action and resource, is about the other too. */
export const isAlike = (one: ProposedCall, other: ProposedCall): boolean =>
  one.action.toLowerCase() === other.action.toLowerCase() &&
  (covers(one.resource, other.resource) || covers(other.resource, one.resource))
