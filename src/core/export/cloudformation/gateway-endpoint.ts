import { FULL_ACCESS } from '../aws/fullAccess.ts'
import { followRegion, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const gatewayEndpoint: ResourcePrinters<'gateway-endpoint'> = {
  'gateway-endpoint': (part, stack) => {
    const { ipAddressType, dnsRecordIpType } = part.construct
    return {
      type: 'AWS::EC2::VPCEndpoint',
      properties: present({
        VpcEndpointType: 'Gateway',
        VpcId: refTo(stack, part.vpc),
        ServiceName: followRegion(stack, part.construct.service),
        RouteTableIds: listed(part.tables.map((key) => refTo(stack, key))),
        PrivateDnsEnabled: false,
        // Only S3 takes another kind than IPv4
        IpAddressType: ipAddressType === 'ipv4' ? undefined : ipAddressType,
        DnsOptions: dnsRecordIpType === 'service-defined' ? undefined : { DnsRecordIpType: dnsRecordIpType },
        PolicyDocument: FULL_ACCESS,
        Tags: tagsOf(part),
      }),
    }
  },
}
