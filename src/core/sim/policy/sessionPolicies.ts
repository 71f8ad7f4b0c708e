import { remember } from '../../base/remember.ts'
import type { ApiCall } from '../../model/design.ts'
import type { NamedPolicy } from '../../policy/layers/policies.ts'
import { readPolicy } from '../../policy/read/readPolicy.ts'

type Session = NonNullable<ApiCall['session']>

const known = new WeakMap<Session, readonly NamedPolicy[]>()

/** The session policies that a call names, read once; one that cannot be read says so in its name. */
export const sessionPolicies = (session: ApiCall['session']): readonly NamedPolicy[] =>
  session === undefined
    ? []
    : (known.get(session) ??
      remember(known, session, () =>
        session.map((given, i): NamedPolicy => {
          const name = `session policy ${i + 1}`
          if (given === null) return { name, document: null }
          const read = readPolicy(typeof given === 'string' ? given : JSON.stringify(given, null, 2), 'identity')
          if (read.ok) return { name, document: read.document }
          const [first] = read.problems
          return { name: `${name} (line ${first?.line ?? 1}: ${first?.message ?? 'cannot be read'})`, document: null }
        }),
      ))
