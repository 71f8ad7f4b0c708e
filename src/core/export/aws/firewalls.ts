import type { SettingsFor } from './settingsFor.ts'
import { idOf } from './value.ts'

export const firewalls = {
  'block-exclusion': (part) => ({
    VpcId: part.ofKind === 'vpc' ? idOf(part.of) : undefined,
    SubnetId: part.ofKind === 'vpc' ? undefined : idOf(part.of),
    InternetGatewayExclusionMode: `allow-${part.allow}`,
  }),
  'block-public-access': (part) => ({ InternetGatewayBlockMode: part.construct.mode }),
  'firewall-policy': () => ({
    // To the stateful engine, which without rules lets everything pass
    FirewallPolicy: {
      StatelessDefaultActions: ['aws:forward_to_sfe'],
      StatelessFragmentDefaultActions: ['aws:forward_to_sfe'],
    },
  }),
  'network-firewall': (part) => ({
    FirewallPolicyArn: part.policy === null ? part.construct.policyArn : idOf(part.policy),
    VpcId: idOf(part.vpc),
    SubnetMappings: part.subnets.map((key) => ({ SubnetId: idOf(key) })),
    DeleteProtection: false,
    SubnetChangeProtection: false,
  }),
} satisfies SettingsFor<'block-public-access' | 'network-firewall'>
