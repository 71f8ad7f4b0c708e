import { printCommand } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { makeOnce, type StepPrinters } from './step.ts'
import { tagList } from './tagList.ts'

export const dynamodbTable: StepPrinters<'dynamodb-table'> = {
  table: {
    create: (part, stack) => {
      const { tableName } = part.construct
      return [
        makeOnce(stack, part, {
          find: `own_table ${quoteShell(stack.regionCode)} ${quoteShell(tableName)} ${part.key}`,
          operation: 'dynamodb create-table',
          options: [
            ['--table-name', tableName],
            ['--billing-mode', 'PAY_PER_REQUEST'],
            ['--attribute-definitions', jsonWord([{ AttributeName: 'id', AttributeType: 'S' }])],
            ['--key-schema', jsonWord([{ AttributeName: 'id', KeyType: 'HASH' }])],
            ['--tags', tagList(part, 'Key', 'Value')],
          ],
          query: 'TableDescription.TableName',
        }),
        printCommand(stack, 'dynamodb wait table-exists', [['--table-name', idOf(part.key)]]),
      ].join('\n')
    },
    remove:
      'if may_delete "$id"; then allow ResourceNotFoundException aws dynamodb delete-table --region "$region" --table-name "$id" >/dev/null; fi',
  },
}
