import { makePart } from './part.ts'
import { planIdentity } from './planIdentity.ts'
import { addRemark, type Planner } from './planning.ts'

/** The user under its drawn name and path, without keys or a password. */
export const iamUser: Planner<'iam-user'> = (construct, planning) => {
  const { policies, managed, boundaries, managedBoundary } = planIdentity(planning, construct)
  addRemark(planning, construct, 'the user is made without access keys and without a password.')
  return [
    ...boundaries,
    makePart(
      'user',
      construct,
      null,
      boundaries.map(({ key }) => key),
      {
        boundary: boundaries[0]?.key ?? null,
        managedBoundary,
        managed: [...new Set(managed)],
      },
    ),
    ...policies,
  ]
}
