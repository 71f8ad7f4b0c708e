import type { Call } from './call.ts'

/** VPCs, and what nearly every network has. */
export const NETWORK_CALLS: readonly Call[] = [
  { key: 'Vpcs', commands: ['aws ec2 describe-vpcs'], why: 'the VPCs and their blocks' },
  { key: 'Subnets', commands: ['aws ec2 describe-subnets'], why: 'the subnets and their zones' },
  {
    key: 'RouteTables',
    commands: ['aws ec2 describe-route-tables'],
    why: 'where packets go: without it no way can be told',
  },
  { key: 'SecurityGroups', commands: ['aws ec2 describe-security-groups'], why: 'what the interfaces let in and out' },
  { key: 'NetworkAcls', commands: ['aws ec2 describe-network-acls'], why: 'what the subnets let in and out' },
  {
    key: 'NetworkInterfaces',
    commands: ['aws ec2 describe-network-interfaces'],
    why: 'the addresses of endpoints, load balancers and other services',
  },
  { key: 'Reservations', commands: ['aws ec2 describe-instances'], why: 'the instances' },
  {
    key: 'AvailabilityZones',
    commands: ['aws ec2 describe-availability-zones'],
    why: 'which zone a name means in this account',
  },
  {
    key: 'DhcpOptions',
    commands: ['aws ec2 describe-dhcp-options'],
    why: 'which DNS servers the clients ask; without it no name can be told',
  },
  { key: 'Addresses', commands: ['aws ec2 describe-addresses'], why: 'Elastic IP addresses' },
  { key: 'VpcEndpoints', commands: ['aws ec2 describe-vpc-endpoints'], why: 'endpoints of every kind' },
]
