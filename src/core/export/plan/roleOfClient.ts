import { constructOfKind } from '../../model/containment.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import type { PartKey } from './part.ts'
import { addRemark, type Planning, wantConstruct } from './planning.ts'

/** The drawn role that a client is given (its profile: word `profile`); null where it has none, or AWS would not take it. */
export function roleOfClient(
  planning: Planning,
  client: ConstructOf<'client'>,
  word?: 'profile',
  id: ConstructId | null = client.role,
): PartKey | null {
  if (id === null) return null
  const role = constructOfKind(planning.design, id, 'iam-role')
  const place = role && planning.places.get(role.id)?.[0]
  if (role && place && place.accountId === planning.accountId)
    return wantConstruct(planning, role, word, word === undefined ? 'role' : 'role-profile')
  const why = !role
    ? 'the design has no such role'
    : place
      ? 'it is one of another account, which a client cannot have'
      : 'it is not exported'
  addRemark(planning, client, `the role “${id}” is left out, because ${why}.`)
  return null
}
