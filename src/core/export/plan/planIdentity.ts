import type { ConstructOf } from '../../model/kinds/registry.ts'
import { managedByAws } from './managedByAws.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, type Planning } from './planning.ts'
import { planPolicy } from './planPolicy.ts'
import { wordOfName } from './wordOfName.ts'

type Identity = ConstructOf<'iam-role' | 'iam-user'>

/** Characters of all policies of one's own together, white space apart. Source: IAM guide, IAM and STS quotas. */
const MOST_INLINE = { 'iam-role': 10_240, 'iam-user': 2_048 } as const

/** What a role or a user may do: its policies as parts, those of AWS's that are attached, and its boundary. */
export interface IdentityPlan {
  readonly policies: readonly Part[]
  readonly managed: readonly string[]
  readonly boundaries: readonly Part[]
  readonly managedBoundary: string | null
}

/** The policies of a role or a user, each by itself, so that others may wait for the role while it waits for them. */
export function planIdentity(planning: Planning, construct: Identity): IdentityPlan {
  const own = keyOf(construct)
  const managed: string[] = []
  const policies: Part[] = []
  const names = new Set<string>()
  for (const { name, document } of construct.policies) {
    const known = document === null ? managedByAws(name) : null
    if (known !== null) managed.push(known)
    else if (document === null)
      addRemark(planning, construct, `nobody said what stands in its policy “${name}”: attach it by hand.`)
    else {
      const policyName = nameFree(name, names)
      const { policy, needs } = planPolicy(planning, construct, document, 'attached', `its policy “${name}”`)
      const [key, all] = [`policy-${wordOfName(policyName)}`, [own, ...needs]]
      policies.push(
        construct.kind === 'iam-role'
          ? makePart('role-policy', construct, key, all, { role: own, policy, policyName })
          : makePart('user-policy', construct, key, all, { user: own, policy, policyName }),
      )
    }
  }
  const length = construct.policies.reduce((sum, { document }) => sum + (document ?? '').replace(/\s/g, '').length, 0)
  if (length > MOST_INLINE[construct.kind])
    addRemark(
      planning,
      construct,
      `its policies have ${length} characters, and AWS takes ${MOST_INLINE[construct.kind]} of its own. Make managed policies of some.`,
    )
  return { policies, managed, ...planBoundary(construct, planning) }
}

/** Two policies of one name take the place of each other. */
function nameFree(name: string, taken: Set<string>): string {
  const free = taken.has(name) ? `${name.slice(0, 120)}-${taken.size + 1}` : name
  taken.add(free)
  return free
}

function planBoundary(construct: Identity, planning: Planning): Pick<IdentityPlan, 'boundaries' | 'managedBoundary'> {
  const [first] = construct.boundary
  if (first === undefined) return { boundaries: [], managedBoundary: null }
  if (first.document === null) {
    const managedBoundary = managedByAws(first.name)
    if (managedBoundary === null)
      addRemark(
        planning,
        construct,
        `nobody said what stands in its permissions boundary “${first.name}”. It is made without one, so it may do more than is drawn until you set it.`,
      )
    return { boundaries: [], managedBoundary }
  }
  const { policy, needs } = planPolicy(planning, construct, first.document, 'made', 'its permissions boundary')
  const part =
    construct.kind === 'iam-role'
      ? makePart('role-boundary', construct, 'boundary', needs, { policy })
      : makePart('user-boundary', construct, 'boundary', needs, { policy })
  return { boundaries: [part], managedBoundary: null }
}
