import * as z from 'zod/mini'
import { base, flag, list, plainText, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'
import { RESOURCE_SHAPES, readResourceArn } from './resourceShapes.ts'

const schema = z.strictObject({
  ...base('policy-resource'),
  region: reference,
  account: reference,
  /** As policies name it. Source: IAM guide, Amazon Resource Names. */
  arn: plainText(2048),
  policy: policyText,
  /** Of a key: names that it goes by, `alias/orders`. Source: KMS guide, aliases. */
  aliases: list(typedText, 50),
  /** Of a key: who may use it beside what its policy says. Source: KMS guide, grants. */
  grants: list(
    z.strictObject({
      /** The ARN of a role, a session, a user or a root, or the name of a service. */
      grantee: plainText(2048),
      /** As the API writes them: `Decrypt`, `GenerateDataKey`. */
      operations: list(plainText(60), 30),
      /** It holds under an encryption context alone. */
      constrained: flag(false),
    }),
    1000,
  ),
})

/** Something of an account that carries a policy of its own: a queue, a topic, a key, a secret, any other by its ARN. Source: IAM guide, AWS services that work with IAM. */
export const policyResource: Sheet<typeof schema> = {
  schema,
  kind: 'policy-resource',
  title: 'AWS resource with a policy',
  noun: 'an AWS resource with a policy',
  group: 'services',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 4 },
  colour: 'good',
  imported: 'along',
  reached: null,
  dropped: 'beside',
  detail: ({ arn }) => RESOURCE_SHAPES[readResourceArn(arn)?.service ?? '']?.title ?? 'AWS resource',
  references: [ofRegion, ofAccount],
  blank: (parent, id) => ({ region: parent, account: 'account-1', arn: `arn:aws:sqs:us-east-1:111122223333:${id}` }),
}
