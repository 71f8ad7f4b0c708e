import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { IdentityNet } from './accessNet.ts'
import { policyNet } from './policyNet.ts'

/** A role or a user, with what it may. */
export function lowerIdentity(
  one: ConstructOf<'iam-role'> | ConstructOf<'iam-user'>,
  account: string,
  partition: string,
): IdentityNet {
  const [kind, name] = one.kind === 'iam-role' ? (['role', one.roleName] as const) : (['user', one.userName] as const)
  const [boundary] = one.boundary
  return {
    kind,
    id: one.id,
    account,
    arn: `arn:${partition}:iam::${account}:${kind}${one.path}${name}`,
    name,
    tags: Object.fromEntries(one.tags.flatMap(({ key, value }) => (isKnown(value) ? [[key, value]] : []))),
    openTags: one.tags.flatMap(({ key, value }) => (isKnown(value) ? [] : [key])),
    policies: one.policies.map((policy, i) =>
      policyNet(policy, 'identity', { construct: one.id, path: ['policies', i, 'document'] }),
    ),
    boundary: boundary
      ? policyNet(boundary, 'identity', { construct: one.id, path: ['boundary', 0, 'document'] })
      : null,
  }
}

/** An import writes what it does not know in the place of it. */
const isKnown = (value: string): boolean => !value.startsWith('not known: ')
