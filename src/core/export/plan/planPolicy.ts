import { constructAt } from '../../model/containment.ts'
import type { Construct } from '../../model/kinds/registry.ts'
import type { PartKey } from './part.ts'
import { addRemark, type Planning, wantConstruct } from './planning.ts'
import { policyNamesOf } from './policyNames.ts'
import { policySplitsOf } from './policySplits.ts'
import type { PlannedPolicy } from './policyText.ts'
import { readArnText, readPolicyText } from './readPolicyText.ts'

/** A policy of a part, and the parts whose ids stand in it. */
export interface PolicyPlan {
  readonly policy: PlannedPolicy
  readonly needs: readonly PartKey[]
}

/**
 * The policy with what it names of the design: ids of what is made here are those that it gets, accounts, Regions and names follow the
 * environment. `made`: the holder is made with it, so it cannot name what waits for the holder.
 */
export function planPolicy(
  planning: Planning,
  holder: Construct,
  text: string,
  how: 'made' | 'attached',
  what = 'its policy',
): PolicyPlan {
  const { design, places } = planning
  const splits = policySplitsOf(design)
  const { policy, named, left } = readPolicyText(text, {
    names: policyNamesOf(design),
    holder: holder.id,
    may: (id) => places.has(id) && (how === 'attached' || splits.may(holder.id, id)),
  })
  const others = [...left]
  const list = `${others.slice(0, 5).join(', ')}${others.length > 5 ? ' and more' : ''}`
  if (policy.text !== undefined)
    addRemark(
      planning,
      holder,
      others.length === 0
        ? `${what} is written letter by letter.`
        : `${what} is written letter by letter, and so it names ${list} as before, whatever is made here.`,
    )
  else if (others.length > 0) addRemark(planning, holder, `${what} names ${list} as drawn, whatever is made here.`)
  return { policy, needs: [...named].map((id) => wantConstruct(planning, constructAt(design, id)!)) }
}

/** An ARN that a part is made with, and the parts whose ids stand in it. */
export function planArn(
  planning: Planning,
  holder: Construct,
  text: string,
  element: 'Resource' | 'Principal' = 'Resource',
) {
  const { design, places } = planning
  const names = policyNamesOf(design)
  const { pieces, named } = readArnText(text, element, {
    names,
    holder: holder.id,
    may: (id) => places.has(id) && id !== holder.id,
  })
  return { pieces, needs: named.map((id) => wantConstruct(planning, constructAt(design, id)!)) }
}

/** Where the policy comes after what it is of, since that waits for it; null where it is made with it, or there is none. */
export const isLater = ({ design }: Planning, { id }: Construct): boolean => policySplitsOf(design).later.has(id)
