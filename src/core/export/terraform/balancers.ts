import type { SettingsOf } from '../aws/settings.ts'
import type { Value } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import { type Arguments, block, blocks, type Printer } from './asked.ts'
import { made, snaked, tagged } from './made.ts'

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
  default_action: block(
    action!.FixedResponseConfig === undefined
      ? { type: action!.Type, target_group_arn: action!.TargetGroupArn }
      : {
          type: action!.Type,
          // The provider wants the kind of a text, also of none
          fixed_response: block({ content_type: 'text/plain', status_code: action!.FixedResponseConfig.StatusCode }),
        },
  ),
})

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
