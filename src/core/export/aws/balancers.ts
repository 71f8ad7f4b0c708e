import type { PlannedBalancer, PlannedListener, PlannedTarget } from '../plan/balancingShapes.ts'
import type { SettingsFor } from './settingsFor.ts'
import { type Holder, idOf, type Later, listed, placed, privateAddressOf } from './value.ts'

type BalancerType = 'network' | 'application' | 'gateway'

/** AWS takes addresses of the nodes with mappings only. */
function balancer({ nodes, groups, scheme, addressType, construct }: PlannedBalancer & Holder, type: BalancerType) {
  const hasAddresses = nodes.some((node) => node.privateIp !== null || node.address !== null)
  return {
    Type: type,
    Scheme: scheme ?? undefined,
    IpAddressType: addressType,
    Subnets: hasAddresses ? undefined : nodes.map((node) => idOf(node.subnet)),
    SubnetMappings: hasAddresses
      ? nodes.map((node) => ({
          SubnetId: idOf(node.subnet),
          PrivateIPv4Address: node.privateIp === null ? undefined : placed(node.privateIp, { construct }),
          AllocationId: node.address === null ? undefined : idOf(node.address),
        }))
      : undefined,
    SecurityGroups: groups?.map(idOf),
  }
}

const crossZone = (isOn: boolean) => [{ Key: 'load_balancing.cross_zone.enabled', Value: `${isOn}` }]

const listener = (part: PlannedListener) => ({
  LoadBalancerArn: idOf(part.balancer),
  Protocol: part.protocol ?? undefined,
  Port: part.port ?? undefined,
  Certificates: part.certificate === null ? undefined : [{ CertificateArn: idOf(part.certificate) }],
  DefaultActions: [
    part.group === null
      ? { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '503' } }
      : { Type: 'forward', TargetGroupArn: idOf(part.group) },
  ],
})

const targetId = (target: PlannedTarget, holder: Holder): string | Later => {
  if (target.kind === 'address') return placed(target.text, holder)
  return target.kind === 'instance' || target.kind === 'balancer' ? idOf(target.key) : privateAddressOf(target.key)
}

export const balancers = {
  'network-balancer-address': () => ({ Domain: 'vpc' }),
  'network-balancer': (part) => ({
    ...balancer(part, 'network'),
    EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic:
      part.groups === null ? undefined : part.construct.enforceInboundRulesOnPrivateLink ? 'on' : 'off',
    Attributes: crossZone(part.construct.crossZone),
  }),
  'network-listener': listener,
  'application-balancer': (part) => balancer(part, 'application'),
  'application-listener': listener,
  'gateway-balancer': (part) => ({
    ...balancer(part, 'gateway'),
    Attributes: crossZone(part.construct.crossZone),
  }),
  'gateway-listener': listener,
  'target-group': ({
    construct: { targetType, protocol, port, healthCheckPort },
    vpc,
    healthProtocol,
    attributes,
  }) => ({
    TargetType: targetType,
    Protocol: protocol,
    Port: protocol === 'GENEVE' ? 6081 : port,
    VpcId: idOf(vpc),
    HealthCheckProtocol: healthProtocol ?? undefined,
    HealthCheckPort: healthCheckPort === null ? undefined : `${healthCheckPort}`,
    Attributes: listed(Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }))),
  }),
  'target-registration': ({ group, target, port, construct }) => ({
    TargetGroupArn: idOf(group),
    Targets: [
      {
        Id: targetId(target, { construct }),
        Port: port,
        AvailabilityZone: target.kind === 'address' && target.isOutside ? 'all' : undefined,
      },
    ],
  }),
} satisfies SettingsFor<
  'network-load-balancer' | 'application-load-balancer' | 'gateway-load-balancer' | 'target-group'
>
