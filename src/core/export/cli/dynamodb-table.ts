import { idOf } from '../aws/value.ts'
import { printCommand } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { printWord, regionWord } from '../commands/word.ts'
import { keyWord, makeOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

export const dynamodbTable: StepsOf<'dynamodb-table'> = {
  table: {
    create: (part, stack, settings) => {
      return [
        makeOnce(stack, part, {
          find: `own_table ${regionWord(stack)} ${printWord(stack, settings.TableName)} ${keyWord(part)}`,
          operation: 'dynamodb create-table',
          options: [...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
          query: 'TableDescription.TableName',
        }),
        printCommand(stack, 'dynamodb wait table-exists', [['--table-name', idOf(part.key)]]),
      ].join('\n')
    },
    remove:
      'if may_delete "$id"; then allow ResourceNotFoundException aws dynamodb delete-table --region "$region" --table-name "$id" >/dev/null; fi',
  },
}
