import type { Principals } from '../document.ts'
import { MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
import { accountOf, type Principal, readPrincipal } from '../principal.ts'

/**
 * How directly a policy names who calls, which says what an `Allow` in a resource's policy is worth in the same account:
 * - `account`: the account is named, which may pass it on to whom it wants; the caller's own policies must allow too.
 * - `role`: its role is named; boundary and session policies limit that.
 * - `direct`: the user, the session or everybody is named; no missing `Allow` elsewhere limits that.
 * Source: IAM guide, policy evaluation logic, “determining whether a request is allowed” (table of principals); JSON policy elements, Principal.
 */
export const GRANTS = ['account', 'role', 'direct'] as const
export type Grant = (typeof GRANTS)[number]

/** Whether somebody is named, and how directly. */
export interface NamedAs {
  readonly named: Ternary
  readonly as: Grant
}
const NOT_NAMED: NamedAs = { named: NO, as: 'direct' }

/** Where a policy stands, as far as that changes whom a principal means. */
export interface PrincipalRules {
  /** A gateway endpoint's policy: an account there is its root user alone. Source: PrivateLink guide, endpoint policies for gateway endpoints. */
  readonly gateway: boolean
}

type Test = (principal: Principal) => NamedAs

/** What decides whether one of `principals` is meant. The most direct naming counts. */
export function compilePrincipals(principals: Principals, rules: PrincipalRules): Test {
  if (principals === '*') return () => EVERYBODY
  const tests: Test[] = [
    ...(principals.AWS ?? []).map((text) => namesAws(text, rules)),
    ...(principals.Service ?? []).map(namesService),
    ...(principals.Federated ?? []).map((): Test => () => NOT_NAMED),
    ...(principals.CanonicalUser ?? []).map((): Test => namesCanonicalUser),
  ]
  return (principal) => {
    let best = NOT_NAMED
    for (const test of tests) {
      const found = test(principal)
      if (rank(found) > rank(best)) best = found
      if (best === EVERYBODY) return best
    }
    return best
  }
}

const EVERYBODY: NamedAs = { named: YES, as: 'direct' }
const rank = ({ named, as }: NamedAs): number => (named === NO ? 0 : named * GRANTS.length + GRANTS.indexOf(as))

const ACCOUNT = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/

function namesAws(text: string, { gateway }: PrincipalRules): Test {
  if (text === '*') return (principal) => (principal.kind === 'service' ? NOT_NAMED : EVERYBODY)
  const [, account] = ACCOUNT.exec(text) ?? []
  if (account !== undefined)
    return (principal) => {
      if (accountOf(principal) !== account) return NOT_NAMED
      if (principal.kind === 'root') return EVERYBODY
      return gateway ? NOT_NAMED : { named: YES, as: 'account' }
    }
  const named = readPrincipal(text)
  if (named === null || named.kind === 'service' || named.kind === 'anonymous') return () => NOT_NAMED
  // where a gateway endpoint's policy names one by ARN, the guides differ: it counts, and "*" with aws:PrincipalArn is asked for
  const yes = gateway ? MAYBE : YES
  return (principal) => {
    if (principal.kind === 'service' || principal.kind === 'anonymous') return NOT_NAMED
    if (named.kind !== principal.kind || named.account !== principal.account) return NOT_NAMED
    if (named.kind !== 'role' || principal.kind !== 'role')
      return named.arn === principal.arn ? { named: yes, as: 'direct' } : NOT_NAMED
    if (named.session === null) {
      // a session says the name of its role and not the path; names are unique in an account
      const same = principal.session === null ? named.arn === principal.arn : named.name === principal.name
      return same ? { named: yes, as: 'role' } : NOT_NAMED
    }
    if (named.name !== principal.name) return NOT_NAMED
    if (principal.session === null) return { named: MAYBE, as: 'direct' }
    return named.session === principal.session ? { named: yes, as: 'direct' } : NOT_NAMED
  }
}

const namesService =
  (text: string): Test =>
  (principal) =>
    principal.kind === 'service' && (text === '*' || text === principal.name) ? EVERYBODY : NOT_NAMED

/** An account by the number that S3 knows it by, which says nothing here. Source: IAM guide, Principal, “CanonicalUser”. */
const namesCanonicalUser: Test = (principal) =>
  accountOf(principal) === null ? NOT_NAMED : { named: MAYBE, as: 'account' }
