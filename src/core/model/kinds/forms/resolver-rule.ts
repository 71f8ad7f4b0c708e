import { parseDnsName } from '../../../net/dnsName.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { optionsOf } from './parts.ts'

type Own = ConstructOf<'resolver-rule'>
const forwards = (construct: Own) => construct.ruleType === 'forward'

/** What one reads and fills in of a Resolver rule. */
export const resolverRuleForm: Form<Own> = {
  summary: 'Sends queries for a domain to other DNS servers, or (a system rule) keeps a part of it with VPC Resolver.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html',
  fields: [
    { key: 'ruleType', label: 'Type', input: 'select', options: optionsOf(['forward', 'system']) },
    {
      key: 'domain',
      label: 'Domain',
      input: 'text',
      help: 'Names in this domain; a dot alone stands for every name.',
      rule: (text) => (text === '.' || parseDnsName(text) !== null ? null : `“${text}” is not a domain`),
    },
    {
      key: 'targets',
      label: 'DNS servers',
      input: 'rows',
      rowLabel: 'Server',
      most: 6,
      blank: { address: '192.168.0.2', port: 53 },
      when: forwards,
      of: [
        { key: 'address', label: 'Address', input: 'address' },
        { key: 'port', label: 'Port', input: 'number', min: 0, max: 65535 },
      ],
    },
    {
      key: 'resolverEndpoint',
      label: 'Outbound endpoint',
      input: 'reference',
      kinds: ['resolver-endpoint'],
      optional: true,
      noneLabel: 'None',
      when: forwards,
      help: 'Where the queries leave for the servers.',
    },
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'references',
      kinds: ['vpc'],
      noneLabel: 'None: it applies nowhere',
      help: 'Of the same Region.',
    },
    {
      key: 'allVpcs',
      label: 'All of its VPCs are known',
      input: 'boolean',
      help: 'Off after an import that lacked them: it may apply in other VPCs too.',
    },
  ],
}
