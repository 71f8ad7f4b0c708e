import * as z from 'zod/mini'
import { parseDnsName } from '../../net/index.ts'
import { base, choice, flag, list, optional, plainText, reference, typedText } from './common.ts'
import type { Sheet, Told } from './definition.ts'
import { count, unusual } from './detailParts.ts'
import { lines } from './lines.ts'
import { accountField, IP_LABELS, inRegion, ofAccount, ofRegion, optionsOf, stateField } from './parts.ts'

const schema = z.strictObject({
  ...base('endpoint-service'),
  region: reference,
  account: reference,
  /** Network load balancers, or Gateway Load Balancers: never both. */
  loadBalancers: list(reference, 10),
  acceptanceRequired: flag(true),
  /** ARNs of accounts, users and roles that may make endpoints for it, or `*`; none by default. */
  allowedPrincipals: list(plainText(2048), 500),
  /** `vpce-svc-…`; null = made from the construct's id. */
  serviceId: optional(typedText),
  privateDnsName: optional(typedText),
  /** State of the domain's verification; AWS looks for the record below in public DNS. */
  domainVerification: choice(['pendingVerification', 'verified', 'failed'], 'pendingVerification'),
  /** Name and value of the TXT record: `_6e86v84tqgqubxbwii1m` and `vpce:l6p0ERxlTt45jevFwOCp`; null = made from the id. */
  verificationName: optional(typedText),
  verificationValue: optional(typedText),
  supportedRegions: list(typedText, 40),
  supportedIpAddressTypes: z._default(z.array(z.enum(['ipv4', 'ipv6'])).check(z.maxLength(2)), ['ipv4']),
  state: choice(['pending', 'available', 'deleting', 'deleted', 'failed'], 'available'),
  payer: choice(['endpoint-owner', 'service-owner'], 'endpoint-owner'),
  notifications: list(
    z.strictObject({
      /** ARN of an SNS topic. */
      topic: plainText(255),
      events: z._default(z.array(z.enum(['Connect', 'Accept', 'Reject', 'Delete'])).check(z.maxLength(4)), [
        'Connect',
        'Accept',
        'Reject',
        'Delete',
      ]),
    }),
    20,
  ),
})

type Own = Told<typeof schema>
const hasPrivateName = (construct: Own) => construct.privateDnsName !== null

/** A service of one's own behind load balancers: the provider's side of AWS PrivateLink. */
export const endpointService: Sheet<typeof schema> = {
  schema,
  kind: 'endpoint-service',
  title: 'Endpoint service',
  noun: 'an endpoint service',
  group: 'endpoints',
  summary:
    'Offers what stands behind Network or Gateway Load Balancers to other VPCs and accounts, which reach it through endpoints.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 3 },
  colour: 'group-region',
  imported: 'ServiceConfigurations',
  namedAnywhere: true,
  detail: ({ privateDnsName, loadBalancers, state }) =>
    unusual(state) ?? privateDnsName ?? count(loadBalancers.length, 'load balancer'),
  lines: ({ id, loadBalancers }) => lines(id, loadBalancers, 'service-load-balancer', 'stands on'),
  references: [
    ofRegion,
    ofAccount,
    {
      path: 'loadBalancers[]',
      kinds: ['network-load-balancer', 'gateway-load-balancer'],
      onDelete: 'remove-entry',
    },
  ],
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
  create: (id, name, parent) => ({
    kind: 'endpoint-service',
    id,
    name,
    region: parent,
    account: 'account-1',
    loadBalancers: [],
    acceptanceRequired: true,
    allowedPrincipals: [],
    serviceId: null,
    privateDnsName: null,
    domainVerification: 'pendingVerification',
    verificationName: null,
    verificationValue: null,
    supportedRegions: [],
    supportedIpAddressTypes: ['ipv4'],
    state: 'available',
    payer: 'endpoint-owner',
    notifications: [],
  }),
}
