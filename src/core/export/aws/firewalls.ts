import { ruleGroupSettings } from './ruleGroupSettings.ts'
import type { SettingsFor } from './settingsFor.ts'
import { arnCalled, idOf, joined, type Later, listed, PARTITION, placed, regionCalled } from './value.ts'

export const firewalls = {
  'block-exclusion': (part) => ({
    VpcId: part.ofKind === 'vpc' ? idOf(part.of) : undefined,
    SubnetId: part.ofKind === 'vpc' ? undefined : idOf(part.of),
    InternetGatewayExclusionMode: `allow-${part.allow}`,
  }),
  'block-public-access': (part) => ({ InternetGatewayBlockMode: part.construct.mode }),
  'firewall-rule-group': (part) => ruleGroupSettings(part.construct, part.strict),
  'firewall-policy': ({ construct, groups }) => ({
    FirewallPolicy: {
      StatelessDefaultActions: [STATELESS[construct.statelessDefault]],
      StatelessFragmentDefaultActions: [STATELESS[construct.fragmentDefault]],
      StatelessRuleGroupReferences: listed(
        groups
          .filter(({ stateless }) => stateless)
          .map(({ group, arn, priority }) => ({ ResourceArn: arnOfGroup(group, arn), Priority: priority })),
      ),
      StatefulRuleGroupReferences: listed(
        groups
          .filter(({ stateless }) => !stateless)
          .map(({ group, arn, priority }) => ({
            ResourceArn: arnOfGroup(group, arn),
            Priority: construct.ruleOrder === 'strict' ? priority : undefined,
          })),
      ),
      StatefulEngineOptions:
        construct.ruleOrder === 'strict' || construct.streamException !== 'drop'
          ? { RuleOrder: orderOf(construct), StreamExceptionPolicy: construct.streamException.toUpperCase() }
          : undefined,
      StatefulDefaultActions: construct.ruleOrder === 'strict' ? DEFAULTS[construct.statefulDefault] : undefined,
      PolicyVariables:
        construct.homeNet.length > 0
          ? { RuleVariables: { HOME_NET: { Definition: construct.homeNet.map((one) => placed(one, { construct })) } } }
          : undefined,
    },
  }),
  'network-firewall': (part) => ({
    FirewallPolicyArn: part.policy === null ? arnOrNothing(part.construct.policyArn) : idOf(part.policy),
    VpcId: idOf(part.vpc),
    SubnetMappings: part.subnets.map((key) => ({
      SubnetId: idOf(key),
      IPAddressType: part.construct.ipAddressType === 'ipv4' ? undefined : part.construct.ipAddressType.toUpperCase(),
    })),
    DeleteProtection: false,
    SubnetChangeProtection: false,
  }),
  // AWS makes it with the firewall
  'firewall-endpoint': () => ({}),
} satisfies SettingsFor<'block-public-access' | 'network-firewall' | 'firewall-rule-group'>

const arnOrNothing = (text: string | null) => (text === null ? undefined : arnCalled(text))

const STATELESS = { forward: 'aws:forward_to_sfe', pass: 'aws:pass', drop: 'aws:drop' } as const
const DEFAULTS = {
  none: undefined,
  'drop-all': ['aws:drop_strict'],
  'drop-established': ['aws:drop_established'],
  'drop-established-app-layer': ['aws:drop_established_app_layer'],
  'drop-established-app-layer-to-server': ['aws:drop_established_app_layer_to_server'],
} as const

const orderOf = ({ ruleOrder }: { readonly ruleOrder: string }): string =>
  ruleOrder === 'strict' ? 'STRICT_ORDER' : 'DEFAULT_ACTION_ORDER'

/** A drawn group by its part, one of AWS's own by its ARN, which names partition and Region. */
function arnOfGroup(group: string | null, arn: string | null): Later {
  if (group !== null) return idOf(group)
  const [, , service = '', region = '', ...rest] = (arn ?? '').split(':')
  return joined('arn:', PARTITION, `:${service}:`, regionCalled(region), `:${rest.join(':')}`)
}
