import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { policyField } from './policyField.ts'

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
      most: 2048,
      help: 'As policies name it, such as arn:aws:sqs:us-east-1:111122223333:orders.',
      rule: (text) =>
        /^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:(?:\d{12})?:\S+$/.test(text)
          ? null
          : `“${text}” is not an ARN, such as arn:aws:sqs:us-east-1:111122223333:orders`,
    },
    { key: 'account', label: 'Account', input: 'reference', kinds: ['account'], help: 'The account that owns it.' },
    { ...policyField, help: 'Who may do what with it.' },
  ],
}
