import type { Field, Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, optionsOf } from './parts.ts'

type Own = ConstructOf<'firewall-rule-group'>

const ENDS: readonly Field[] = [
  { key: 'source', label: 'Source', input: 'text', help: 'any, 10.0.0.0/8, !$HOME_NET, [10.0.0.0/8,!10.1.0.0/16]' },
  { key: 'sourcePorts', label: 'Source ports', input: 'text' },
  { key: 'destination', label: 'Destination', input: 'text' },
  { key: 'destinationPorts', label: 'Destination ports', input: 'text', help: 'any, 443, 1024:65535, [80,443], !22' },
]
const ANY_ENDS = { source: 'any', sourcePorts: 'any', destination: 'any', destinationPorts: 'any' }

/** What one reads and fills in of a firewall rule group. */
export const firewallRuleGroupForm: Form<Own> = {
  summary:
    'Rules that Network Firewalls name in their policies: for single packets, for connections, for the names asked for, or in Suricata’s own language.',
  learnMore: 'https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups.html',
  fields: [
    {
      key: 'type',
      label: 'Type',
      input: 'select',
      options: optionsOf(['stateful', 'stateless', 'domain-list', 'suricata', 'managed'], {
        stateful: 'Standard stateful rules',
        stateless: 'Stateless rules',
        suricata: 'Suricata rules',
        managed: 'Managed by AWS',
      }),
    },
    {
      key: 'statelessRules',
      label: 'Stateless rules',
      input: 'rows',
      rowLabel: 'Rule',
      most: 1000,
      blank: { priority: 10, action: 'forward', protocols: 'any', ...ANY_ENDS, tcpFlags: '' },
      when: ({ type }) => type === 'stateless',
      help: 'Read by priority for every packet, answers too; the first that matches decides.',
      of: [
        { key: 'priority', label: 'Priority', input: 'number', min: 1, max: 65535, step: 10 },
        {
          key: 'action',
          label: 'Action',
          input: 'select',
          options: optionsOf(['pass', 'drop', 'forward'], { forward: 'Forward to stateful rules' }),
        },
        { key: 'protocols', label: 'Protocols', input: 'text', help: 'any, tcp, or several: tcp,udp' },
        ...ENDS,
        {
          key: 'tcpFlags',
          label: 'TCP flags',
          input: 'text',
          optional: true,
          help: 'Such as SYN/SYN+ACK: the flags that are set, among those that are looked at.',
        },
      ],
    },
    {
      key: 'statefulRules',
      label: 'Stateful rules',
      input: 'rows',
      rowLabel: 'Rule',
      most: 5000,
      blank: { action: 'pass', protocol: 'tcp', ...ANY_ENDS, direction: 'forward', options: '' },
      when: ({ type }) => type === 'stateful',
      of: [
        { key: 'action', label: 'Action', input: 'select', options: optionsOf(['pass', 'drop', 'reject', 'alert']) },
        { key: 'protocol', label: 'Protocol', input: 'text', help: 'ip, tcp, udp, icmp, tls, http, dns, ssh…' },
        ...ENDS,
        {
          key: 'direction',
          label: 'Direction',
          input: 'select',
          options: optionsOf(['forward', 'both'], { forward: 'From source to destination', both: 'Both ways' }),
        },
        { key: 'options', label: 'Options', input: 'text', optional: true, help: 'As in Suricata: flow:established;' },
      ],
    },
    {
      key: 'domains',
      label: 'Domains',
      input: 'texts',
      of: 'text',
      when: ({ type }) => type === 'domain-list',
      help: 'example.com is that name alone; .example.com is it and all names below.',
    },
    {
      key: 'domainAction',
      label: 'Action',
      input: 'select',
      options: optionsOf(['allow', 'deny', 'reject', 'alert']),
      when: ({ type }) => type === 'domain-list',
      help: 'Allow drops every other name of these protocols.',
    },
    {
      key: 'domainProtocols',
      label: 'Protocols',
      input: 'choices',
      options: [
        { value: 'tls', label: 'HTTPS, by the name in TLS (SNI)' },
        { value: 'http', label: 'HTTP, by the Host header' },
      ],
      when: ({ type }) => type === 'domain-list',
    },
    {
      key: 'suricataRules',
      label: 'Suricata rules',
      input: 'texts',
      of: 'text',
      when: ({ type }) => type === 'suricata',
      help: 'Rules with options that are not simulated cannot be told where they might decide.',
    },
    {
      key: 'variables',
      label: 'Variables',
      input: 'rows',
      rowLabel: 'Variable',
      most: 100,
      blank: { name: 'HOME_NET', values: [] },
      when: ({ type }) => type !== 'stateless' && type !== 'managed',
      help: 'HOME_NET here takes the place of the firewall’s; EXTERNAL_NET stays what lies outside of the firewall’s.',
      of: [
        { key: 'name', label: 'Name', input: 'text' },
        { key: 'values', label: 'Blocks or ports', input: 'texts', of: 'text' },
      ],
    },
    {
      key: 'arn',
      label: 'ARN',
      input: 'text',
      when: ({ type }) => type === 'managed',
      help: 'AWS does not publish its rules: they are taken to let the request pass.',
    },
    accountField('rule group'),
  ],
}
