import type { ValuesOf } from './areMet.ts'
import { listOf, type RawCase, type RawDocument, type RawValue } from './rawCase.ts'
import type { Caller } from './saidBy.ts'
import type { Choose } from './worlds.ts'

/** The keys of a call: those that follow from who calls what, and those that were given. Source: IAM guide, global condition context keys. */
export function keysOf(given: RawCase, caller: Caller, owner: string, choose: Choose): ValuesOf {
  const keys: Record<string, RawValue | undefined> = {}
  const put = (key: string, value: RawValue | undefined | ''): void => {
    if (value !== undefined && value !== '') keys[key.toLowerCase()] = value
  }
  const types = {
    role: 'AssumedRole',
    user: 'User',
    'federated-user': 'FederatedUser',
    root: 'Account',
    anonymous: 'Anonymous',
    service: '',
  }
  put('aws:PrincipalType', types[caller.kind])
  put('aws:PrincipalArn', caller.arn)
  put('aws:PrincipalAccount', caller.kind === 'anonymous' ? 'anonymous' : caller.account)
  if (caller.account !== '') put('aws:PrincipalOrgID', given.principalOrgId)
  if (caller.account !== '') put('aws:PrincipalOrgPaths', given.principalOrgPath)
  if (caller.kind === 'user') put('aws:username', caller.name)
  if (caller.kind === 'service') put('aws:PrincipalServiceName', caller.name)
  if (caller.kind !== 'anonymous') put('aws:PrincipalIsAWSService', String(caller.kind === 'service'))
  for (const [tag, value] of Object.entries(given.principalTags ?? {}))
    keys[`aws:principaltag/${tag.toLowerCase()}`] = value
  put('aws:ResourceAccount', owner)
  if (owner !== '') put('aws:ResourceOrgID', given.resourceOrgId)
  if (owner !== '') put('aws:ResourceOrgPaths', given.resourceOrgPath)
  const [, , service = '', region = ''] = (given.resource ?? '*').split(':')
  if (service === 's3') put('s3:ResourceAccount', owner)
  put('aws:RequestedRegion', region)
  for (const [key, value] of Object.entries(given.context ?? {})) keys[key.toLowerCase()] = value
  return (key) => {
    const small = key.toLowerCase()
    const value = keys[small]
    if (value === undefined) return null
    if (typeof value !== 'object') return [String(value)]
    if (!('unknown' in value)) return (value as readonly unknown[]).map(String)
    const possible: readonly (readonly string[] | null)[] = candidates(given, small).map((one) => [one])
    return choose(`the value of ${small}`, value.unknown === true ? [...possible, null] : possible)
  }
}

/** Values of a key that policies might tell apart: those they name, what is like those, what lies beside them, and another. */
export function candidates(given: RawCase, key: string): readonly string[] {
  const found = new Set<string>(['something else'])
  const {
    identity = [],
    session = [],
    boundary,
    resource,
    grants = [],
    endpoint,
    scps = [],
    rcps = [],
  } = given.policies
  const levels = [...scps, ...rcps].flatMap(({ policies }) => policies)
  for (const policy of [...identity, ...session, ...levels, ...grants, boundary, resource, endpoint])
    if (policy?.document) collect(policy.document, key, given, found)
  return [...found]
}

function collect(document: RawDocument, key: string, given: RawCase, found: Set<string>): void {
  for (const statement of listOf(document.Statement)) {
    for (const block of Object.values(statement.Condition ?? {}))
      for (const [name, written] of Object.entries(block))
        for (const one of listOf(written).map(String)) {
          if (name.toLowerCase() === key) for (const near of nearTo(one)) found.add(near)
          // a value that is compared with this key's by a variable
          if (one.toLowerCase().includes(`{${key}`)) {
            const other = given.context?.[name]
            if (typeof other === 'string') found.add(other)
          }
        }
    for (const one of [...listOf(statement.Resource), ...listOf(statement.NotResource)])
      if (one.toLowerCase().includes(`{${key}`))
        for (const part of (given.resource ?? '').split(/[/:]/)) if (part !== '') found.add(part)
  }
}

function nearTo(written: string): readonly string[] {
  const plain = written.split('*').join('x').split('?').join('y')
  const near = [written, plain, plain.toUpperCase()]
  const digits = Number(written)
  if (written !== '' && !Number.isNaN(digits)) near.push(String(digits - 1), String(digits + 1))
  if (written.includes('T') && !Number.isNaN(Date.parse(written)))
    near.push('1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z')
  if (written.includes('/')) near.push(written.split('/')[0]!, '192.0.2.77', '2001:db8:ffff::77')
  if (written === 'true' || written === 'false') near.push('true', 'false')
  return near
}
