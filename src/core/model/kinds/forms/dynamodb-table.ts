import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'

/** What one reads and fills in of a DynamoDB table. */
export const dynamodbTableForm: Form<ConstructOf<'dynamodb-table'>> = {
  summary: 'A table that clients reach at the DynamoDB name of its Region. It lies outside any VPC.',
  learnMore: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.html',
  fields: [
    {
      key: 'tableName',
      label: 'Table name',
      input: 'text',
      rule: (text) =>
        /^[A-Za-z0-9_.-]{3,255}$/.test(text)
          ? null
          : `“${text}” is not a table name: 3 to 255 letters, digits, dots, dashes and underscores`,
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      help: 'The account that owns the table.',
    },
    { ...policyField, help: 'Who may do what with it. Empty: it has none.' },
  ],
}
