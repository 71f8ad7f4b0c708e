import { answer, type Option, printCommand } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { descriptionText } from '../text/tagText.ts'
import { clientToken } from './clientToken.ts'
import { makeOnce, type StepPrinters, taggedAs } from './step.ts'

export const prefixList: StepPrinters<'prefix-list'> = {
  'prefix-list': {
    create: (part, stack) =>
      [
        makeOnce(stack, part, {
          find: `list_by_tag ${quoteShell(stack.regionCode)} ${part.key}`,
          operation: 'ec2 create-managed-prefix-list',
          options: [
            ['--prefix-list-name', part.construct.listName],
            ['--address-family', `IPv${part.family}`],
            ['--max-entries', `${Math.max(1, part.entries.length)}`],
            ...entriesOption(part.entries),
            clientToken(part),
            taggedAs(part, 'prefix-list'),
          ],
          query: 'PrefixList.PrefixListId',
        }),
        `wait_for create-complete ${printCommand(stack, 'ec2 describe-managed-prefix-lists', [['--prefix-list-ids', idOf(part.key)], ...answer('PrefixLists[0].State')])}`,
      ].join('\n'),
    remove:
      'persist InvalidPrefixListID.NotFound aws ec2 delete-managed-prefix-list --region "$region" --prefix-list-id "$id" >/dev/null',
  },
}

const entriesOption = (entries: readonly { readonly cidr: string; readonly description: string }[]): Option[] =>
  entries.length === 0
    ? []
    : [
        [
          '--entries',
          jsonWord(entries.map(({ cidr, description }) => ({ Cidr: cidr, Description: descriptionText(description) }))),
        ],
      ]
