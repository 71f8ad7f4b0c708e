import type { SettingsOf } from '../aws/settings.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held } from './argument.ts'
import { call } from './call.ts'
import { helper, type Line, makeOnce, physicalName, silently, tagList, waiter } from './line.ts'

/** A role that one AWS service takes on, with one managed policy of AWS's. */
export const role = {
  create: (part: Part, stack: StackPlan, settings: SettingsOf<'lambda-role'>): readonly Line[] => {
    const { PolicyArn, ...others } = settings
    const RoleName = physicalName(part)
    return [
      makeOnce(stack, part, {
        find: { call: call(stack, 'iam get-role', { RoleName }, 'Role.Arn'), done: 'NoSuchEntity' },
        call: call(stack, 'iam create-role', { RoleName, ...others, Tags: tagList(part, stack) }, 'Role.Arn'),
      }),
      silently(call(stack, 'iam attach-role-policy', { RoleName, PolicyArn })),
      waiter(stack, 'iam role-exists', { RoleName }),
    ]
  },
  remove: [helper('remove_role', held('last'))],
}
