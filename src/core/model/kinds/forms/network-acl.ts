import type { Field, Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

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

/** What one reads and fills in of a network ACL. */
export const networkAclForm: Form<ConstructOf<'network-acl'>> = {
  summary:
    'Filters what enters and leaves its subnets, packet by packet. It remembers nothing, so answers need rules of their own.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html',
  fields: [entries('ingress', 'Inbound rules', 'From'), entries('egress', 'Outbound rules', 'To')],
}
