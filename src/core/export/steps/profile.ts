import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held, type Piece } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { type Line, makeOnce, physicalName, read, silently, tagList, waiter } from './line.ts'

/** An instance profile with its one role. */
export const profile = {
  create: (part: Part, stack: StackPlan, RoleName: Piece): readonly Line[] => {
    const InstanceProfileName = physicalName(part)
    return [
      makeOnce(stack, part, {
        find: {
          call: call(stack, 'iam get-instance-profile', { InstanceProfileName }, 'InstanceProfile.InstanceProfileName'),
          done: 'NoSuchEntity',
        },
        call: call(
          stack,
          'iam create-instance-profile',
          { InstanceProfileName, Tags: tagList(part, stack) },
          'InstanceProfile.InstanceProfileName',
        ),
      }),
      // It takes one role, and has it where this ran before
      silently(call(stack, 'iam add-role-to-instance-profile', { InstanceProfileName, RoleName }), 'LimitExceeded'),
      waiter(stack, 'iam instance-profile-exists', { InstanceProfileName }),
    ]
  },
  remove: [
    read('last', null, {
      call: recordedCall(
        'iam get-instance-profile',
        { InstanceProfileName: held('id') },
        'InstanceProfile.Roles[0].RoleName',
      ),
      done: 'NoSuchEntity',
    }),
    silently(
      recordedCall('iam remove-role-from-instance-profile', {
        InstanceProfileName: held('id'),
        RoleName: held('last'),
      }),
      'NoSuchEntity|ValidationError',
    ),
    silently(recordedCall('iam delete-instance-profile', { InstanceProfileName: held('id') }), 'NoSuchEntity'),
  ] satisfies readonly Line[],
}
