import { idOf, regionCalled } from '../aws/value.ts'
import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, run, type StepsOf, tagList, waiter } from './line.ts'

export const dynamodbTable: StepsOf<'dynamodb-table'> = {
  table: {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: { helper: 'own_table', words: [regionCalled(stack.regionCode), settings.TableName, part.key] },
        call: call(
          stack,
          'dynamodb create-table',
          { ...settings, Tags: tagList(part, stack) },
          'TableDescription.TableName',
        ),
      }),
      waiter(stack, 'dynamodb table-exists', { TableName: idOf(part.key) }),
    ],
    remove: [
      {
        line: 'data',
        lines: [run(recordedCall('dynamodb delete-table', { TableName: held('id') }), 'ResourceNotFoundException')],
      },
    ],
  },
}
