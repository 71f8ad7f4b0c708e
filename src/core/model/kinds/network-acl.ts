import * as z from 'zod/mini'
import { base, list, reference, traffic, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const aclEntries = list(
  z.strictObject({
    number: z.int().check(z.minimum(1), z.maximum(32766)),
    action: z.enum(['allow', 'deny']),
    ...traffic,
    cidr: typedText,
  }),
  200,
)

const schema = z.strictObject({
  ...base('network-acl'),
  vpc: reference,
  ingress: aclEntries,
  egress: aclEntries,
})

/** A network ACL: stateless, numbered allow and deny rules for whole subnets. */
export const networkAcl: Sheet<typeof schema> = {
  schema,
  kind: 'network-acl',
  title: 'Network ACL',
  noun: 'a network ACL',
  group: 'filters',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'below', rank: 2 },
  colour: 'group-security',
  imported: 'NetworkAcls',
  reached: null,
  detail: ({ ingress, egress }) => `${ingress.length} in · ${egress.length} out`,
  references: [{ path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' }],
  blank: (parent) => ({ vpc: parent }),
}
