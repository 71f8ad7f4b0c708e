import { attributeOf, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const vpc: ResourcePrinters<'vpc'> = {
  'dhcp-options': (part) => ({
    type: 'AWS::EC2::DHCPOptions',
    properties: { DomainNameServers: part.servers, Tags: tagsOf(part) },
  }),
  vpc: (part) => ({
    type: 'AWS::EC2::VPC',
    properties: present({
      CidrBlock: part.cidr,
      EnableDnsSupport: part.construct.dnsSupport ?? undefined,
      EnableDnsHostnames: part.construct.dnsHostnames ?? undefined,
      InstanceTenancy: 'default',
      Tags: tagsOf(part),
    }),
  }),
  'vpc-cidr': (part, stack) => ({
    type: 'AWS::EC2::VPCCidrBlock',
    properties: { VpcId: refTo(stack, part.vpc), CidrBlock: part.cidr },
  }),
  'vpc-ipv6': (part, stack) => ({
    type: 'AWS::EC2::VPCCidrBlock',
    properties: { VpcId: refTo(stack, part.vpc), AmazonProvidedIpv6CidrBlock: true },
  }),
  'dhcp-association': (part, stack) => ({
    type: 'AWS::EC2::VPCDHCPOptionsAssociation',
    properties: { VpcId: refTo(stack, part.vpc), DhcpOptionsId: attributeOf(stack, part.options, 'DhcpOptionsId') },
  }),
  'default-group': () => null, // an attribute of the VPC
}
