import { parseDnsName } from '../../../net/dnsName.ts'
import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { accountField, IP_LABELS, optionsOf, stateField } from './parts.ts'

type Own = ConstructOf<'endpoint-service'>
const hasPrivateName = (construct: Own) => construct.privateDnsName !== null

/** What one reads and fills in of an endpoint service. */
export const endpointServiceForm: Form<Own> = {
  summary:
    'Offers what stands behind Network or Gateway Load Balancers to other VPCs and accounts, which reach it through endpoints.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  fields: [
    {
      key: 'loadBalancers',
      label: 'Load balancers',
      input: 'references',
      kinds: ['network-load-balancer', 'gateway-load-balancer'],
      help: 'Network Load Balancers or Gateway Load Balancers, never both. Their zones are the zones of the service.',
    },
    {
      key: 'acceptanceRequired',
      label: 'Acceptance required',
      input: 'boolean',
      help: 'On: a new endpoint waits until it is accepted.',
    },
    {
      key: 'allowedPrincipals',
      label: 'Allowed principals',
      input: 'texts',
      of: 'text',
      help: 'ARNs of accounts, users and roles that may make endpoints for it, or * for everyone.',
    },
    {
      key: 'privateDnsName',
      label: 'Private DNS name',
      input: 'text',
      optional: true,
      rule: (text) => (parseDnsName(text.replace(/^\*\./, '')) === null ? `“${text}” is not a host name` : null),
      help: 'Empty: endpoints have their own names only.',
    },
    {
      key: 'domainVerification',
      label: 'Domain verification',
      input: 'select',
      options: optionsOf(['pendingVerification', 'verified', 'failed']),
      when: hasPrivateName,
      help: 'AWS looks for the TXT record below in public DNS.',
    },
    {
      key: 'verificationName',
      label: 'Verification record name',
      input: 'text',
      optional: true,
      when: hasPrivateName,
      help: 'Empty: made from the id.',
    },
    {
      key: 'verificationValue',
      label: 'Verification record value',
      input: 'text',
      optional: true,
      when: hasPrivateName,
      help: 'Empty: made from the id.',
    },
    {
      key: 'supportedRegions',
      label: 'Further Regions',
      input: 'texts',
      of: 'region',
      help: 'Regions beside its own in which endpoints for it may be made.',
    },
    {
      key: 'supportedIpAddressTypes',
      label: 'IP address types',
      input: 'choices',
      options: optionsOf(['ipv4', 'ipv6'], IP_LABELS),
      help: 'IPv6 needs dual-stack load balancers.',
    },
    {
      key: 'serviceId',
      label: 'Service ID',
      input: 'text',
      optional: true,
      help: 'Empty: made from the id.',
      rule: (text) =>
        /^vpce-svc-[0-9a-z]{1,40}$/.test(text) ? null : `“${text}” is not of the form vpce-svc-0123456789abcdef0`,
    },
    stateField(['pending', 'available', 'deleting', 'deleted', 'failed'], 'Only an available service takes traffic.'),
    {
      key: 'payer',
      label: 'Payer',
      input: 'select',
      options: optionsOf(['endpoint-owner', 'service-owner']),
      help: 'Who pays for the endpoints. The service owner as payer cannot be undone.',
    },
    {
      key: 'notifications',
      label: 'Notifications',
      input: 'rows',
      rowLabel: 'Notification',
      most: 20,
      blank: {
        topic: 'arn:aws:sns:us-east-1:111122223333:endpoints',
        events: ['Connect', 'Accept', 'Reject', 'Delete'],
      },
      of: [
        { key: 'topic', label: 'SNS topic ARN', input: 'text' },
        {
          key: 'events',
          label: 'Events',
          input: 'choices',
          options: optionsOf(['Connect', 'Accept', 'Reject', 'Delete']),
        },
      ],
    },
    accountField('service'),
  ],
}
