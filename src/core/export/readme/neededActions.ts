import { compareText } from '../../base/order.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { ACTIONS } from './actions.ts'

/** The IAM actions that an export needs, sorted. */
export function neededActions(stacks: readonly StackPlan[]): readonly string[] {
  const actions = stacks.flatMap((stack) => [
    ...stack.parts.flatMap((part) => ACTIONS[part.name]),
    ...(stack.managedLists.size > 0 ? ['ec2:DescribeManagedPrefixLists'] : []),
  ])
  return [...new Set(actions.length > 0 ? [...actions, 'ec2:CreateTags'] : [])].sort(compareText)
}
