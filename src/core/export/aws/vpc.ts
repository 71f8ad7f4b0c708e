import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import { blockOf, idOf, placed, zoneCalled } from './value.ts'

export const vpc = {
  'dhcp-options': (part) => ({
    DhcpConfigurations: [{ Key: 'domain-name-servers', Values: part.servers.map((one) => placed(one, part)) }],
  }),
  vpc: (part) => ({
    CidrBlock: placed(part.cidr, part),
    EnableDnsSupport: part.construct.dnsSupport ?? undefined,
    EnableDnsHostnames: part.construct.dnsHostnames ?? undefined,
    InstanceTenancy: 'default',
  }),
  'vpc-cidr': (part) => ({ VpcId: idOf(part.vpc), CidrBlock: placed(part.cidr, part) }),
  'vpc-ipv6': (part) => ({ VpcId: idOf(part.vpc), AmazonProvidedIpv6CidrBlock: true }),
  'dhcp-association': (part) => ({ VpcId: idOf(part.vpc), DhcpOptionsId: idOf(part.options) }),
  'default-group': () => ({}),
  subnet: (part) => ({
    VpcId: idOf(part.vpc),
    AvailabilityZone: zoneCalled(part.zoneName),
    CidrBlock: part.cidr === null ? undefined : placed(part.cidr, part),
    Ipv6CidrBlock: part.ipv6 ? blockOf(part.ipv6, part) : undefined,
    Ipv6Native: part.cidr === null || undefined,
    MapPublicIpOnLaunch: part.construct.mapPublicIpOnLaunch,
    // an IPv6-only subnet gives every interface an address
    AssignIpv6AddressOnCreation: part.cidr === null,
    EnableDns64: part.construct.dns64 || undefined,
  }),
  // AWS shares subnets with accounts of one organization only
  'subnet-share': (part) => shareSettings(part.subnet, part.accounts, false),
  'subnet-route-table': (part) => ({ SubnetId: idOf(part.subnet), RouteTableId: idOf(part.table) }),
  'subnet-network-acl': (part) => ({ SubnetId: idOf(part.subnet), NetworkAclId: idOf(part.acl) }),
} satisfies SettingsFor<'vpc' | 'subnet'>
