import type { Form } from '../definition.ts'
import type { ConstructOf } from '../registry.ts'
import { awsIdField } from './awsIdField.ts'

/** What one reads and fills in of a VPC. */
export const vpcForm: Form<ConstructOf<'vpc'>> = {
  summary: 'A private network in one Region, with address blocks of its own and a resolver for names.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html',
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
      optional: true,
      help: 'AmazonProvidedDNS is the resolver of the VPC. With other servers, private DNS does not apply. After an import that lacked them none stands here: they are not known.',
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
    {
      key: 'allInterfaces',
      label: 'All of its interfaces are known',
      input: 'boolean',
      help: 'Off after an import that lacked some: whether somebody has an address that nothing here has cannot be told.',
    },
    awsIdField,
  ],
}
