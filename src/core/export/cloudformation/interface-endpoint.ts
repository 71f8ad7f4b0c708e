import { FULL_ACCESS } from '../fullAccess.ts'
import { followRegion, groupId, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const interfaceEndpoint: ResourcePrinters<'interface-endpoint'> = {
  'interface-endpoint': (part, stack) => ({
    type: 'AWS::EC2::VPCEndpoint',
    properties: present({
      VpcEndpointType: 'Interface',
      VpcId: refTo(stack, part.vpc),
      ServiceName: part.serviceRegion === null ? followRegion(stack, part.construct.service) : part.construct.service,
      ServiceRegion: part.serviceRegion ?? undefined,
      SubnetIds: listed(part.subnets.map((one) => refTo(stack, one.subnet))),
      SecurityGroupIds: listed(part.groups.map((key) => groupId(stack, key))),
      PrivateDnsEnabled: part.privateDns,
      DnsOptions:
        part.onlyInboundResolver === null
          ? undefined
          : {
              PrivateDnsOnlyForInboundResolverEndpoint: part.onlyInboundResolver
                ? 'OnlyInboundResolver'
                : 'AllResolvers',
            },
      IpAddressType: 'ipv4',
      PolicyDocument: part.takesPolicy ? FULL_ACCESS : undefined,
      Tags: tagsOf(part),
    }),
  }),
}
