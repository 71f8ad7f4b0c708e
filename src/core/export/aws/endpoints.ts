import type { PlannedService } from '../plan/endpointShapes.ts'
import { policyValue } from './policyValue.ts'
import type { SettingsFor } from './settingsFor.ts'
import { idOf, idsOf, joined, type Later, listed, placed, regional, regionCalled } from './value.ts'

/** The policy that AWS gives an endpoint made without one. */
const FULL_ACCESS = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
}

/** Name of a service; that of a drawn one is made of its id and its Region, in the Chinese partition with a word more. */
function serviceName(service: PlannedService, isElsewhere: boolean): string | Later {
  if (service.part === undefined) return isElsewhere ? service.name : regional(service.name)
  const prefix = `${service.regionCode.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.vpce.`
  return joined(prefix, regionCalled(service.regionCode), '.', idOf(service.part))
}

const recordType = (type: string): string | undefined => (type === 'service-defined' ? undefined : type)

export const endpoints = {
  'gateway-endpoint': ({ construct, vpc, tables, policy }) => {
    const record = recordType(construct.dnsRecordIpType)
    return {
      VpcEndpointType: 'Gateway',
      VpcId: idOf(vpc),
      ServiceName: regional(construct.service),
      RouteTableIds: idsOf(tables),
      PrivateDnsEnabled: false,
      // Only S3 takes another kind than IPv4
      IpAddressType: construct.ipAddressType === 'ipv4' ? undefined : construct.ipAddressType,
      DnsOptions: record === undefined ? undefined : { DnsRecordIpType: record },
      PolicyDocument: policy === null ? FULL_ACCESS : policyValue(policy, { construct }),
    }
  },
  'interface-endpoint': (part) => {
    const record = recordType(part.construct.dnsRecordIpType)
    const inbound = part.onlyInboundResolver ?? undefined
    const chosen = part.subnets.filter((one) => one.privateIp !== null || one.ipv6 !== null)
    return {
      VpcEndpointType: 'Interface',
      VpcId: idOf(part.vpc),
      ServiceName: serviceName(part.service, part.serviceRegion !== null),
      ServiceRegion: part.serviceRegion ?? undefined,
      SubnetIds: idsOf(part.subnets.map((one) => one.subnet)),
      SubnetConfigurations: listed(
        chosen.map((one) => ({
          SubnetId: idOf(one.subnet),
          Ipv4: one.privateIp === null ? undefined : placed(one.privateIp, part),
          Ipv6: one.ipv6 ?? undefined,
        })),
      ),
      SecurityGroupIds: idsOf(part.groups),
      PrivateDnsEnabled: part.privateDns,
      // AWS's defaults where neither is said
      DnsOptions:
        record === undefined && inbound === undefined
          ? undefined
          : { DnsRecordIpType: record, PrivateDnsOnlyForInboundResolverEndpoint: inbound },
      IpAddressType: part.construct.ipAddressType,
      PolicyDocument:
        part.policy !== null ? policyValue(part.policy, part) : part.takesPolicy ? FULL_ACCESS : undefined,
    }
  },
  'endpoint-policy': (part) => ({
    VpcEndpointId: idOf(part.endpoint),
    PolicyDocument: policyValue(part.policy, part),
  }),
  'balancer-endpoint': (part) => ({
    VpcEndpointType: 'GatewayLoadBalancer',
    VpcId: idOf(part.vpc),
    ServiceName: serviceName(part.service, false),
    SubnetIds: [idOf(part.subnet)],
    IpAddressType: part.construct.ipAddressType,
  }),
} satisfies SettingsFor<'gateway-endpoint' | 'interface-endpoint' | 'gateway-load-balancer-endpoint'>
