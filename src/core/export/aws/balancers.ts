import type {
  PlannedAction,
  PlannedBalancer,
  PlannedCondition,
  PlannedListener,
  PlannedTarget,
} from '../plan/balancingShapes.ts'
import type { SettingsFor } from './settingsFor.ts'
import { type Holder, idOf, type Later, listed, placed, privateAddressOf, type Settings } from './value.ts'

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
  DefaultActions: [actionOf(part.action)],
})

interface ActionSettings extends Settings {
  readonly Type: PlannedAction['kind']
  readonly TargetGroupArn?: Later
  readonly ForwardConfig?: {
    readonly TargetGroups: readonly { readonly TargetGroupArn: Later; readonly Weight: number }[]
  }
  readonly RedirectConfig?: { readonly [name: string]: string }
  readonly FixedResponseConfig?: { readonly StatusCode: string }
}
function actionOf(action: PlannedAction): ActionSettings {
  const { kind: Type } = action
  if (action.kind === 'fixed-response') return { Type, FixedResponseConfig: { StatusCode: `${action.statusCode}` } }
  if (action.kind === 'redirect')
    return { Type, RedirectConfig: { ...action.to, StatusCode: `HTTP_${action.statusCode}` } }
  const groups = action.groups.map(({ group, weight }) => ({ TargetGroupArn: idOf(group), Weight: weight }))
  return groups.length === 1
    ? { Type, TargetGroupArn: groups[0]!.TargetGroupArn }
    : { Type, ForwardConfig: { TargetGroups: groups } }
}

const CONFIGS = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'source-ip': 'SourceIpConfig',
} as const
const conditionOf = (one: PlannedCondition, holder: Holder): Settings =>
  one.field === 'other'
    ? one.written
    : {
        Field: one.field,
        [CONFIGS[one.field]]: {
          Values: one.field === 'source-ip' ? one.values.map((text) => placed(text, holder)) : one.values,
        },
      }

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
  'listener-rule': (part) => ({
    ListenerArn: idOf(part.listener),
    Priority: part.priority,
    Conditions: part.conditions.map((one) => conditionOf(one, part)),
    Actions: [actionOf(part.action)],
  }),
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
