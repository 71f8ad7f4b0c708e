import { type SettingsOf, settingsOf } from '../aws/settings.ts'
import type { PartNameOf, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { type Arguments, attributeOf, blocks, type Printer } from './asked.ts'
import { made, none, snaked, tagged } from './made.ts'
import { named } from './named.ts'
import { share } from './share.ts'
import { takesOver } from './takesOver.ts'

const RULES = {
  ingress: 'aws_vpc_security_group_ingress_rule',
  egress: 'aws_vpc_security_group_egress_rule',
} as const

type Entry = PartOf<'acl-entry'>

const entriesOf = (stack: StackPlan, acl: string, direction: Entry['direction']) =>
  stack.parts.filter(
    (part): part is Entry => part.name === 'acl-entry' && part.acl === acl && part.direction === direction,
  )

/** An entry as it stands in the default ACL. */
const inline = (part: Entry): Arguments => {
  const { RuleNumber, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange, IcmpTypeCode } = settingsOf(part)
  return {
    rule_no: RuleNumber,
    action: RuleAction,
    protocol: Protocol,
    cidr_block: CidrBlock,
    ipv6_cidr_block: Ipv6CidrBlock,
    from_port: PortRange?.From ?? 0,
    to_port: PortRange?.To ?? 0,
    icmp_type: IcmpTypeCode?.Type,
    icmp_code: IcmpTypeCode?.Code,
  }
}

const isInDefault = (stack: StackPlan, acl: string): boolean => {
  const part = stack.byKey.get(acl)
  return part?.name === 'network-acl' && part.isDefault && takesOver(stack, part.vpc)
}

/** How the provider spells security groups and network ACLs. */
export const filters: { readonly [N in PartNameOf<'security-group' | 'network-acl'>]: Printer<N> } = {
  'security-group': (part, settings, stack) =>
    part.isDefault && takesOver(stack, part.vpc)
      ? tagged<'security-group'>('aws_default_security_group', ({ VpcId }) => ({ vpc_id: VpcId }))(
          part,
          settings,
          stack,
        )
      : tagged<'security-group'>('aws_security_group', () => ({ name: named(part), ...snaked(settings) }))(
          part,
          settings,
          stack,
        ),
  'group-share': share,
  'group-clearing': none, // the provider takes AWS's own rules away
  'group-rule': (part, settings) => {
    const { GroupId, ...rule } = settings
    return [
      {
        type: RULES[part.direction],
        body: { security_group_id: GroupId, ...snaked(ruleNames(rule)) },
      },
    ]
  },
  'network-acl': (part, settings, stack) => {
    if (!isInDefault(stack, part.key)) return tagged<'network-acl'>('aws_network_acl')(part, settings, stack)
    const asked = tagged<'network-acl'>('aws_default_network_acl', () => ({
      default_network_acl_id: attributeOf(part.vpc, 'default_network_acl_id'),
      ingress: blocks(entriesOf(stack, part.key, 'ingress').map(inline)),
      egress: blocks(entriesOf(stack, part.key, 'egress').map(inline)),
    }))(part, settings, stack)
    // AWS puts every subnet there that names none
    return asked.map((one) => ({ ...one, ignores: ['subnet_ids'] }))
  },
  // The default ACL loses what does not stand in it
  'acl-entry': (part, settings, stack) => {
    if (isInDefault(stack, part.acl)) return []
    return made<'acl-entry'>('aws_network_acl_rule', ({ PortRange, IcmpTypeCode, ...others }) => ({
      ...snaked(others),
      from_port: PortRange?.From,
      to_port: PortRange?.To,
      icmp_type: IcmpTypeCode?.Type,
      icmp_code: IcmpTypeCode?.Code,
    }))(part, settings, stack)
  },
}

const ruleNames = ({ ReferencedGroupId, ...others }: Omit<SettingsOf<'group-rule'>, 'GroupId'>) => ({
  ...others,
  ReferencedSecurityGroupId: ReferencedGroupId,
})
