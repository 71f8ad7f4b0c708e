import * as z from 'zod/mini'
import { base, isManagedListName, list, plainText, reference, traffic, typedText } from './common.ts'
import type { Field, Sheet } from './definition.ts'

const peer = z.union([
  z.strictObject({ cidr: typedText }),
  z.strictObject({ securityGroup: reference }),
  /** Id of a prefix list construct, or an AWS-managed list by name: `com.amazonaws.us-east-1.s3`. */
  z.strictObject({ prefixList: typedText }),
])
const groupRules = list(z.strictObject({ ...traffic, peer, description: z._default(plainText(255), '') }), 1000)

const schema = z.strictObject({
  ...base('security-group'),
  vpc: reference,
  description: z._default(plainText(255), ''),
  ingress: groupRules,
  egress: z._default(
    z.array(z.strictObject({ ...traffic, peer, description: z._default(plainText(255), '') })).check(z.maxLength(1000)),
    [{ protocol: 'all', ports: null, icmp: null, peer: { cidr: '0.0.0.0/0' }, description: '' }],
  ),
})

export const rules = (key: 'ingress' | 'egress', label: string, peer: string): Field => ({
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
export const securityGroup: Sheet<typeof schema> = {
  schema,
  kind: 'security-group',
  title: 'Security group',
  noun: 'a security group',
  group: 'filters',
  parent: { path: 'vpc', kinds: ['vpc'] },
  container: false,
  stands: { area: 'below', rank: 1 },
  colour: 'group-security',
  imported: 'SecurityGroups',
  reached: null,
  detail: ({ ingress, egress }) => `${ingress.length} in · ${egress.length} out`,
  *lines({ id, ingress, egress }) {
    for (const [label, rules] of [
      ['lets in', ingress],
      ['lets out to', egress],
    ] as const)
      for (const { peer } of rules) {
        if ('securityGroup' in peer) yield { from: id, to: peer.securityGroup, kind: 'rule-peer', label }
        if ('prefixList' in peer) yield { from: id, to: peer.prefixList, kind: 'rule-peer', label }
      }
  },
  references: [
    { path: 'vpc', kinds: ['vpc'], onDelete: 'delete-holder' },
    { path: 'ingress[].peer.securityGroup', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'ingress[].peer.prefixList', kinds: ['prefix-list'], onDelete: 'remove-entry', literal: isManagedListName },
    { path: 'egress[].peer.securityGroup', kinds: ['security-group'], onDelete: 'remove-entry' },
    { path: 'egress[].peer.prefixList', kinds: ['prefix-list'], onDelete: 'remove-entry', literal: isManagedListName },
  ],
  blank: (parent) => ({ vpc: parent }),
}
