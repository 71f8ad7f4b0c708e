import type { Definition } from './definition.ts'

/** A subnet of a VPC, in one zone. */
export const subnet: Definition<'subnet'> = {
  kind: 'subnet',
  title: 'Subnet',
  noun: 'a subnet',
  group: 'places',
  summary: 'A range of addresses of a VPC in one zone. Its route table and its network ACL hold for everything in it.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  parent: { path: 'zone', kinds: ['availability-zone'] },
  container: true,
  references: [
    { path: 'zone', kinds: ['availability-zone'], onDelete: 'delete-holder' },
    { path: 'routeTable', kinds: ['route-table'], onDelete: 'clear' },
    { path: 'networkAcl', kinds: ['network-acl'], onDelete: 'clear' },
  ],
  fields: [
    {
      key: 'cidr',
      label: 'IPv4 block',
      input: 'cidr4',
      help: 'A part of a block of the VPC. AWS keeps five of its addresses.',
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
  ],
  create: (id, name, parent) => ({
    kind: 'subnet',
    id,
    name,
    zone: parent,
    cidr: '10.0.0.0/24',
    ipv6Cidr: null,
    routeTable: null,
    networkAcl: null,
    mapPublicIpOnLaunch: false,
  }),
}
