import type { SettingsOf } from '../aws/settings.ts'
import { PARTITION } from '../aws/value.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { asText, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { type Line, makeOnce, physicalName, silently, tagList } from './line.ts'

/** A managed policy that is the boundary of a role or a user. */
export const boundary = {
  create: (part: Part, stack: StackPlan, { PolicyDocument }: SettingsOf<'role-boundary'>): readonly Line[] => [
    makeOnce(stack, part, {
      find: {
        call: call(
          stack,
          'iam get-policy',
          {
            PolicyArn: { word: ['arn:', PARTITION, ':iam::', held('account'), ':policy/', physicalName(part)] },
          },
          'Policy.Arn',
        ),
        done: 'NoSuchEntity',
      },
      call: call(
        stack,
        'iam create-policy',
        { PolicyName: physicalName(part), PolicyDocument: asText(PolicyDocument), Tags: tagList(part, stack) },
        'Policy.Arn',
      ),
    }),
  ],
  remove: [silently(recordedCall('iam delete-policy', { PolicyArn: held('id') }), 'NoSuchEntity')],
}
