import type { Caller } from './saidBy.ts'

/** Reads who calls. `sessionOf` names the session of a role of which none was said. */
export function readCaller(text: string, sessionOf: (role: string) => string): Omit<Caller, 'bounded'> {
  const nobody = { account: '', arn: '', name: '', session: '', pathKnown: true }
  if (text === 'anonymous') return { ...nobody, kind: 'anonymous' }
  if (!text.startsWith('arn:')) return { ...nobody, kind: 'service', name: text }
  const account = text.split(':')[4]!
  const what = text.split(':')[5]!
  const name = what.slice(what.lastIndexOf('/') + 1)
  const one = { account, arn: text, name, session: '', pathKnown: true }
  if (what === 'root') return { ...one, kind: 'root' }
  if (what.startsWith('user/')) return { ...one, kind: 'user' }
  if (what.startsWith('federated-user/')) return { ...one, kind: 'federated-user' }
  const session = (role: string, last: string) => `arn:aws:sts::${account}:assumed-role/${role}/${last}`
  if (what.startsWith('role/')) return { ...one, kind: 'role', session: session(name, sessionOf(name)) }
  const [, role = '', last = ''] = what.split('/')
  return {
    account,
    kind: 'role',
    arn: `arn:aws:iam::${account}:role/${role}`,
    name: role,
    session: session(role, last),
    pathKnown: false,
  }
}
