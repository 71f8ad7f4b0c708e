import { arnParts } from './language/arnParts.ts'
import type { Context, ContextValue } from './language/context.ts'
import { accountOf, type Principal } from './principal.ts'

/** What is known of a call beside its principal, action and resource. Null: nobody said. */
export interface CallFacts {
  readonly principal: Principal
  readonly principalTags: Readonly<Record<string, string>>
  /** The organisation of the principal’s account; null where it is in none. */
  readonly principalOrg: string | null
  readonly resource: string
  readonly resourceAccount: string | null
  readonly resourceOrg: string | null
  /** Where the account of each is in its organisation; null = nowhere, or in none. */
  readonly principalOrgPaths: ContextValue | null
  readonly resourceOrgPaths: ContextValue | null
}

/** How `aws:PrincipalType` calls who makes a call. Source: IAM guide, global condition keys, aws:PrincipalType. */
const TYPES = {
  role: 'AssumedRole',
  user: 'User',
  'federated-user': 'FederatedUser',
  root: 'Account',
  service: null,
  anonymous: 'Anonymous',
} as const

/**
 * The condition keys that follow from who calls what. `aws:PrincipalArn` of a session is its role’s ARN. Source: IAM guide, AWS global condition
 * context keys; S3, `s3:ResourceAccount`. Given keys win, the last of them first: they are `contexts`, in whatever case.
 */
export function deriveKeys(facts: CallFacts, ...contexts: readonly Readonly<Record<string, ContextValue>>[]): Context {
  const { principal, principalTags, principalOrg, resourceAccount, resourceOrg } = facts
  const keys = new Map<string, ContextValue>()
  const set = (key: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') keys.set(key, [value])
  }
  const account = accountOf(principal)
  set('aws:principaltype', TYPES[principal.kind])
  set('aws:principalaccount', principal.kind === 'anonymous' ? 'anonymous' : account)
  if (account !== null) set('aws:principalorgid', principalOrg)
  if (account !== null && facts.principalOrgPaths) keys.set('aws:principalorgpaths', facts.principalOrgPaths)
  if ('arn' in principal) set('aws:principalarn', principal.arn)
  if (principal.kind === 'user') set('aws:username', principal.name)
  if (principal.kind === 'service') {
    set('aws:principalservicename', principal.name)
    set('aws:principalisawsservice', 'true')
  } else if (principal.kind !== 'anonymous') set('aws:principalisawsservice', 'false')
  for (const tag in principalTags) keys.set(`aws:principaltag/${tag.toLowerCase()}`, [principalTags[tag]!])
  set('aws:resourceaccount', resourceAccount)
  if (resourceAccount !== null) set('aws:resourceorgid', resourceOrg)
  if (resourceAccount !== null && facts.resourceOrgPaths) keys.set('aws:resourceorgpaths', facts.resourceOrgPaths)
  const [, , service, region] = arnParts(facts.resource) ?? []
  if (service === 's3') set('s3:resourceaccount', resourceAccount)
  set('aws:requestedregion', region)
  for (const context of contexts) for (const key in context) keys.set(key.toLowerCase(), context[key]!)
  return keys
}
