import { type Option, runQuietly } from '../commands/command.ts'
import { blockPiece, idOf, type Json, jsonWord } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { nameOfProtocol } from '../plan/traffic.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { descriptionText } from '../text/tagText.ts'
import { byTag, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs, variable } from './step.ts'

export const securityGroup: StepPrinters<'security-group'> = {
  'security-group': {
    create: (part, stack) => {
      if (part.isDefault) {
        const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=group-name,Values=default']
        return lookUp(
          stack,
          part.key,
          `default security group of ${part.vpc}`,
          'ec2 describe-security-groups',
          [filters],
          'SecurityGroups[0].GroupId',
        )
      }
      return makeOnce(stack, part, {
        find: byTag(stack, part, 'SecurityGroups[].GroupId', 'describe-security-groups'),
        operation: 'ec2 create-security-group',
        options: [
          ['--group-name', `hopwise-${part.key}`],
          ['--description', descriptionText(part.construct.description) || `Hopwise ${part.key}`],
          ['--vpc-id', idOf(part.vpc)],
          taggedAs(part, 'security-group'),
        ],
        query: 'GroupId',
      })
    },
    remove: 'persist InvalidGroup.NotFound aws ec2 delete-security-group --region "$region" --group-id "$id"',
  },
  'group-clearing': {
    create: (part, stack) => {
      const group = variable(stack, part.group)
      return runOnce(stack, part, [`clear_rules ${quoteShell(stack.regionCode)} ${group}`], group)
    },
    // Groups that name each other can only be deleted without their rules
    remove: 'clear_rules "$region" "$id"',
  },
  'group-rule': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--group-id', idOf(part.group)],
        ['--ip-permissions', jsonWord([permissionOf(part, stack)])],
      ]
      return runOnce(stack, part, [
        runQuietly(stack, `ec2 authorize-security-group-${part.direction}`, options, 'InvalidPermission.Duplicate'),
      ])
    },
    remove: null,
  },
}

function permissionOf({ traffic, peer, description }: PartOf<'group-rule'>, stack: StackPlan): Json {
  // Protocols without ports take -1; only “all” takes none
  const range = traffic.range ?? (traffic.protocol === -1 ? null : { from: -1, to: -1 })
  const text = descriptionText(description)
  const about = text === '' ? {} : { Description: text }
  const end: { readonly [key: string]: Json } = peer.block
    ? peer.block.family === 4
      ? { IpRanges: [{ CidrIp: { piece: blockPiece(stack, peer.block) }, ...about }] }
      : { Ipv6Ranges: [{ CidrIpv6: { piece: blockPiece(stack, peer.block) }, ...about }] }
    : peer.group !== undefined
      ? { UserIdGroupPairs: [{ GroupId: { piece: idOf(peer.group) }, ...about }] }
      : { PrefixListIds: [{ PrefixListId: { piece: idOf(peer.list) }, ...about }] }
  return { IpProtocol: nameOfProtocol(traffic), ...(range && { FromPort: range.from, ToPort: range.to }), ...end }
}
