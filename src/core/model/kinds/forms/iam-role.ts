import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'
import { policyRows } from './policyRows.ts'

/** What one reads and fills in of an IAM role. */
export const iamRoleForm: Form<ConstructOf<'iam-role'>> = {
  summary: 'What a client may do in AWS: its calls are made by its role.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html',
  fields: [
    {
      key: 'roleName',
      label: 'Role name',
      input: 'text',
      rule: (text) =>
        /^[\w+=,.@-]{1,64}$/.test(text) ? null : `“${text}” is no role name: 1 to 64 letters, digits and +=,.@_-`,
    },
    {
      key: 'path',
      label: 'Path',
      input: 'text',
      help: 'Part of its ARN: role/teams/blue/reader has the path /teams/blue/.',
      rule: (text) => (/^\/(?:[!-~]+\/)?$/.test(text) ? null : `“${text}” is no path: it begins and ends with a slash`),
    },
    { key: 'account', label: 'Account', input: 'reference', kinds: ['account'] },
    {
      key: 'tags',
      label: 'Tags',
      input: 'rows',
      rowLabel: 'Tag',
      most: 50,
      blank: { key: 'team', value: '' },
      help: 'Policies read them as aws:PrincipalTag/KEY.',
      of: [
        { key: 'key', label: 'Key', input: 'text' },
        { key: 'value', label: 'Value', input: 'text', optional: true },
      ],
    },
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
