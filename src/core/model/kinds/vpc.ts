import * as z from 'zod/mini'
import { base, flag, flagOrUnknown, list, optional, reference, typedText } from './common.ts'
import type { Sheet } from './definition.ts'

const schema = z.strictObject({
  ...base('vpc'),
  region: reference,
  account: reference,
  /** IPv4 blocks; the first is the primary one (the resolver is its base address plus two). */
  cidrs: z.array(typedText).check(z.maxLength(50)),
  ipv6Cidrs: list(typedText, 5),
  /** null = unknown, as after an import: AWS answers for these two by a call of their own. */
  dnsSupport: flagOrUnknown(true),
  dnsHostnames: flagOrUnknown(false),
  /** `AmazonProvidedDNS` or addresses, as in a DHCP option set; null = unknown, as after an import. */
  dhcpDnsServers: z._default(z.nullable(z.array(typedText).check(z.maxLength(4))), ['AmazonProvidedDNS']),
  /** null = AWS's own, never edited: local routes only / itself in, all out / everything allowed. */
  mainRouteTable: optional(reference),
  defaultSecurityGroup: optional(reference),
  defaultNetworkAcl: optional(reference),
  /** false = it may have interfaces that the design does not, as after an import: whether somebody has an address that none of those here has cannot be told. */
  allInterfaces: flag(true),
  /** AWS’s own id of it, where the construct is called otherwise. */
  awsId: optional(typedText),
})

/** A virtual private cloud. */
export const vpc: Sheet<typeof schema> = {
  schema,
  kind: 'vpc',
  title: 'VPC',
  noun: 'a VPC',
  group: 'places',
  parent: { path: 'region', kinds: ['region'] },
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 340, height: 220 } },
  colour: 'group-vpc',
  imported: 'Vpcs',
  reached: null,
  dropped: 'beside',
  detail: ({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs].join(', '),
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
    { path: 'mainRouteTable', kinds: ['route-table'], onDelete: 'clear' },
    { path: 'defaultSecurityGroup', kinds: ['security-group'], onDelete: 'clear' },
    { path: 'defaultNetworkAcl', kinds: ['network-acl'], onDelete: 'clear' },
  ],
  blank: (parent) => ({ region: parent, account: 'account-1', cidrs: ['10.0.0.0/16'] }),
}
