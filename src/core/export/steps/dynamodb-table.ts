import { idOf, PARTITION, regionCalled } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { asText, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeOnce, run, type StepsOf, tagList, waiter } from './line.ts'

const tableArn = ({ key }: PartOf<'table'>, { regionCode }: StackPlan) => ({
  word: ['arn:', PARTITION, ':dynamodb:', regionCalled(regionCode), ':', held('account'), ':table/', idOf(key)],
})

export const dynamodbTable: StepsOf<'dynamodb-table'> = {
  table: {
    create: (part, stack, { ResourcePolicy, ...settings }) => [
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
      ...(ResourcePolicy === undefined
        ? []
        : [
            run(
              call(stack, 'dynamodb put-resource-policy', {
                ResourceArn: tableArn(part, stack),
                Policy: asText(ResourcePolicy),
              }),
            ),
          ]),
    ],
    remove: [
      {
        line: 'data',
        lines: [run(recordedCall('dynamodb delete-table', { TableName: held('id') }), 'ResourceNotFoundException')],
      },
    ],
  },
}
