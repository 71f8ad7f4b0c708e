import { FULL_ACCESS } from '../aws/fullAccess.ts'
import type { PartOf } from '../plan/part.ts'
import { serviceName } from './endpointSettings.ts'
import { groupId, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters, type TreeObject } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const interfaceEndpoint: ResourcePrinters<'interface-endpoint'> = {
  'interface-endpoint': (part, stack) => ({
    type: 'AWS::EC2::VPCEndpoint',
    properties: present({
      VpcEndpointType: 'Interface',
      VpcId: refTo(stack, part.vpc),
      ServiceName: serviceName(stack, part.service, part.serviceRegion !== null),
      ServiceRegion: part.serviceRegion ?? undefined,
      SubnetIds: listed(part.subnets.map((one) => refTo(stack, one.subnet))),
      SecurityGroupIds: listed(part.groups.map((key) => groupId(stack, key))),
      PrivateDnsEnabled: part.privateDns,
      DnsOptions: dnsOptions(part),
      IpAddressType: part.construct.ipAddressType,
      PolicyDocument: part.takesPolicy ? FULL_ACCESS : undefined,
      Tags: tagsOf(part),
    }),
  }),
}

/** Kind of record and inbound resolvers, where either is said; AWS's defaults otherwise. */
function dnsOptions({ construct, onlyInboundResolver }: PartOf<'interface-endpoint'>): TreeObject | undefined {
  const { dnsRecordIpType } = construct
  const options = present({
    DnsRecordIpType: dnsRecordIpType === 'service-defined' ? undefined : dnsRecordIpType,
    PrivateDnsOnlyForInboundResolverEndpoint:
      onlyInboundResolver === null ? undefined : onlyInboundResolver ? 'OnlyInboundResolver' : 'AllResolvers',
  })
  return Object.keys(options).length > 0 ? options : undefined
}

export const balancerEndpoint: ResourcePrinters<'gateway-load-balancer-endpoint'> = {
  'balancer-endpoint': (part, stack) => ({
    type: 'AWS::EC2::VPCEndpoint',
    properties: {
      VpcEndpointType: 'GatewayLoadBalancer',
      VpcId: refTo(stack, part.vpc),
      ServiceName: serviceName(stack, part.service, false),
      SubnetIds: [refTo(stack, part.subnet)],
      IpAddressType: part.construct.ipAddressType,
      Tags: tagsOf(part),
    },
  }),
}
