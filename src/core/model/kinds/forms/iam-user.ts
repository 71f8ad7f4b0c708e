import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { nameField, pathField, tagRows } from './iamNameFields.ts'
import { policyRows } from './policyRows.ts'

/** What one reads and fills in of an IAM user. */
export const iamUserForm: Form<ConstructOf<'iam-user'>> = {
  summary: 'Somebody with keys of their own: a request names the user in its call.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html',
  fields: [
    nameField('userName', 'User name', 64, 'user name'),
    pathField('user/teams/blue/ann has the path /teams/blue/'),
    { key: 'account', label: 'Account', input: 'reference', kinds: ['account'] },
    tagRows,
    policyRows(
      'policies',
      'Policies',
      'Its own, those that are attached to it, and those of its groups: what it may do.',
    ),
    policyRows('boundary', 'Permissions boundary', 'What its policies allow at most.', 1, 'boundary'),
  ],
}
