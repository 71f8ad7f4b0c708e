import * as z from 'zod/mini'
import { base, list, reference, traffic, typedText } from './common.ts'
import type { Field, Sheet } from './definition.ts'

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

const entries = (key: 'ingress' | 'egress', label: string, peer: string): Field => ({
  key,
  label,
  input: 'rows',
  rowLabel: 'Rule',
  most: 200,
  blank: {
    number: 100,
    action: 'allow',
    protocol: 'tcp',
    ports: { from: 443, to: 443 },
    icmp: null,
    cidr: '0.0.0.0/0',
  },
  help: 'Read in the order of their numbers; the first that matches decides. What none matches is dropped.',
  of: [
    { key: 'number', label: 'Rule number', input: 'number', min: 1, max: 32766, step: 100 },
    {
      key: 'action',
      label: 'Action',
      input: 'select',
      options: [
        { value: 'allow', label: 'Allow' },
        { value: 'deny', label: 'Deny' },
      ],
    },
    { key: 'traffic', label: 'Traffic', input: 'traffic' },
    { key: 'cidr', label: peer, input: 'cidr' },
  ],
})

/** A network ACL: stateless, numbered allow and deny rules for whole subnets. */
export const networkAcl: Sheet<typeof schema> = {
  schema,
  kind: 'network-acl',
  title: 'Network ACL',
  noun: 'a network ACL',
  group: 'filters',
  summary:
    'Filters what enters and leaves its subnets, packet by packet. It remembers nothing, so answers need rules of their own.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'below', rank: 2 },
  colour: 'group-security',
  imported: 'NetworkAcls',
  detail: ({ ingress, egress }) => `${ingress.length} in · ${egress.length} out`,
  references: [{ path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' }],
  fields: [entries('ingress', 'Inbound rules', 'From'), entries('egress', 'Outbound rules', 'To')],
  create: (id, name, parent) => ({ kind: 'network-acl', id, name, vpc: parent, ingress: [], egress: [] }),
}
