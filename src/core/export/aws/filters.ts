import { hasPorts, isIcmp, nameOfProtocol } from '../plan/traffic.ts'
import { descriptionText } from '../text/tagText.ts'
import type { SettingsFor } from './settingsFor.ts'
import { shareSettings } from './shareSettings.ts'
import { blockOf, idOf, listed, placed } from './value.ts'

export const filters = {
  'security-group': (part) => ({
    // Not the name: a changed description replaces the group
    Description: descriptionText(part.construct.description) || `Hopwise ${part.key}`,
    VpcId: idOf(part.vpc),
  }),
  // As subnets are, within one organization. Source: VPC guide, share security groups
  'group-share': (part) => shareSettings(part.group, part.accounts, false),
  'group-clearing': (part) => ({ GroupId: idOf(part.group) }),
  /** A rule by the names of SecurityGroupRuleRequest. */
  'group-rule': (part) => {
    const { group, traffic, peer, description } = part
    const protocol = nameOfProtocol(traffic)
    const range = protocol === 'icmpv6' ? null : traffic.range
    return {
      GroupId: idOf(group),
      IpProtocol: protocol,
      FromPort: range?.from,
      ToPort: range?.to,
      CidrIpv4: peer.block?.family === 4 ? blockOf(peer.block, part) : undefined,
      CidrIpv6: peer.block?.family === 6 ? blockOf(peer.block, part) : undefined,
      ReferencedGroupId: 'group' in peer && peer.group !== undefined ? idOf(peer.group) : undefined,
      PrefixListId: 'list' in peer ? idOf(peer.list) : undefined,
      Description: descriptionText(description) || undefined,
    }
  },
  'network-acl': (part) => ({ VpcId: idOf(part.vpc) }),
  'acl-entry': ({ acl, direction, number, action, traffic: { protocol, range }, block, construct }) => ({
    NetworkAclId: idOf(acl),
    Egress: direction === 'egress',
    RuleNumber: number,
    RuleAction: action,
    Protocol: `${protocol}`,
    CidrBlock: block.family === 4 ? blockOf(block, { construct }) : undefined,
    Ipv6CidrBlock: block.family === 6 ? blockOf(block, { construct }) : undefined,
    PortRange: range && hasPorts(protocol) ? { From: range.from, To: range.to } : undefined,
    IcmpTypeCode: range && isIcmp(protocol) ? { Type: range.from, Code: range.to } : undefined,
  }),
  'prefix-list': ({ construct, family, entries }) => ({
    PrefixListName: construct.listName,
    AddressFamily: `IPv${family}`,
    MaxEntries: Math.max(1, entries.length),
    Entries: listed(
      entries.map(({ cidr, description }) => ({
        Cidr: placed(cidr, { construct }),
        Description: descriptionText(description),
      })),
    ),
  }),
} satisfies SettingsFor<'security-group' | 'network-acl' | 'prefix-list'>
