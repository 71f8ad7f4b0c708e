import type { SettingsOf } from '../aws/settings.ts'
import { isLater, isList, type Settings, type Value } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import { type Arguments, block, blocks, type Printer } from './asked.ts'
import { made, snake, snaked, tagged } from './made.ts'

type BalancerSettings = SettingsOf<'network-balancer' | 'application-balancer' | 'gateway-balancer'>
const balancer = (settings: BalancerSettings): Arguments => {
  const { Type, Scheme, SubnetMappings, ...others } = settings
  const { Attributes, ...rest } = { Attributes: undefined, ...others }
  return {
    load_balancer_type: Type,
    internal: Scheme === undefined ? undefined : Scheme === 'internal',
    ...snaked(rest),
    ...attributesOf(Attributes),
    subnet_mapping: blocks(
      SubnetMappings?.map(({ PrivateIPv4Address, ...mapping }) => ({
        ...snaked(mapping),
        private_ipv4_address: PrivateIPv4Address,
      })),
    ),
  }
}

/** What is an attribute of the API is an argument here. */
const ATTRIBUTES: Readonly<Record<string, (value: string) => Arguments>> = {
  'load_balancing.cross_zone.enabled': (value) => ({ enable_cross_zone_load_balancing: value === 'true' }),
}
const GROUP_ATTRIBUTES: Readonly<Record<string, (value: string) => Arguments>> = {
  'load_balancing.cross_zone.enabled': (value) => ({ load_balancing_cross_zone_enabled: value }),
  'preserve_client_ip.enabled': (value) => ({ preserve_client_ip: value }),
  'proxy_protocol_v2.enabled': (value) => ({ proxy_protocol_v2: value === 'true' }),
}
const attributesOf = (
  attributes: readonly { readonly Key: string; readonly Value: string }[] | undefined,
  table = ATTRIBUTES,
): Arguments => Object.assign({}, ...(attributes ?? []).map(({ Key, Value }) => table[Key]?.(Value)))

const listener = ({
  DefaultActions: [action],
  Certificates,
  ...settings
}: SettingsOf<'network-listener'>): Arguments => ({
  ...snaked(settings),
  certificate_arn: Certificates?.[0]?.CertificateArn,
  default_action: block(actionOf(action!)),
})

const actionOf = ({
  Type,
  TargetGroupArn,
  ForwardConfig,
  RedirectConfig,
  FixedResponseConfig,
}: SettingsOf<'network-listener'>['DefaultActions'][number]): Arguments => ({
  type: Type,
  target_group_arn: TargetGroupArn,
  forward: block(
    ForwardConfig && {
      target_group: blocks(ForwardConfig.TargetGroups.map((one) => ({ arn: one.TargetGroupArn, weight: one.Weight }))),
    },
  ),
  redirect: block(RedirectConfig && snaked(RedirectConfig)),
  // The provider wants the kind of a text, also of none
  fixed_response: block(
    FixedResponseConfig && { content_type: 'text/plain', status_code: FixedResponseConfig.StatusCode },
  ),
})

/** `{ Field: 'host-header', HostHeaderConfig: { Values } }` is `host_header { values }`; each value of a query is a block of its own. */
const conditionOf = ({ Field: _, ...configs }: Settings): Arguments =>
  Object.fromEntries(
    Object.entries(configs).flatMap(([name, value]) =>
      membersOf(value).map((config) => {
        const said =
          name === 'QueryStringConfig' && isList(config.Values!) ? config.Values.flatMap(membersOf) : [config]
        return [snake(name).replace(/_config$/, ''), blocks(said.map(snaked))]
      }),
    ),
  )
const membersOf = (value: Value | undefined): readonly Settings[] =>
  typeof value === 'object' && !isList(value) && !isLater(value) ? [value as Settings] : []

/** How the provider spells load balancers and target groups. Names are left to it: AWS takes few letters in them, and none twice. */
export const balancers: {
  readonly [N in PartNameOf<
    'network-load-balancer' | 'application-load-balancer' | 'gateway-load-balancer' | 'target-group'
  >]: Printer<N>
} = {
  'network-balancer-address': tagged('aws_eip'),
  'network-balancer': tagged('aws_lb', balancer),
  'network-listener': tagged('aws_lb_listener', listener),
  'application-balancer': tagged('aws_lb', balancer),
  'application-listener': tagged('aws_lb_listener', listener),
  'listener-rule': tagged('aws_lb_listener_rule', ({ ListenerArn, Priority, Conditions, Actions }) => ({
    listener_arn: ListenerArn,
    priority: Priority,
    condition: blocks(Conditions.map(conditionOf)),
    action: blocks(Actions.map(actionOf)),
  })),
  'gateway-balancer': tagged('aws_lb', balancer),
  'gateway-listener': tagged('aws_lb_listener', listener),
  'target-group': tagged(
    'aws_lb_target_group',
    ({ HealthCheckProtocol, HealthCheckPort, Attributes, ...settings }) => ({
      ...snaked(settings),
      ...attributesOf(Attributes, GROUP_ATTRIBUTES),
      health_check: block(
        HealthCheckProtocol === undefined && HealthCheckPort === undefined
          ? undefined
          : { protocol: HealthCheckProtocol ?? usualProtocol(settings.Protocol), port: HealthCheckPort, ...THRESHOLDS },
      ),
    }),
  ),
  'target-registration': made('aws_lb_target_group_attachment', ({ TargetGroupArn, Targets: [target] }) => ({
    target_group_arn: TargetGroupArn,
    target_id: target!.Id,
    port: target!.Port,
    availability_zone: target!.AvailabilityZone,
  })),
}

/** Defaults of AWS, in whose place the provider would write its own. Source: Elastic Load Balancing API, CreateTargetGroup. */
const THRESHOLDS = { healthy_threshold: 5, unhealthy_threshold: 2 }
const usualProtocol = (protocol: Value): string => (protocol === 'HTTP' || protocol === 'HTTPS' ? 'HTTP' : 'TCP')
