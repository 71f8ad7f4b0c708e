import { idOf, regionCalled } from '../aws/value.ts'
import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, persist, type StepsOf, tagSpecification, token, waitFor } from './line.ts'

export const prefixList: StepsOf<'prefix-list'> = {
  'prefix-list': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: { helper: 'list_by_tag', words: [regionCalled(stack.regionCode), part.key] },
        call: call(
          stack,
          'ec2 create-managed-prefix-list',
          {
            ...settings,
            ClientToken: token(part),
            TagSpecifications: tagSpecification(part, stack, 'prefix-list'),
          },
          'PrefixList.PrefixListId',
        ),
      }),
      waitFor(
        'create-complete',
        call(stack, 'ec2 describe-managed-prefix-lists', { PrefixListIds: [idOf(part.key)] }, 'PrefixLists[0].State'),
      ),
    ],
    remove: [
      persist(
        'InvalidPrefixListID.NotFound',
        recordedCall('ec2 delete-managed-prefix-list', { PrefixListId: held('id') }),
      ),
    ],
  },
}
