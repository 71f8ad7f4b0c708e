import * as z from 'zod/mini'
import { base, flagOrUnknown, list, optional, reference, typedText } from './common.ts'
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
  /** `AmazonProvidedDNS` or addresses, as in a DHCP option set. */
  dhcpDnsServers: z._default(z.array(typedText).check(z.maxLength(4)), ['AmazonProvidedDNS']),
  /** null = AWS's own, never edited: local routes only / itself in, all out / everything allowed. */
  mainRouteTable: optional(reference),
  defaultSecurityGroup: optional(reference),
  defaultNetworkAcl: optional(reference),
})

/** A virtual private cloud. */
export const vpc: Sheet<typeof schema> = {
  schema,
  kind: 'vpc',
  title: 'VPC',
  noun: 'a VPC',
  group: 'places',
  summary: 'A private network in one Region, with address blocks of its own and a resolver for names.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html',
  parent: { path: 'region', kinds: ['region'] },
  container: true,
  stands: { area: 'main', rank: 0, least: { width: 340, height: 220 } },
  colour: 'group-vpc',
  imported: 'Vpcs',
  dropped: 'beside',
  detail: ({ cidrs, ipv6Cidrs }) => [...cidrs, ...ipv6Cidrs].join(', '),
  references: [
    { path: 'region', kinds: ['region'], onDelete: 'delete-holder' },
    { path: 'account', kinds: ['account'], onDelete: 're-point' },
    { path: 'mainRouteTable', kinds: ['route-table'], onDelete: 'clear' },
    { path: 'defaultSecurityGroup', kinds: ['security-group'], onDelete: 'clear' },
    { path: 'defaultNetworkAcl', kinds: ['network-acl'], onDelete: 'clear' },
  ],
  fields: [
    {
      key: 'cidrs',
      label: 'IPv4 blocks',
      input: 'texts',
      of: 'cidr4',
      help: 'The first is the primary block: the resolver answers at its base address plus two.',
    },
    { key: 'ipv6Cidrs', label: 'IPv6 blocks', input: 'texts', of: 'cidr6' },
    {
      key: 'dnsSupport',
      label: 'DNS support',
      input: 'boolean',
      noneLabel: 'Unknown',
      help: 'Off: the resolver of the VPC answers nothing, so no name is found.',
    },
    {
      key: 'dnsHostnames',
      label: 'DNS hostnames',
      input: 'boolean',
      noneLabel: 'Unknown',
      help: 'Together with DNS support it is what private DNS of an interface endpoint needs.',
    },
    {
      key: 'dhcpDnsServers',
      label: 'DNS servers (DHCP options)',
      input: 'texts',
      of: 'dns-server',
      help: 'AmazonProvidedDNS is the resolver of the VPC. With other servers, private DNS does not apply.',
    },
    {
      key: 'mainRouteTable',
      label: 'Main route table',
      input: 'reference',
      kinds: ['route-table'],
      optional: true,
      noneLabel: 'Not drawn: local routes only',
      help: 'Used by every subnet that names no table of its own.',
    },
    {
      key: 'defaultSecurityGroup',
      label: 'Default security group',
      input: 'reference',
      kinds: ['security-group'],
      optional: true,
      noneLabel: 'Not drawn: in from itself, out to everywhere',
      help: 'Carried by every interface that names no group.',
    },
    {
      key: 'defaultNetworkAcl',
      label: 'Default network ACL',
      input: 'reference',
      kinds: ['network-acl'],
      optional: true,
      noneLabel: 'Not drawn: everything allowed',
      help: 'Used by every subnet that names no ACL of its own.',
    },
    {
      key: 'account',
      label: 'Account',
      input: 'reference',
      kinds: ['account'],
      help: 'The account that owns the VPC.',
    },
  ],
  create: (id, name, parent) => ({
    kind: 'vpc',
    id,
    name,
    region: parent,
    account: 'account-1',
    cidrs: ['10.0.0.0/16'],
    ipv6Cidrs: [],
    dnsSupport: true,
    dnsHostnames: false,
    dhcpDnsServers: ['AmazonProvidedDNS'],
    mainRouteTable: null,
    defaultSecurityGroup: null,
    defaultNetworkAcl: null,
  }),
}
