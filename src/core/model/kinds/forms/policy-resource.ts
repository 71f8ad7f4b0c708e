import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'

const isKey = ({ arn }: ConstructOf<'policy-resource'>) => arn.split(':')[2] === 'kms'

/** What one reads and fills in of an AWS resource with a policy. */
export const policyResourceForm: Form<ConstructOf<'policy-resource'>> = {
  summary:
    'A queue, a topic, a key, a secret or anything else that carries a policy of its own, which is asked when a call is about it.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  fields: [
    {
      key: 'arn',
      label: 'ARN',
      input: 'text',
      isArn: true,
      most: 2048,
      help: 'As policies name it, such as arn:aws:sqs:us-east-1:111122223333:orders.',
      rule: (text) =>
        /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:\S+$/.test(text)
          ? null
          : `“${text}” is not an ARN, such as arn:aws:sqs:us-east-1:111122223333:orders`,
    },
    { key: 'account', label: 'Account', input: 'reference', kinds: ['account'], help: 'The account that owns it.' },
    { ...policyField, help: 'Who may do what with it.' },
    {
      key: 'aliases',
      label: 'Aliases',
      input: 'texts',
      of: 'text',
      when: isKey,
      help: 'Names that the key goes by, such as alias/orders.',
    },
    {
      key: 'grants',
      label: 'Grants',
      input: 'rows',
      rowLabel: 'Grant',
      most: 1000,
      when: isKey,
      blank: { grantee: '', operations: ['Decrypt'], constrained: false },
      help: 'Who may use the key beside what its policy says.',
      of: [
        { key: 'grantee', label: 'Grantee', input: 'text', help: 'An ARN, or the name of a service.' },
        {
          key: 'operations',
          label: 'Operations',
          input: 'texts',
          of: 'text',
          help: 'Such as Decrypt and GenerateDataKey.',
        },
        {
          key: 'constrained',
          label: 'Under an encryption context alone',
          input: 'boolean',
          help: 'On: what the grant allows hangs on the context of the call.',
        },
      ],
    },
  ],
}
