import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField } from './parts.ts'

/** What one reads and fills in of a Route 53 Profile. */
export const route53ProfileForm: Form<ConstructOf<'route-53-profile'>> = {
  summary:
    'Applies private zones, Resolver rules, endpoints and DNS Firewall rule groups to many VPCs at once. What a VPC has of its own for the same domain comes first.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html',
  fields: [
    {
      key: 'vpcs',
      label: 'VPCs',
      input: 'references',
      kinds: ['vpc'],
      noneLabel: 'None: it applies nowhere',
      help: 'Of the same Region. A VPC has one Profile at most.',
    },
    { key: 'hostedZones', label: 'Private hosted zones', input: 'references', kinds: ['hosted-zone'] },
    { key: 'resolverRules', label: 'Resolver rules', input: 'references', kinds: ['resolver-rule'] },
    {
      key: 'interfaceEndpoints',
      label: 'Interface endpoints',
      input: 'references',
      kinds: ['interface-endpoint'],
      help: 'Their private DNS names are answered in every VPC of the Profile.',
    },
    {
      key: 'firewallRuleGroups',
      label: 'DNS Firewall rule groups',
      input: 'rows',
      rowLabel: 'Rule group',
      most: 5,
      blank: { priority: 101 },
      of: [
        { key: 'group', label: 'Rule group', input: 'reference', kinds: ['dns-firewall-rule-group'] },
        { key: 'priority', label: 'Priority', input: 'number', min: 1, max: 9999999 },
      ],
    },
    accountField('Profile'),
  ],
}
