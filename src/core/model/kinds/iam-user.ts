import * as z from 'zod/mini'
import { base, list, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { ofAccount } from './parts.ts'
import { attachedPolicies, attachedPolicy, iamPath, iamTags } from './policyParts.ts'

const schema = z.strictObject({
  ...base('iam-user'),
  account: reference,
  userName: typedText,
  path: iamPath,
  tags: iamTags,
  /** Its own, those that are attached to it, and those of its groups. */
  policies: attachedPolicies,
  /** What its policies allow at most; empty = all that they say. */
  boundary: list(attachedPolicy, 1),
})

/** A user of IAM: somebody with keys of their own; requests name it in `principal`. Source: IAM guide, IAM users. */
export const iamUser: Sheet<typeof schema> = {
  schema,
  kind: 'iam-user',
  title: 'IAM user',
  noun: 'an IAM user',
  group: 'services',
  parent: null,
  container: false,
  stands: { area: 'above', rank: 2 },
  colour: 'group-account',
  imported: 'along',
  reached: null,
  namedAnywhere: true,
  detail: ({ userName, name }) => (userName === name ? 'IAM user' : userName),
  references: [ofAccount],
  blank: (_, id) => ({ account: 'account-1', userName: id }),
}
