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
 * context keys; S3, `s3:ResourceAccount`. Given keys win: they are `context`, in whatever case.
 */
export function deriveKeys(facts: CallFacts, context: Readonly<Record<string, ContextValue>>): Context {
  const { principal, principalTags, principalOrg, resourceAccount, resourceOrg } = facts
  const keys = new Map<string, ContextValue>()
  const set = (key: string, value: string | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') keys.set(key.toLowerCase(), [value])
  }
  const account = accountOf(principal)
  set('aws:PrincipalType', TYPES[principal.kind])
  set('aws:PrincipalAccount', principal.kind === 'anonymous' ? 'anonymous' : account)
  if (account !== null) set('aws:PrincipalOrgID', principalOrg)
  if (account !== null && facts.principalOrgPaths) keys.set('aws:principalorgpaths', facts.principalOrgPaths)
  if ('arn' in principal) set('aws:PrincipalArn', principal.arn)
  if (principal.kind === 'user') set('aws:username', principal.name)
  if (principal.kind === 'service') {
    set('aws:PrincipalServiceName', principal.name)
    set('aws:PrincipalIsAWSService', 'true')
  } else if (principal.kind !== 'anonymous') set('aws:PrincipalIsAWSService', 'false')
  for (const [tag, value] of Object.entries(principalTags)) keys.set(`aws:principaltag/${tag.toLowerCase()}`, [value])
  set('aws:ResourceAccount', resourceAccount)
  if (resourceAccount !== null) set('aws:ResourceOrgID', resourceOrg)
  if (resourceAccount !== null && facts.resourceOrgPaths) keys.set('aws:resourceorgpaths', facts.resourceOrgPaths)
  const [, , service, region] = arnParts(facts.resource) ?? []
  if (service === 's3') set('s3:ResourceAccount', resourceAccount)
  set('aws:RequestedRegion', region)
  for (const [key, value] of Object.entries(context)) keys.set(key.toLowerCase(), value)
  return keys
}
