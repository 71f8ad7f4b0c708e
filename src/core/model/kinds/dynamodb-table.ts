import * as z from 'zod/mini'
import { base, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('dynamodb-table'),
  region: reference,
  account: reference,
  tableName: typedText,
  /** Its resource-based policy; null = none. */
  policy: policyText,
})

/** A DynamoDB table of an account in a Region. */
export const dynamodbTable: Sheet<typeof schema> = {
  schema,
  kind: 'dynamodb-table',
  title: 'DynamoDB table',
  noun: 'a DynamoDB table',
  group: 'services',
  parent: { path: 'region', kinds: ['region'] },
  container: false,
  stands: { area: 'side', rank: 2 },
  colour: 'group-zone',
  imported: 'along',
  reached: 'regional-host',
  regionalHost: () => 'dynamodb',
  asked: true,
  dropped: 'beside',
  detail: ({ tableName, name }) => (tableName === name ? 'DynamoDB table' : tableName),
  service: (_, region) => `com.amazonaws.${region}.dynamodb`,
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
  ],
  blank: (parent, id) => ({ region: parent, account: 'account-1', tableName: id }),
}
