import type { Definition } from './definition.ts'
import { inVpc, ofSubnets, ofVpc, subnetsField } from './parts.ts'

/** AWS Network Firewall. */
export const networkFirewall: Definition<'network-firewall'> = {
  kind: 'network-firewall',
  title: 'Network Firewall',
  noun: 'a Network Firewall',
  group: 'filters',
  summary:
    'A managed firewall that routes can point to. It is drawn and exported; what its rules let through is not simulated.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html',
  parent: inVpc,
  container: false,
  references: [ofVpc, ofSubnets],
  fields: [
    subnetsField('One in each zone that it protects.'),
    { key: 'policyArn', label: 'Policy ARN', input: 'text', optional: true },
  ],
  create: (id, name, parent) => ({ kind: 'network-firewall', id, name, vpc: parent, subnets: [], policyArn: '' }),
}
