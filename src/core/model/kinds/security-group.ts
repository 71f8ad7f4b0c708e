import { isManagedListName } from './common.ts'
import type { Definition, Field } from './definition.ts'

const rules = (key: 'ingress' | 'egress', label: string, peer: string): Field => ({
  key,
  label,
  input: 'rows',
  rowLabel: 'Rule',
  most: 1000,
  blank: { protocol: 'tcp', ports: { from: 443, to: 443 }, icmp: null, peer: { cidr: '0.0.0.0/0' }, description: '' },
  of: [
    { key: 'traffic', label: 'Traffic', input: 'traffic' },
    { key: 'peer', label: peer, input: 'peer' },
    { key: 'description', label: 'Description', input: 'text', optional: true },
  ],
})

/** A security group: stateful, allow rules only. */
export const securityGroup: Definition<'security-group'> = {
  kind: 'security-group',
  title: 'Security group',
  noun: 'a security group',
  group: 'filters',
  summary:
    'Allows traffic in to and out of the interfaces that carry it. What no rule allows is dropped; answers always pass.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'ingress[].peer.securityGroup', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'ingress[].peer.prefixList', kinds: ['prefix-list'], onDelete: 'remove-entry', literal: isManagedListName },
    { path: 'egress[].peer.securityGroup', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'egress[].peer.prefixList', kinds: ['prefix-list'], onDelete: 'remove-entry', literal: isManagedListName },
  ],
  fields: [
    { key: 'description', label: 'Description', input: 'text', optional: true },
    rules('ingress', 'Inbound rules', 'From'),
    rules('egress', 'Outbound rules', 'To'),
  ],
  create: (id, name, parent) => ({
    kind: 'security-group',
    id,
    name,
    vpc: parent,
    description: '',
    ingress: [],
    egress: [{ protocol: 'all', ports: null, icmp: null, peer: { cidr: '0.0.0.0/0' }, description: '' }],
  }),
}
