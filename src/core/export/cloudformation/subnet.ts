import { nameOf } from '../plan/planExport.ts'
import { blockTree, followRegion, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters } from './resource.ts'
import { shareOf } from './shares.ts'
import { tagsOf } from './tagsOf.ts'

export const subnet: ResourcePrinters<'subnet'> = {
  subnet: (part, stack) => ({
    type: 'AWS::EC2::Subnet',
    properties: present({
      VpcId: refTo(stack, part.vpc),
      // The zone by its letter: Fn::GetAZs lists only some zones and promises no order, so a number in it may be another zone
      AvailabilityZone: followRegion(stack, part.zoneName),
      CidrBlock: part.cidr,
      Ipv6CidrBlock: part.ipv6 ? blockTree(stack, part.ipv6) : undefined,
      MapPublicIpOnLaunch: part.construct.mapPublicIpOnLaunch,
      AssignIpv6AddressOnCreation: false,
      EnableDns64: part.construct.dns64 ? true : undefined,
      Tags: tagsOf(part),
    }),
  }),
  'subnet-share': (part, stack) => {
    const arn = `arn:\${AWS::Partition}:ec2:\${AWS::Region}:\${AWS::AccountId}:subnet/\${${nameOf(stack, part.subnet)}}`
    return shareOf(part, stack, { 'Fn::Sub': arn }, part.accounts, true)
  },
  // Also for subnets that take the main table or default ACL: CloudFormation can change neither, so both are own resources
  'subnet-route-table': (part, stack) => ({
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    properties: { SubnetId: refTo(stack, part.subnet), RouteTableId: refTo(stack, part.table) },
  }),
  'subnet-network-acl': (part, stack) => ({
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    properties: { SubnetId: refTo(stack, part.subnet), NetworkAclId: refTo(stack, part.acl) },
  }),
}
