import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { nameField, pathField, tagRows } from './iamNameFields.ts'
import { policyField } from './policyField.ts'
import { policyRows } from './policyRows.ts'

/** What one reads and fills in of an IAM role. */
export const iamRoleForm: Form<ConstructOf<'iam-role'>> = {
  summary: 'What a client may do in AWS: its calls are made by its role.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html',
  fields: [
    nameField('roleName', 'Role name', 64, 'role name'),
    pathField('role/teams/blue/reader has the path /teams/blue/'),
    { key: 'account', label: 'Account', input: 'reference', kinds: ['account'] },
    tagRows,
    policyRows('policies', 'Policies', 'Its own and those that are attached to it: what it may do.'),
    policyRows('boundary', 'Permissions boundary', 'What its policies allow at most.', 1, 'boundary'),
    {
      ...policyField,
      key: 'trustPolicy',
      label: 'Trust policy',
      use: 'trust',
      none: 'Nobody said who may take it on',
      help: 'Who may take it on.',
    },
  ],
}
