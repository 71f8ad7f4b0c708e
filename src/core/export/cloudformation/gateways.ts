import { attributeOf, followRegion, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { stackNamed } from './shares.ts'
import { tagsOf } from './tagsOf.ts'

export const egressOnlyInternetGateway: ResourcePrinters<'egress-only-internet-gateway'> = {
  'egress-only-gateway': (part, stack) => ({
    type: 'AWS::EC2::EgressOnlyInternetGateway',
    properties: { VpcId: refTo(stack, part.vpc), Tags: tagsOf(part) },
  }),
}

export const regionalNatGateway: ResourcePrinters<'regional-nat-gateway'> = {
  'regional-nat-address': (part) => ({ type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags: tagsOf(part) } }),
  'regional-nat-gateway': (part, stack) => ({
    type: 'AWS::EC2::NatGateway',
    properties: present({
      VpcId: refTo(stack, part.vpc),
      AvailabilityMode: 'regional',
      ConnectivityType: 'public',
      AvailabilityZoneAddresses: listed(
        part.zones.map(({ zoneName, address }) => ({
          AvailabilityZone: followRegion(stack, zoneName),
          AllocationIds: [attributeOf(stack, address, 'AllocationId')],
        })),
      ),
      Tags: tagsOf(part),
    }),
  }),
}

export const elasticIp: ResourcePrinters<'elastic-ip'> = {
  'elastic-address': (part) => ({ type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags: tagsOf(part) } }),
  'elastic-association': (part, stack) => ({
    type: 'AWS::EC2::EIPAssociation',
    properties: {
      AllocationId: attributeOf(stack, part.address, 'AllocationId'),
      ...(part.privateIp !== null && { PrivateIpAddress: part.privateIp }),
      ...(part.interface === null
        ? { InstanceId: refTo(stack, part.instance) }
        : { NetworkInterfaceId: refTo(stack, part.interface) }),
    },
  }),
}

export const blockPublicAccess: ResourcePrinters<'block-public-access'> = {
  'block-exclusion': (part, stack) => ({
    type: 'AWS::EC2::VPCBlockPublicAccessExclusion',
    properties: {
      [part.ofKind === 'vpc' ? 'VpcId' : 'SubnetId']: refTo(stack, part.of),
      InternetGatewayExclusionMode: `allow-${part.allow}`,
      Tags: tagsOf(part),
    },
  }),
  'block-public-access': (part) => ({
    type: 'AWS::EC2::VPCBlockPublicAccessOptions',
    properties: { InternetGatewayBlockMode: part.construct.mode },
  }),
}

export const networkFirewall: ResourcePrinters<'network-firewall'> = {
  'firewall-policy': (part, stack) => ({
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    properties: {
      FirewallPolicyName: stackNamed(stack, part.key),
      // To the stateful engine, which without rules lets everything pass
      FirewallPolicy: {
        StatelessDefaultActions: ['aws:forward_to_sfe'],
        StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
      },
      Tags: tagsOf(part, 'strict'),
    },
  }),
  'network-firewall': (part, stack) => ({
    type: 'AWS::NetworkFirewall::Firewall',
    properties: {
      FirewallName: stackNamed(stack, part.key),
      FirewallPolicyArn:
        part.policy === null ? part.construct.policyArn : attributeOf(stack, part.policy, 'FirewallPolicyArn'),
      VpcId: refTo(stack, part.vpc),
      SubnetMappings: part.subnets.map((key) => ({ SubnetId: refTo(stack, key) })),
      DeleteProtection: false,
      SubnetChangeProtection: false,
      Tags: tagsOf(part, 'strict'),
    },
  }),
}
