import type { ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const dynamodbTable: ResourcePrinters<'dynamodb-table'> = {
  table: (part) => ({
    type: 'AWS::DynamoDB::Table',
    keep: true,
    properties: {
      TableName: part.construct.tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      Tags: tagsOf(part, 'strict'),
    },
  }),
}
