import type { SettingsOf } from '../aws/settings.ts'
import { isList, type Later, type Settings, type Value } from '../aws/value.ts'
import type { PartNameOf } from '../plan/part.ts'
import { type Argument, type Arguments, block, blocks, type Printer } from './asked.ts'
import { made, none, snake, snaked, tagged } from './made.ts'
import { named } from './named.ts'

type Named = PartNameOf<'block-public-access' | 'network-firewall' | 'firewall-rule-group'>

/** How the provider spells Network Firewall and Block Public Access. */
export const firewalls: { readonly [N in Named]: Printer<N> } = {
  'block-exclusion': tagged('aws_vpc_block_public_access_exclusion'),
  'block-public-access': made('aws_vpc_block_public_access_options'),
  'firewall-rule-group': tagged('aws_networkfirewall_rule_group', ({ RuleGroup, ...settings }, part) => ({
    name: named(part),
    ...snaked(settings),
    rule_group: block(ruleGroup(RuleGroup)),
  })),
  'firewall-policy': tagged('aws_networkfirewall_firewall_policy', ({ FirewallPolicy }, part) => {
    const { PolicyVariables, ...settings } = FirewallPolicy
    const homeNet = PolicyVariables?.RuleVariables.HOME_NET
    return {
      name: named(part),
      firewall_policy: block({
        ...nested(settings),
        policy_variables: block(
          homeNet && {
            rule_variables: block({ key: 'HOME_NET', ip_set: block({ definition: homeNet.Definition }) }),
          },
        ),
      }),
    }
  }),
  'network-firewall': tagged('aws_networkfirewall_firewall', ({ SubnetMappings, ...settings }, part) => ({
    name: named(part),
    ...snaked(settings),
    subnet_mapping: blocks(
      SubnetMappings.map(({ SubnetId, IPAddressType }) => ({ subnet_id: SubnetId, ip_address_type: IPAddressType })),
    ),
  })),
  'firewall-endpoint': none, // AWS makes it with the firewall
}

type RuleGroup = SettingsOf<'firewall-rule-group'>['RuleGroup']
const ruleGroup = ({ RulesSource, RuleVariables, StatefulRuleOptions }: RuleGroup): Arguments => ({
  rules_source: block(nested(RulesSource)),
  rule_variables: block(
    RuleVariables && {
      ip_sets: setsOf(RuleVariables.IPSets, 'ip_set'),
      port_sets: setsOf(RuleVariables.PortSets, 'port_set'),
    },
  ),
  stateful_rule_options: block(StatefulRuleOptions && snaked(StatefulRuleOptions)),
})

const setsOf = (
  sets: { readonly [name: string]: { readonly Definition: readonly (string | Later)[] } } | undefined,
  kind: 'ip_set' | 'port_set',
) =>
  blocks(
    sets && Object.entries(sets).map(([key, { Definition }]) => ({ key, [kind]: block({ definition: Definition }) })),
  )

/** Blocks that the provider names otherwise than the API its lists: one name for each. */
const SINGULAR: Readonly<Record<string, string>> = {
  StatelessRules: 'stateless_rule',
  StatefulRules: 'stateful_rule',
  RuleOptions: 'rule_option',
  Sources: 'source',
  Destinations: 'destination',
  SourcePorts: 'source_port',
  DestinationPorts: 'destination_port',
  TCPFlags: 'tcp_flag',
  StatelessRuleGroupReferences: 'stateless_rule_group_reference',
  StatefulRuleGroupReferences: 'stateful_rule_group_reference',
}

/** Settings with structures in them, each as a block. */
const nested = (settings: Settings): Arguments =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]): [string, Arguments[string]][] => {
      if (value === undefined) return []
      const own = SINGULAR[name] ?? snake(name)
      if (isList(value) && name in SINGULAR) return [[own, blocks((value as readonly Settings[]).map(nested))]]
      return [[own, isStructure(value) ? block(nested(value)) : (value as Argument)]]
    }),
  )

const isStructure = (value: Value): value is { readonly [name: string]: Value | undefined } =>
  typeof value === 'object' && !isList(value) && !('later' in value)
