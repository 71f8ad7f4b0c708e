import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { addressTypeField, optionsOf, subnetsField } from './parts.ts'

type Own = ConstructOf<'network-firewall'>

const STATELESS = optionsOf(['forward', 'pass', 'drop'], { forward: 'Forward to stateful rules' })

/** What one reads and fills in of a Network Firewall. */
export const networkFirewallForm: Form<Own> = {
  summary:
    'A managed firewall that routes lead through, by an endpoint in each of its zones. What passes is said by its policy: stateless rules first, then stateful ones.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html',
  fields: [
    subnetsField('One in each zone that it protects: its endpoints. Routes lead to one of them.'),
    addressTypeField,
    {
      key: 'ruleGroups',
      label: 'Rule groups',
      input: 'rows',
      rowLabel: 'Rule group',
      most: 60,
      blank: { priority: 100 },
      help: 'Without any, nothing is known of its rules and everything is taken to pass.',
      of: [
        { key: 'ruleGroup', label: 'Rule group', input: 'reference', kinds: ['firewall-rule-group'] },
        { key: 'priority', label: 'Priority', input: 'number', min: 1, max: 65535, step: 100 },
      ],
    },
    {
      key: 'statelessDefault',
      label: 'Stateless default action',
      input: 'select',
      options: STATELESS,
      help: 'For packets that no stateless rule matches.',
    },
    {
      key: 'fragmentDefault',
      label: 'Fragment default action',
      input: 'select',
      options: STATELESS,
      help: 'For fragments of UDP packets; those of other protocols are always dropped.',
    },
    {
      key: 'ruleOrder',
      label: 'Stateful rule order',
      input: 'select',
      options: optionsOf(['action-order', 'strict'], { 'action-order': 'Action order: pass, drop, reject, alert' }),
    },
    {
      key: 'statefulDefault',
      label: 'Stateful default action',
      input: 'select',
      options: optionsOf(
        ['none', 'drop-all', 'drop-established', 'drop-established-app-layer', 'drop-established-app-layer-to-server'],
        {
          none: 'None: what no rule matches passes',
          'drop-established-app-layer': 'Application layer drop established',
          'drop-established-app-layer-to-server': 'Application layer drop established, to the server only',
        },
      ),
      when: ({ ruleOrder }) => ruleOrder === 'strict',
      help: 'Drop all drops the first packet too, before any name is seen.',
    },
    {
      key: 'homeNet',
      label: 'HOME_NET',
      input: 'texts',
      of: 'cidr',
      help: 'Empty: the blocks of the firewall’s own VPC. What other VPCs send matches no rule for $HOME_NET then.',
    },
    {
      key: 'streamException',
      label: 'Stream exception policy',
      input: 'select',
      options: optionsOf(['drop', 'continue', 'reject']),
      help: 'For connections that it did not see begin.',
    },
    {
      key: 'policyArn',
      label: 'Policy ARN',
      input: 'text',
      optional: true,
      help: 'A policy that lies elsewhere; it is exported in the place of one of its own.',
    },
  ],
}
