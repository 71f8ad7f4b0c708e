import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'

/** What one reads and fills in of a subnet. */
export const subnetForm: Form<ConstructOf<'subnet'>> = {
  summary: 'A range of addresses of a VPC in one zone. Its route table and its network ACL hold for everything in it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  fields: [
    {
      key: 'cidr',
      label: 'IPv4 block',
      input: 'cidr4',
      optional: true,
      help: 'A part of a block of the VPC. AWS keeps five of its addresses. Left empty, the subnet is IPv6-only.',
    },
    { key: 'ipv6Cidr', label: 'IPv6 block', input: 'cidr6', optional: true, help: 'A /64 of the VPC’s IPv6 block.' },
    {
      key: 'routeTable',
      label: 'Route table',
      input: 'reference',
      kinds: ['route-table'],
      optional: true,
      noneLabel: 'The main route table of the VPC',
    },
    {
      key: 'networkAcl',
      label: 'Network ACL',
      input: 'reference',
      kinds: ['network-acl'],
      optional: true,
      noneLabel: 'The default network ACL of the VPC',
    },
    {
      key: 'mapPublicIpOnLaunch',
      label: 'Auto-assign public IPv4 address',
      input: 'boolean',
      help: 'Gives new EC2 instances placed here a public address.',
    },
    {
      key: 'dns64',
      label: 'DNS64',
      input: 'boolean',
      help: 'On: names that have IPv4 addresses only get made-up IPv6 ones, which a NAT gateway translates.',
    },
    {
      key: 'sharedWith',
      label: 'Shared with',
      input: 'references',
      kinds: ['account'],
      noneLabel: 'No other account',
      help: 'Accounts whose clients may lie in it too.',
    },
  ],
}
