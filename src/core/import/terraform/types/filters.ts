import { isUnknown } from '../../cloudformation/isUnknown.ts'
import type { Block, Given, Part, Seen, TerraformTypes } from './terraformType.ts'
import { readElsewhere } from './terraformType.ts'
import { filled, listed, unique } from './values.ts'

type Direction = 'ingress' | 'egress'

/** What `self` and lists of a rule mean: one rule of CloudFormation's for each peer. */
function rulesOf(group: Given[string], block: Block, direction: Direction): readonly Given[] {
  const source = direction === 'ingress' ? 'Source' : 'Destination'
  const protocol = protocolOf(block.protocol)
  const isAll = protocol === '-1'
  const traffic = {
    IpProtocol: protocol,
    FromPort: isAll ? undefined : block.from_port,
    ToPort: isAll ? undefined : block.to_port,
    Description: filled(block.description),
  }
  const each = (value: Block[string], member: string): readonly Given[] =>
    listed(filled(value)).map((one) => ({ ...traffic, [member]: bare(one) }))
  return [
    ...each(block.cidr_blocks, 'CidrIp'),
    ...each(block.ipv6_cidr_blocks, 'CidrIpv6'),
    ...each(block.prefix_list_ids, `${source}PrefixListId`),
    ...each(block.security_groups, `${source}SecurityGroupId`),
    ...each(block.source_security_group_id, `${source}SecurityGroupId`),
    ...(block.self === true ? [{ ...traffic, [`${source}SecurityGroupId`]: group }] : []),
    ...(isUnknown(block.self) ? [{ ...traffic, [`${source}SecurityGroupId`]: block.self }] : []),
  ]
}

/** A group of another account may stand behind its number. */
const bare = (value: Given[string]): Given[string] =>
  typeof value === 'string' && /^\d{12}\/sg-/.test(value) ? value.split('/')[1] : value

/** Names and numbers of protocols; `all` and -1 mean every one. Source: AWS provider, aws_security_group. */
const protocolOf = (value: Block[string]): Block[string] => {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const text = String(value).toLowerCase()
  return text === 'all' ? '-1' : text
}

const inline = (seen: Seen, direction: Direction): readonly Given[] =>
  seen.blocks(direction).flatMap((block) => rulesOf(seen.id, block, direction))

/** A rule that stands beside its group. */
const beside = (seen: Seen, direction: Direction, group: Given[string]): readonly Given[] => {
  const block = Object.fromEntries(
    [
      'protocol',
      'from_port',
      'to_port',
      'description',
      'cidr_blocks',
      'ipv6_cidr_blocks',
      'prefix_list_ids',
      'source_security_group_id',
      'self',
    ].map((name) => [name, seen.get(name)]),
  )
  return rulesOf(group, block, direction)
}

/** A rule of the newer kind, which has one peer. */
const single = (seen: Seen, direction: Direction): Given => {
  const source = direction === 'ingress' ? 'Source' : 'Destination'
  const protocol = protocolOf(seen.get('ip_protocol'))
  const isAll = protocol === '-1'
  return {
    IpProtocol: protocol,
    FromPort: isAll ? undefined : seen.get('from_port'),
    ToPort: isAll ? undefined : seen.get('to_port'),
    Description: filled(seen.get('description')),
    CidrIp: filled(seen.get('cidr_ipv4')),
    CidrIpv6: filled(seen.get('cidr_ipv6')),
    [`${source}PrefixListId`]: filled(seen.get('prefix_list_id')),
    [`${source}SecurityGroupId`]: bare(filled(seen.get('referenced_security_group_id'))),
  }
}

/** All rules of a group in one direction, each once: a state lists those that stand beside the group in the group as well. */
function allRules(seen: Seen, direction: Direction): readonly Given[] {
  const named = `aws_vpc_security_group_${direction}_rule`
  const others = seen
    .naming('aws_security_group_rule', 'security_group_id')
    .filter((one) => directionOf(one) === direction)
  const all: readonly Given[] = [
    ...seen.naming(named, 'security_group_id').map((one) => single(one, direction)),
    ...others.flatMap((one) => beside(one, direction, seen.id)),
    ...inline(seen, direction),
    // a rule of which nobody can tell the group may be of any
    ...seen.open(named, 'security_group_id').map((one) => openRule(one, single(one, direction))),
    ...seen
      .open('aws_security_group_rule', 'security_group_id')
      .filter((one) => directionOf(one) === direction)
      .map((one) =>
        openRule(one, {
          IpProtocol: protocolOf(one.get('protocol')),
          FromPort: one.get('from_port'),
          ToPort: one.get('to_port'),
        }),
      ),
  ]
  // a description alone makes no other rule
  const bySense = new Map<string, Given>()
  for (const one of all) {
    const { Description: _, ...sense } = one
    const name = JSON.stringify(sense, (_key, value: unknown) => (typeof value === 'number' ? String(value) : value))
    if (!bySense.has(name)) bySense.set(name, one)
  }
  return [...bySense.values()]
}
/** A rule that may be there or not: to whom it opens nobody can tell. */
const openRule = ({ instance }: Seen, { IpProtocol, FromPort, ToPort }: Given): Given => ({
  IpProtocol,
  ...(IpProtocol !== '-1' && { FromPort, ToPort }),
  CidrIp: { unknown: `the group of ${instance.address} is known only after the apply` },
})
const directionOf = (rule: Seen): Direction => (rule.get('type') === 'egress' ? 'egress' : 'ingress')

/** Terraform takes away what AWS lets out of a new group, so that one without outbound rules has none. Source: AWS provider, aws_security_group, note on egress. */
const groupRules = (seen: Seen): Given => ({
  SecurityGroupIngress: allRules(seen, 'ingress'),
  SecurityGroupEgress: allRules(seen, 'egress'),
})

/** Rules of a group that no file manages. */
const looseRule = (seen: Seen, rules: readonly Given[], direction: Direction): readonly Part[] =>
  seen.named('security_group_id')?.instance.mode === 'managed'
    ? []
    : rules.map((rule) => ({
        type: `AWS::EC2::SecurityGroup${direction === 'ingress' ? 'Ingress' : 'Egress'}`,
        properties: { GroupId: seen.get('security_group_id'), ...rule },
      }))

/** Source: IANA protocol numbers; AWS provider, aws_network_acl. */
const NUMBERS: Readonly<Record<string, string>> = { all: '-1', icmp: '1', tcp: '6', udp: '17', icmpv6: '58' }
function entryOf(acl: Given[string], block: Block, Egress: Given[string]): Given {
  const said = block.protocol
  const protocol = typeof said === 'string' ? (NUMBERS[said.toLowerCase()] ?? said) : said
  const hasPorts = protocol !== '-1' && protocol !== '1' && protocol !== '58'
  return {
    NetworkAclId: acl,
    RuleNumber: block.rule_no ?? block.rule_number,
    Protocol: protocol,
    RuleAction: block.action ?? block.rule_action,
    Egress,
    CidrBlock: filled(block.cidr_block),
    Ipv6CidrBlock: filled(block.ipv6_cidr_block),
    PortRange: hasPorts ? { From: block.from_port, To: block.to_port } : undefined,
    Icmp:
      protocol === '1' || protocol === '58' ? { Type: block.icmp_type ?? -1, Code: block.icmp_code ?? -1 } : undefined,
  }
}

/** Entries that stand in an ACL and beside it, each number once: a state lists those beside it in it as well. */
function entriesOf(seen: Seen): readonly Part[] {
  const own = seen.naming('aws_network_acl_rule', 'network_acl_id').map((one) => entryBeside(one, seen.id))
  const inside = [
    ...seen.blocks('ingress').map((one) => entryOf(seen.id, one, false)),
    ...seen.blocks('egress').map((one) => entryOf(seen.id, one, true)),
  ]
  const numbers = new Set(own.map(numberOf))
  const entries = [...own, ...unique(inside).filter((one) => !numbers.has(numberOf(one)))]
  // an entry of which nobody can tell the ACL may be in any, and the lowest that matches decides
  const open = seen.open('aws_network_acl_rule', 'network_acl_id').map((one) => ({
    type: 'AWS::EC2::NetworkAclEntry',
    properties: {
      NetworkAclId: seen.id,
      RuleNumber: { unknown: `the ACL of ${one.instance.address} is known only after the apply` },
    },
  }))
  const associations = listed(seen.get('subnet_ids')).map((SubnetId) => ({
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    properties: { NetworkAclId: seen.id, SubnetId },
  }))
  return [...entries.map((properties) => ({ type: 'AWS::EC2::NetworkAclEntry', properties })), ...open, ...associations]
}
const numberOf = ({ Egress, RuleNumber }: Given): string => JSON.stringify([Egress, RuleNumber])
const ENTRY = 'rule_number protocol rule_action cidr_block ipv6_cidr_block from_port to_port icmp_type icmp_code'
const entryBeside = (seen: Seen, acl: Given[string]): Given =>
  entryOf(acl, Object.fromEntries(ENTRY.split(' ').map((name) => [name, seen.get(name)])), seen.get('egress') ?? false)

/** Security groups and network ACLs. Source: AWS provider, aws_security_group, aws_network_acl and their rules. */
export const filters: TerraformTypes = {
  aws_security_group: {
    type: 'AWS::EC2::SecurityGroup',
    same: 'vpc_id',
    renamed: { name: 'GroupName', description: 'GroupDescription' },
    more: groupRules,
    stated: () => ({ NoDefaultEgress: true }),
    ignores: 'name_prefix revoke_rules_on_delete',
  },
  aws_default_security_group: {
    type: 'AWS::EC2::SecurityGroup',
    same: 'vpc_id',
    more: (seen) => ({ ...groupRules(seen), GroupName: 'default' }),
    stated: () => ({ NoDefaultEgress: true }),
    ignores: 'name name_prefix description revoke_rules_on_delete',
  },
  aws_security_group_rule: {
    type: null,
    authored: 'cidr_blocks ipv6_cidr_blocks',
    parts: (seen) => looseRule(seen, beside(seen, directionOf(seen), seen.get('security_group_id')), directionOf(seen)),
    ignores: 'type security_group_rule_id',
  },
  aws_vpc_security_group_ingress_rule: {
    type: null,
    authored: 'cidr_ipv4 cidr_ipv6',
    parts: (seen) => looseRule(seen, [single(seen, 'ingress')], 'ingress'),
    ignores: 'security_group_rule_id',
  },
  aws_vpc_security_group_egress_rule: {
    type: null,
    authored: 'cidr_ipv4 cidr_ipv6',
    parts: (seen) => looseRule(seen, [single(seen, 'egress')], 'egress'),
    ignores: 'security_group_rule_id',
  },
  aws_vpc_security_group_rules_exclusive: readElsewhere('security_group_id ingress_rule_ids egress_rule_ids'),
  aws_vpc_security_group_vpc_association: {
    type: 'AWS::EC2::SecurityGroupVpcAssociation',
    same: 'vpc_id',
    renamed: { security_group_id: 'GroupId' },
    ignores: 'state',
  },
  aws_network_acl: { type: 'AWS::EC2::NetworkAcl', same: 'vpc_id', parts: entriesOf },
  aws_default_network_acl: {
    type: 'AWS::EC2::NetworkAcl',
    // what is not said here the provider takes away
    authored: 'ingress egress',
    more: (seen) => ({ VpcId: seen.get('vpc_id') ?? seen.named('default_network_acl_id')?.id }),
    parts: entriesOf,
  },
  aws_network_acl_rule: {
    type: null,
    authored: 'cidr_block ipv6_cidr_block',
    parts: (seen) =>
      seen.named('network_acl_id')?.instance.mode === 'managed'
        ? []
        : [{ type: 'AWS::EC2::NetworkAclEntry', properties: entryBeside(seen, seen.get('network_acl_id')) }],
  },
  aws_network_acl_association: {
    type: 'AWS::EC2::SubnetNetworkAclAssociation',
    same: 'network_acl_id subnet_id',
  },
}
