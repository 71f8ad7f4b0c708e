import { areMet, type ValuesOf } from './areMet.ts'
import { fillIn, isLike, isResourceLike, sixParts } from './isLike.ts'
import { listOf, type RawDocument, type RawStatement } from './rawCase.ts'
import type { Choose } from './worlds.ts'

/** Who calls. `session` is the ARN of a role's session; '' where there is none. */
export interface Caller {
  readonly kind: 'role' | 'user' | 'federated-user' | 'root' | 'service' | 'anonymous'
  readonly account: string
  /** The ARN of the role, user or root; the name of the service. */
  readonly arn: string
  readonly name: string
  readonly session: string
  /** A session of a role of which nobody says the path. */
  readonly pathKnown: boolean
  readonly bounded: boolean
}

export interface Asked {
  readonly action: string
  readonly resource: string
  readonly caller: Caller
  readonly valuesOf: ValuesOf
  readonly choose: Choose
}

/** How a policy that has principals names the caller, the closest last. */
export const CLOSENESS = ['not', 'account', 'role', 'direct'] as const
export type Closeness = (typeof CLOSENESS)[number]

/** What a statement's list of principals makes of the caller. Source: IAM guide, JSON policy elements, Principal. */
export function closeness(
  principal: NonNullable<RawStatement['Principal']>,
  asked: Asked,
  gateway: boolean,
): Closeness {
  const { caller, choose } = asked
  if (principal === '*') return 'direct'
  const found: Closeness[] = ['not']
  for (const one of listOf(principal.Service))
    if (caller.kind === 'service' && one === caller.name) found.push('direct')
  if (principal.Federated && caller.kind === 'anonymous' && choose('vouched for', [true, false])) found.push('direct')
  for (const one of listOf(principal.CanonicalUser))
    if (caller.account !== '' && choose(`canonical ${one}`, [true, false])) found.push('account')
  for (const one of listOf(principal.AWS)) {
    if (one === '*') {
      if (caller.kind !== 'service') found.push('direct')
      continue
    }
    const parts = sixParts(one)
    const account = parts ? parts[4] : one
    if (caller.account === '' || account !== caller.account) continue
    if (!parts || parts[5] === 'root') {
      if (!gateway || caller.kind === 'root') found.push('account')
      continue
    }
    if (caller.kind === 'federated-user' && parts[5]!.startsWith('user/')) {
      const users = [one, 'another user']
      if (choose(`${one} federated ${caller.name}`, users) === one) found.push('role')
      continue
    }
    const named = closenessOf(one, parts[5]!, caller)
    if (named !== 'not' && (!gateway || choose('gateway endpoints know roles and users', [true, false])))
      found.push(named)
  }
  return found.reduce((a, b) => (CLOSENESS.indexOf(b) > CLOSENESS.indexOf(a) ? b : a))
}

function closenessOf(arn: string, what: string, caller: Caller): Closeness {
  if (caller.kind === 'role') {
    if (what.startsWith('role/')) return isItsRole(arn, caller) ? 'role' : 'not'
    return arn === caller.session ? 'direct' : 'not'
  }
  return arn === caller.arn ? 'direct' : 'not'
}

const isItsRole = (arn: string, caller: Caller): boolean =>
  caller.pathKnown ? arn === caller.arn : arn.slice(arn.lastIndexOf('/') + 1) === caller.name

/**
 * Whether `NotPrincipal` leaves the caller out. The guide asks for the caller, its role and its account; what a part of these does it leaves open.
 * Source: IAM guide, JSON policy elements, NotPrincipal.
 */
function isLeftOut(list: NonNullable<RawStatement['NotPrincipal']>, asked: Asked, gateway: boolean): boolean {
  const { caller, choose } = asked
  if (list === '*') return true
  const names = listOf(list.AWS)
  if (caller.account === '' || caller.kind === 'root' || names.includes('*'))
    return closeness(list, asked, gateway) !== 'not'
  const account = names.some((one) => one === caller.account || one === `arn:aws:iam::${caller.account}:root`)
  const direct = closeness(
    { AWS: names.filter((one) => one !== caller.account && !one.endsWith(':root')) },
    asked,
    gateway,
  )
  const perhaps = list.CanonicalUser !== undefined && closeness(list, asked, gateway) !== 'not'
  if (!account && !perhaps && direct === 'not') return false
  const sessions = names.filter((one) => one.includes(`:${caller.account}:assumed-role/${caller.name}/`))
  const role = names.some((one) => one.includes(`:${caller.account}:role/`) && isItsRole(one, caller))
  const whole =
    caller.kind === 'role'
      ? role && (sessions.length === 0 ? direct === 'role' : sessions.includes(caller.session) && direct !== 'not')
      : direct === 'direct'
  return account && whole ? true : choose(`left out by ${JSON.stringify(list)}`, [true, false])
}

/** How a statement is met: not at all, or with how it names the caller; `direct` in a policy without principals. */
function meeting(statement: RawStatement, version: string, asked: Asked, gateway: boolean): Closeness {
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition, Effect } = statement
  const action = asked.action.toLowerCase()
  const single = (key: string): string | null => {
    const found = asked.valuesOf(key)
    return found?.length === 1 ? found[0]! : null
  }
  const isAction = (one: string): boolean => isLike(one.toLowerCase(), action)
  const isResource = (one: string): boolean => {
    const filled = fillIn(one, version, single)
    return filled !== null && isResourceLike(filled, asked.resource)
  }
  if (Action && !listOf(Action).some(isAction)) return 'not'
  if (NotAction && listOf(NotAction).some(isAction)) return 'not'
  if (Resource && !listOf(Resource).some(isResource)) return 'not'
  if (NotResource && listOf(NotResource).some(isResource)) return 'not'
  let close: Closeness = 'direct'
  if (Principal) close = closeness(Principal, asked, gateway)
  if (NotPrincipal && !(Effect === 'Deny' && asked.caller.bounded) && isLeftOut(NotPrincipal, asked, gateway))
    return 'not'
  if (close === 'not') return 'not'
  if (Condition && !areMet(Condition, version, asked.valuesOf, asked.choose)) return 'not'
  return close
}

/** What a policy says of a call, by effect. */
export interface Said {
  readonly allows: Closeness
  readonly denies: boolean
}

/** What some policies say together: the closest Allow, and whether there is a Deny. */
export function saidBy(documents: readonly RawDocument[], asked: Asked, gateway = false): Said {
  let allows: Closeness = 'not'
  let denies = false
  for (const { Version = '2008-10-17', Statement } of documents)
    for (const statement of listOf<RawStatement>(Statement)) {
      const close = meeting(statement, Version, asked, gateway)
      if (close === 'not') continue
      if (statement.Effect === 'Deny') denies = true
      else if (CLOSENESS.indexOf(close) > CLOSENESS.indexOf(allows)) allows = close
    }
  return { allows, denies }
}
