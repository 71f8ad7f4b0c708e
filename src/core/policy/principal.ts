import { arnParts } from './language/arnParts.ts'

/** Who makes a call. `arn` is that of the role for a session of it, `session` the session's own where it is known. */
export type Principal =
  | {
      readonly kind: 'role'
      readonly account: string
      readonly arn: string
      readonly name: string
      readonly session: string | null
      /** A session’s ARN has the name of its role alone: then `arn` may lack the role’s path. */
      readonly pathKnown: boolean
    }
  | {
      readonly kind: 'user' | 'federated-user' | 'root'
      readonly account: string
      readonly arn: string
      readonly name: string
    }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'anonymous' }

const ACCOUNT = /^\d{12}$/
const SERVICE = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/

/**
 * Reads who makes a call: the ARN of a role, of a session of one, of a user, a federated user or an account's root, the name of a service, or
 * `anonymous`. Null for anything else. Source: IAM guide, JSON policy elements, Principal.
 */
export function readPrincipal(text: string): Principal | null {
  if (text === 'anonymous' || text === '*') return { kind: 'anonymous' }
  if (SERVICE.test(text)) return { kind: 'service', name: text }
  const [prefix, partition, service, region, account = '', what = ''] = arnParts(text) ?? []
  if (prefix !== 'arn' || region !== '' || !ACCOUNT.test(account)) return null
  const name = what.slice(what.lastIndexOf('/') + 1)
  if (service === 'iam' && what === 'root') return { kind: 'root', account, arn: text, name: 'root' }
  if (name === '') return null
  if (service === 'iam' && what.startsWith('role/'))
    return { kind: 'role', account, arn: text, name, session: null, pathKnown: true }
  if (service === 'iam' && what.startsWith('user/')) return { kind: 'user', account, arn: text, name }
  if (service !== 'sts') return null
  if (what.startsWith('federated-user/')) return { kind: 'federated-user', account, arn: text, name }
  const [, role] = /^assumed-role\/([^/]+)\/[^/]+$/.exec(what) ?? []
  if (role === undefined) return null
  const arn = `arn:${partition}:iam::${account}:role/${role}`
  return { kind: 'role', account, arn, name: role, session: text, pathKnown: false }
}

/** The account that someone acts for; null for a service, and for somebody nobody knows. */
export const accountOf = (principal: Principal): string | null => ('account' in principal ? principal.account : null)
