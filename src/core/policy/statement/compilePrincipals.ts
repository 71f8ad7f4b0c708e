import type { Principals } from '../document.ts'
import { either, MAYBE, NO, type Ternary, YES } from '../language/ternary.ts'
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

/** Whether somebody is named, in each of the ways. */
export type Naming = Readonly<Record<Grant, Ternary>>

export const NOT_NAMED: Naming = { account: NO, role: NO, direct: NO }
const BY_ACCOUNT: Naming = { account: YES, role: NO, direct: NO }
const BY_ROLE: Naming = { account: NO, role: YES, direct: NO }
/** Everybody is named, or just who calls. */
export const DIRECTLY: Naming = { account: NO, role: NO, direct: YES }
const PERHAPS_ACCOUNT: Naming = { account: MAYBE, role: NO, direct: NO }
const PERHAPS_ROLE: Naming = { account: NO, role: MAYBE, direct: NO }
const PERHAPS: Naming = { account: NO, role: NO, direct: MAYBE }

/** Whether somebody is named at all. */
export const isNamed = ({ account, role, direct }: Naming): Ternary => either(either(account, role), direct)

/** Where a policy stands, as far as that changes whom a principal means. */
export interface PrincipalRules {
  /** A gateway endpoint's policy: an account there is its root user alone. Source: PrivateLink guide, endpoint policies for gateway endpoints. */
  readonly gateway: boolean
}

type Names = (principal: Principal) => Naming

/** What tells whether, and how directly, somebody is one of `principals`. */
export function compilePrincipals(principals: Principals, rules: PrincipalRules): Names {
  if (principals === '*') return () => DIRECTLY
  const tests = testsOf(principals, rules)
  if (tests.length === 1) return tests[0]!
  return (principal) => {
    let found = NOT_NAMED
    for (const test of tests) {
      const naming = test(principal)
      if (naming === DIRECTLY) return DIRECTLY
      if (naming !== NOT_NAMED) found = found === NOT_NAMED ? naming : eitherNaming(found, naming)
    }
    return found
  }
}

const testsOf = (principals: Exclude<Principals, '*'>, rules: PrincipalRules): readonly Names[] => [
  ...(principals.AWS ?? []).map((text) => namesAws(text, rules)),
  ...(principals.Service ?? []).map(namesService),
  ...(principals.Federated ?? []).map(() => namesFederated),
  ...(principals.CanonicalUser ?? []).map(() => namesCanonicalUser),
]

const eitherNaming = (a: Naming, b: Naming): Naming => ({
  account: either(a.account, b.account),
  role: either(a.role, b.role),
  direct: either(a.direct, b.direct),
})

const ACCOUNT = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/

function namesAws(text: string, { gateway }: PrincipalRules): Names {
  if (text === '*') return (principal) => (principal.kind === 'service' ? NOT_NAMED : DIRECTLY)
  const [, account] = ACCOUNT.exec(text) ?? []
  if (account !== undefined)
    return (principal) => {
      if (accountOf(principal) !== account) return NOT_NAMED
      if (principal.kind === 'root') return DIRECTLY
      return gateway ? NOT_NAMED : BY_ACCOUNT
    }
  const named = readPrincipal(text)
  if (named === null || !('account' in named)) return () => NOT_NAMED
  // where a gateway endpoint's policy names one by ARN, the guides differ: it counts, and "*" with aws:PrincipalArn is asked for
  const [directly, byRole] = gateway ? [PERHAPS, PERHAPS_ROLE] : [DIRECTLY, BY_ROLE]
  return (principal) => {
    if (!('account' in principal) || named.account !== principal.account) return NOT_NAMED
    // the user who asked for a federated user's session; which one it was, its ARN does not say. Source: IAM guide, policy evaluation logic
    if (named.kind === 'user' && principal.kind === 'federated-user') return PERHAPS_ROLE
    if (named.kind !== principal.kind) return NOT_NAMED
    if (named.kind !== 'role' || principal.kind !== 'role') return named.arn === principal.arn ? directly : NOT_NAMED
    // a session says the name of its role and not the path; names are unique in an account
    if (named.name !== principal.name) return NOT_NAMED
    if (named.session === null) return principal.pathKnown && named.arn !== principal.arn ? NOT_NAMED : byRole
    if (principal.session === null) return PERHAPS
    return named.session === principal.session ? directly : NOT_NAMED
  }
}

const namesService =
  (text: string): Names =>
  (principal) =>
    principal.kind === 'service' && (text === '*' || text === principal.name) ? DIRECTLY : NOT_NAMED

/** Somebody whom a provider of identities vouches for calls without credentials of AWS. Source: IAM guide, Principal, OIDC and SAML federated principals. */
const namesFederated: Names = (principal) => (principal.kind === 'anonymous' ? PERHAPS : NOT_NAMED)

/** An account by the number that S3 knows it by, which says nothing here. Source: IAM guide, Principal, “CanonicalUser”. */
const namesCanonicalUser: Names = (principal) => (accountOf(principal) === null ? NOT_NAMED : PERHAPS_ACCOUNT)

/**
 * What tells whether `NotPrincipal` leaves somebody out. AWS may compare the account first, then the role, then the session: all have to be named.
 * Where only some are, nobody says. Source: IAM guide, JSON policy elements, NotPrincipal ("you must also specify the account ARN of the not-denied
 * principal").
 */
export function compileLeftOut(principals: Principals, rules: PrincipalRules): (principal: Principal) => Ternary {
  if (principals === '*') return () => YES
  const tests = testsOf(principals, rules)
  const accounts = (principals.AWS ?? []).flatMap((text) => ACCOUNT.exec(text)?.[1] ?? [])
  const sessions = (principals.AWS ?? []).flatMap((text) => {
    const named = readPrincipal(text)
    return named?.kind === 'role' && named.session !== null ? [named] : []
  })
  return (principal) => {
    if (!('account' in principal) || principal.kind === 'root')
      return tests.reduce<Ternary>((found, test) => either(found, isNamed(test(principal))), NO)
    const naming = tests.reduce((found, test) => eitherNaming(found, test(principal)), NOT_NAMED)
    if ((principals.AWS ?? []).includes('*')) return YES
    const byAccount = accounts.includes(principal.account)
    if (!byAccount && isNamed(naming) === NO) return NO
    const bySession = sessions.some(({ account, name }) => account === principal.account && name === principal.name)
    const itself = principal.kind !== 'role' ? naming.direct : bySession ? bothOf(naming) : naming.role
    return byAccount && itself === YES ? YES : MAYBE
  }
}

const bothOf = ({ role, direct }: Naming): Ternary => (role < direct ? role : direct)
