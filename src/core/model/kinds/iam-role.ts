import * as z from 'zod/mini'
import { base, list, policyText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { ofAccount } from './parts.ts'
import { attachedPolicies, attachedPolicy, iamPath, iamTags } from './policyParts.ts'

const schema = z.strictObject({
  ...base('iam-role'),
  account: reference,
  roleName: typedText,
  path: iamPath,
  tags: iamTags,
  /** Who may take it on. */
  trustPolicy: policyText,
  /** Its own and those that are attached to it. */
  policies: attachedPolicies,
  /** What its policies allow at most; empty = all that they say. */
  boundary: list(attachedPolicy, 1),
})

/** A role of IAM: what a client may do is what its role may. Source: IAM guide, IAM roles; permissions boundaries. */
export const iamRole: Sheet<typeof schema> = {
  schema,
  kind: 'iam-role',
  title: 'IAM role',
  noun: 'an IAM role',
  group: 'services',
  parent: null,
  container: false,
  stands: { area: 'above', rank: 1 },
  colour: 'group-account',
  imported: 'along',
  reached: null,
  namedAnywhere: true,
  detail: ({ roleName, name }) => (roleName === name ? 'IAM role' : roleName),
  references: [ofAccount],
  blank: (_, id) => ({ account: 'account-1', roleName: id }),
}
