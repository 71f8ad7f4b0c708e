import { idOf } from '../aws/value.ts'
import { answer, printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { regionWord } from '../commands/word.ts'
import { clientToken } from './clientToken.ts'
import { keyWord, makeOnce, type StepsOf, taggedAs } from './step.ts'

export const prefixList: StepsOf<'prefix-list'> = {
  'prefix-list': {
    create: (part, stack, settings) =>
      [
        makeOnce(stack, part, {
          find: `list_by_tag ${regionWord(stack)} ${keyWord(part)}`,
          operation: 'ec2 create-managed-prefix-list',
          options: [...optionsOf(settings), clientToken(part), taggedAs(part, stack, 'prefix-list')],
          query: 'PrefixList.PrefixListId',
        }),
        `wait_for create-complete ${printCommand(stack, 'ec2 describe-managed-prefix-lists', [['--prefix-list-ids', idOf(part.key)], ...answer('PrefixLists[0].State')])}`,
      ].join('\n'),
    remove:
      'persist InvalidPrefixListID.NotFound aws ec2 delete-managed-prefix-list --region "$region" --prefix-list-id "$id" >/dev/null',
  },
}
