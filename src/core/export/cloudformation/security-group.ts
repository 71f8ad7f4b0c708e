import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { nameOfProtocol } from '../plan/traffic.ts'
import { descriptionText } from '../text/tagText.ts'
import { blockTree, groupId, listId, refTo } from './intrinsics.ts'
import { present, type ResourcePrinters, type TreeObject } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

type Rule = PartOf<'group-rule'>

/**
 * A group without any outbound rule in the template gets AWS's “everything to everywhere”.
 * A rule to the loopback address, which no packet on a network has, keeps that away.
 */
const NO_EGRESS: TreeObject = {
  IpProtocol: '-1',
  CidrIp: '127.0.0.1/32',
  Description: 'Matches nothing - keeps the allow-all rule of AWS away',
}

export const securityGroup: ResourcePrinters<'security-group'> = {
  'security-group': (part, stack) => {
    const rules = stack.parts.filter(
      (one): one is Rule => one.name === 'group-rule' && one.group === part.key && isInline(one),
    )
    const inDirection = (direction: Rule['direction']) =>
      rules.filter((rule) => rule.direction === direction).map((rule) => rulePropertiesOf(rule, stack))
    const [ingress, egress] = [inDirection('ingress'), inDirection('egress')]
    return {
      type: 'AWS::EC2::SecurityGroup',
      properties: present({
        // Not the name: a changed description replaces the group
        GroupDescription: descriptionText(part.construct.description) || `Hopwise ${part.key}`,
        VpcId: refTo(stack, part.vpc),
        SecurityGroupIngress: ingress.length > 0 ? ingress : undefined,
        SecurityGroupEgress: egress.length > 0 ? egress : [NO_EGRESS],
        Tags: tagsOf(part),
      }),
    }
  },
  'group-clearing': () => null, // rules written in the template replace AWS's own
  'group-rule': (part, stack) => {
    if (isInline(part)) return null
    const type = part.direction === 'ingress' ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress'
    return { type, properties: { GroupId: groupId(stack, part.group), ...rulePropertiesOf(part, stack) } }
  },
}

/** Rules that name no other group stand in the group itself; the rest apart, since two groups may name each other. */
const isInline = (rule: Rule): boolean => !('group' in rule.peer)

function rulePropertiesOf(rule: Rule, stack: StackPlan): TreeObject {
  const range = nameOfProtocol(rule.traffic) === 'icmpv6' ? null : rule.traffic.range
  return present({
    IpProtocol: nameOfProtocol(rule.traffic),
    FromPort: range?.from,
    ToPort: range?.to,
    ...peerOf(rule, stack),
    Description: descriptionText(rule.description) || undefined,
  })
}

function peerOf({ peer, direction }: Rule, stack: StackPlan): TreeObject {
  const side = direction === 'ingress' ? 'Source' : 'Destination'
  if (peer.block) return { [peer.block.family === 4 ? 'CidrIp' : 'CidrIpv6']: blockTree(stack, peer.block) }
  if (peer.group !== undefined) return { [`${side}SecurityGroupId`]: groupId(stack, peer.group) }
  return { [`${side}PrefixListId`]: listId(stack, peer.list) }
}
