import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, optionsOf } from './parts.ts'

type Own = ConstructOf<'resource-configuration'>
const isResource = ({ type }: Own) => type !== 'group'
const isDescribed = (one: Own) => isResource(one) && one.resource === null
const hasDomain = ({ customDomainName }: Own) => customDomainName !== null

/** What one reads and fills in of a resource configuration. */
export const resourceConfigurationForm: Form<Own> = {
  summary:
    'Offers a database, an instance or another single resource to other VPCs, without a load balancer. They reach it by a resource endpoint or through a service network, over TCP.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-configuration.html',
  fields: [
    {
      key: 'type',
      label: 'Type',
      input: 'select',
      options: optionsOf(['single', 'group', 'child', 'arn'], {
        single: 'Single resource',
        group: 'Group of resources',
        child: 'Resource of a group',
        arn: 'Resource by ARN',
      }),
    },
    {
      key: 'group',
      label: 'Group',
      input: 'reference',
      kinds: ['resource-configuration'],
      optional: true,
      when: ({ type }) => type === 'child',
    },
    {
      key: 'resourceGateway',
      label: 'Resource gateway',
      input: 'reference',
      kinds: ['resource-gateway'],
      optional: true,
      noneLabel: 'Not drawn',
    },
    {
      key: 'resource',
      label: 'Drawn resource',
      input: 'reference',
      kinds: ['client', 'network-load-balancer', 'application-load-balancer', 'on-premises-host'],
      optional: true,
      noneLabel: 'None: as it is called below',
      when: isResource,
    },
    {
      key: 'definition',
      label: 'Address, domain name or ARN',
      input: 'text',
      when: isDescribed,
      help: 'A private address, a domain name, or the ARN of an RDS database.',
    },
    {
      key: 'ports',
      label: 'Port ranges',
      input: 'rows',
      rowLabel: 'Port range',
      most: 100,
      blank: { from: 443, to: 443 },
      when: isResource,
      help: 'TCP. Requests to other ports are not let through.',
      of: [
        { key: 'from', label: 'From', input: 'number', min: 1, max: 65535 },
        { key: 'to', label: 'To', input: 'number', min: 1, max: 65535 },
      ],
    },
    {
      key: 'customDomainName',
      label: 'Custom domain name',
      input: 'dns-name',
      optional: true,
      help: 'Answered in the VPCs that turn private DNS on.',
    },
    {
      key: 'domainVerification',
      label: 'Domain verification',
      input: 'select',
      options: optionsOf(['pendingVerification', 'verified', 'failed']),
      when: hasDomain,
    },
    {
      key: 'configurationId',
      label: 'Configuration ID',
      input: 'text',
      optional: true,
      help: 'Empty: made from the id.',
      rule: (text) =>
        /^rcfg-[0-9a-z]{1,17}$/.test(text) ? null : `“${text}” is not of the form rcfg-0123456789abcdef0`,
    },
    accountField('resource'),
  ],
}
