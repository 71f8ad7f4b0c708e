import * as z from 'zod/mini'
import { base, choice, flag, list, optional, plainText, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'
import { count, unusual } from './detailParts.ts'
import { lines } from './lines.ts'
import { inRegion, ofAccount, ofRegion } from './parts.ts'

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

/** A service of one's own behind load balancers: the provider's side of AWS PrivateLink. */
export const endpointService: Sheet<typeof schema> = {
  schema,
  kind: 'endpoint-service',
  title: 'Endpoint service',
  noun: 'an endpoint service',
  group: 'endpoints',
  parent: inRegion,
  container: false,
  stands: { area: 'side', rank: 3 },
  colour: 'group-region',
  imported: 'ServiceConfigurations',
  reached: 'endpoint-service',
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
  blank: (parent) => ({ region: parent, account: 'account-1' }),
}
