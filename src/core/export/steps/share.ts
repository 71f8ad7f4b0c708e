import type { SettingsOf } from '../aws/settings.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held } from './argument.ts'
import { call, type Reader, recordedCall } from './call.ts'
import { type Line, makeOnce, physicalName, read, run, tagList, token } from './line.ts'

/** Shares a resource with other accounts by AWS RAM. `arn` tells its ARN. */
export const shareOnce = (
  stack: StackPlan,
  part: Part,
  arn: Reader,
  settings: SettingsOf<'subnet-share'>,
): readonly Line[] => {
  const name = physicalName(part)
  return [
    makeOnce(stack, part, {
      find: {
        call: call(
          stack,
          'ram get-resource-shares',
          { resourceOwner: 'SELF', name, resourceShareStatus: 'ACTIVE' },
          'resourceShares[].resourceShareArn',
        ),
      },
      before: [read('arn', 'ARN to share', arn)],
      call: call(
        stack,
        'ram create-resource-share',
        {
          name,
          ...settings,
          resourceArns: [held('arn')],
          clientToken: token(part),
          tags: tagList(part, stack, 'key value'),
        },
        'resourceShare.resourceShareArn',
      ),
    }),
  ]
}

export const REMOVE_SHARE: readonly Line[] = [
  run(recordedCall('ram delete-resource-share', { resourceShareArn: held('id') }), 'UnknownResourceException'),
]
