import { readFirewallDomain } from '../../../net/readFirewallDomain.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { optionsOf } from './parts.ts'

/** What one reads and fills in of a rule group of DNS Firewall. */
export const dnsFirewallRuleGroupForm: Form<ConstructOf<'dns-firewall-rule-group'>> = {
  summary:
    'Lets names through VPC Resolver or stops them, before anybody looks them up: those that clients of its VPCs ask for, and those that come in through inbound endpoints.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall-overview.html',
  fields: [
    {
      key: 'rules',
      label: 'Rules',
      input: 'rows',
      rowLabel: 'Rule',
      most: 100,
      blank: {
        priority: 100,
        action: 'BLOCK',
        domains: [],
        managedList: null,
        blockResponse: 'NODATA',
        overrideDomain: null,
        redirections: 'inspect',
      },
      of: [
        { key: 'priority', label: 'Priority', input: 'number', min: 1, max: 9999999, step: 100 },
        { key: 'action', label: 'Action', input: 'select', options: optionsOf(['ALLOW', 'ALERT', 'BLOCK']) },
        {
          key: 'domains',
          label: 'Domains',
          input: 'texts',
          of: 'text',
          help: 'example.com is that name alone, *.example.com every name below it, and * every name.',
        },
        {
          key: 'managedList',
          label: 'List that AWS keeps',
          input: 'text',
          optional: true,
          help: 'In place of domains, by its name. What is in it nobody says.',
        },
        {
          key: 'blockResponse',
          aside: true,
          label: 'Answer to what is blocked',
          input: 'select',
          options: optionsOf(['NODATA', 'NXDOMAIN', 'OVERRIDE'], {
            NODATA: 'No data',
            NXDOMAIN: 'No such name',
            OVERRIDE: 'Another name',
          }),
        },
        {
          key: 'overrideDomain',
          label: 'The other name',
          input: 'text',
          optional: true,
          rule: (text) => (readFirewallDomain(text) === null ? `“${text}” is not a domain name` : null),
        },
        {
          key: 'redirections',
          aside: true,
          label: 'Names that it leads to',
          input: 'select',
          options: optionsOf(['inspect', 'trust'], {
            inspect: 'Each is held against the rules',
            trust: 'Trusted once the first one passes',
          }),
        },
      ],
    },
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'rows',
      rowLabel: 'VPC',
      most: 300,
      blank: { priority: 101 },
      of: [
        { key: 'vpc', label: 'VPC', input: 'reference', kinds: ['vpc'] },
        {
          key: 'priority',
          label: 'Priority',
          input: 'number',
          min: 1,
          max: 9999999,
          help: 'Among the rule groups of the VPC: the lowest is asked first.',
        },
      ],
    },
  ],
}
