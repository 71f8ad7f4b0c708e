import type { PlannedBalancer, PlannedListener } from '../plan/balancingShapes.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, groupId, refTo } from './intrinsics.ts'
import { present, type Resource, type ResourcePrinters, type Tree } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const networkLoadBalancer: ResourcePrinters<'network-load-balancer'> = {
  'network-balancer-address': (part) => ({ type: 'AWS::EC2::EIP', properties: { Domain: 'vpc', Tags: tagsOf(part) } }),
  'network-balancer': (part, stack) => {
    const { enforceInboundRulesOnPrivateLink, crossZone } = part.construct
    return balancerOf(part, stack, 'network', {
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
        part.groups === null ? undefined : enforceInboundRulesOnPrivateLink ? 'on' : 'off',
      LoadBalancerAttributes: [crossZoneAttribute(crossZone)],
    })
  },
  'network-listener': (part, stack) => listenerOf(part, stack),
}

export const applicationLoadBalancer: ResourcePrinters<'application-load-balancer'> = {
  'application-balancer': (part, stack) => balancerOf(part, stack, 'application', {}),
  'application-listener': (part, stack) => listenerOf(part, stack),
}

export const gatewayLoadBalancer: ResourcePrinters<'gateway-load-balancer'> = {
  'gateway-balancer': (part, stack) =>
    balancerOf(part, stack, 'gateway', { LoadBalancerAttributes: [crossZoneAttribute(part.construct.crossZone)] }),
  'gateway-listener': (part, stack) => listenerOf(part, stack),
}

const crossZoneAttribute = (isOn: boolean): Tree => ({ Key: 'load_balancing.cross_zone.enabled', Value: `${isOn}` })

function balancerOf(
  part: Part & PlannedBalancer,
  stack: StackPlan,
  type: 'network' | 'application' | 'gateway',
  more: { readonly [key: string]: Tree | undefined },
): Resource {
  const hasAddresses = part.nodes.some((node) => node.privateIp !== null || node.address !== null)
  return {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: present({
      Type: type,
      Scheme: part.scheme ?? undefined,
      IpAddressType: part.addressType,
      Subnets: hasAddresses ? undefined : part.nodes.map((node) => refTo(stack, node.subnet)),
      SubnetMappings: hasAddresses
        ? part.nodes.map((node) =>
            present({
              SubnetId: refTo(stack, node.subnet),
              PrivateIPv4Address: node.privateIp ?? undefined,
              AllocationId: node.address === null ? undefined : attributeOf(stack, node.address, 'AllocationId'),
            }),
          )
        : undefined,
      SecurityGroups: part.groups === null ? undefined : part.groups.map((key) => groupId(stack, key)),
      ...more,
      Tags: tagsOf(part, 'strict'),
    }),
  }
}

const listenerOf = (part: PlannedListener, stack: StackPlan): Resource => ({
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: present({
    LoadBalancerArn: refTo(stack, part.balancer),
    Protocol: part.protocol ?? undefined,
    Port: part.port ?? undefined,
    Certificates: part.certificate === null ? undefined : [{ CertificateArn: refTo(stack, part.certificate) }],
    DefaultActions: [
      part.group === null
        ? { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }
        : { Type: 'forward', TargetGroupArn: refTo(stack, part.group) },
    ],
  }),
})
