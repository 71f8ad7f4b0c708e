import { compareText } from '../../base/order.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { ACTIONS } from './actions.ts'

/** Who writes tags also reads them: whose a thing is, is asked before it is deleted. */
const READS: Readonly<Record<string, string>> = {
  'iam:TagRole': 'iam:ListRoleTags',
  'elasticloadbalancing:AddTags': 'elasticloadbalancing:DescribeTags',
  ...Object.fromEntries(
    ['ecs', 'network-firewall', 'route53profiles', 'route53resolver', 'vpc-lattice'].map((service) => [
      `${service}:TagResource`,
      `${service}:ListTagsForResource`,
    ]),
  ),
}

/** The IAM actions that an export needs, sorted. */
export function neededActions(stacks: readonly StackPlan[]): readonly string[] {
  const actions = stacks.flatMap((stack) => [
    ...stack.parts.flatMap((part) => ACTIONS[part.name]),
    ...(stack.managedLists.size > 0 ? ['ec2:DescribeManagedPrefixLists'] : []),
  ])
  if (actions.length === 0) return []
  const reads = actions.flatMap((action) => READS[action] ?? [])
  return [...new Set([...actions, ...reads, 'ec2:CreateTags', 'ec2:DescribeTags'])].sort(compareText)
}
