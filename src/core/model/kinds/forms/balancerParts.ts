import type { Field } from '../definition.ts'
import { optionsOf, subnetRows } from './parts.ts'

/** What the forms of Network and Application Load Balancers say in the same way. */

export const schemeField: Field = {
  key: 'scheme',
  label: 'Scheme',
  input: 'select',
  options: optionsOf(['internal', 'internet-facing'], { 'internet-facing': 'Internet-facing' }),
  help: 'An internet-facing one has public addresses too.',
}
export const nodesField: Field = subnetRows(20, 'One in each zone; each gets a node of the load balancer.', [
  {
    key: 'publicIp',
    label: 'Public address',
    input: 'public-address',
    help: 'Of its node there. An internal one has none.',
    when: (construct) => 'scheme' in construct && construct.scheme === 'internet-facing',
  },
])
export const balancerNameField: Field = {
  key: 'dnsName',
  label: 'DNS name',
  input: 'dns-name',
  optional: true,
  help: 'Empty: made from the id.',
}
export const allListenersField: Field = {
  key: 'allListeners',
  label: 'All of them are known',
  input: 'boolean',
  help: 'Off after an import that lacked some: what it does on other ports cannot be told.',
}
export const listenersField = (
  protocols: readonly string[],
  first: { protocol: string; port: number },
  more: readonly Field[] = [],
  blank: object = {},
): Field => ({
  key: 'listeners',
  label: 'Listeners',
  input: 'rows',
  rowLabel: 'Listener',
  most: 50,
  blank: { ...first, targetGroup: null, ...blank },
  of: [
    {
      key: 'protocol',
      label: 'Protocol',
      input: 'select',
      options: protocols.map((value) => ({ value, label: value.replace('_', ' and ') })),
    },
    { key: 'port', label: 'Port', input: 'number', min: 0, max: 65535 },
    {
      key: 'targetGroup',
      label: 'Target group',
      input: 'reference',
      kinds: ['target-group'],
      optional: true,
      noneLabel: 'None',
    },
    ...more,
  ],
})
