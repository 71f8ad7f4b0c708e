import * as z from 'zod/mini'
import { choice, list, optional, reference, typedText } from './common.ts'
import type { Field, ReferenceField } from './definition.ts'
import { optionsOf, subnetRows } from './parts.ts'

/** What Network and Application Load Balancers say in the same way. */

export const scheme = choice(['internal', 'internet-facing'], 'internal')

export const nodes = list(
  z.strictObject({
    subnet: reference,
    /** null = chosen by AWS. */
    privateIp: optional(typedText),
    /** Of an internet-facing one: `auto` or an Elastic IP address. */
    publicIp: z._default(typedText, 'auto'),
  }),
  20,
)

/** Its name in public DNS, `NAME-HASH.elb.REGION.amazonaws.com`; null = made from the id. */
export const dnsName = optional(typedText)

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
    help: 'Counts for an internet-facing one only.',
  },
])
export const balancerNameField: Field = {
  key: 'dnsName',
  label: 'DNS name',
  input: 'dns-name',
  optional: true,
  help: 'Empty: made from the id.',
}
export const ofListenerGroups: ReferenceField = {
  path: 'listeners[].targetGroup',
  kinds: ['target-group'],
  onDelete: 'clear',
}
export const listenersField = (protocols: readonly string[], first: { protocol: string; port: number }): Field => ({
  key: 'listeners',
  label: 'Listeners',
  input: 'rows',
  rowLabel: 'Listener',
  most: 50,
  blank: { ...first, targetGroup: null },
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
  ],
})
