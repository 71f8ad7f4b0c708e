import type { SettingsOf } from '../aws/settings.ts'
import { idOf, type Settings } from '../aws/value.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { regionWord, variable } from '../commands/word.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { lookUp, makeTagged, runOnce, type StepsOf } from './step.ts'

/** Looks up the group that AWS makes with a VPC. */
export function readDefaultGroup(part: { readonly key: PartKey; readonly vpc: PartKey }, stack: StackPlan): string {
  const filters: Option = ['--filters', ['Name=vpc-id,Values=', idOf(part.vpc)], 'Name=group-name,Values=default']
  const read = printCommand(stack, 'ec2 describe-security-groups', [filters, ...answer('SecurityGroups[0].GroupId')])
  return lookUp(stack, part.key, `default security group of ${part.vpc}`, read)
}

export const securityGroup: StepsOf<'security-group'> = {
  'security-group': {
    create: (part, stack, settings) =>
      part.isDefault
        ? readDefaultGroup(part, stack)
        : makeTagged(stack, part, {
            thing: 'SecurityGroup',
            options: optionsOf({ GroupName: `hopwise-${part.key}`, ...settings }),
            query: 'GroupId',
            found: ['describe-security-groups', 'SecurityGroups[].GroupId'],
          }),
    remove: 'persist InvalidGroup.NotFound aws ec2 delete-security-group --region "$region" --group-id "$id"',
  },
  'group-share': {
    create: (part, stack, settings) => {
      const read = printCommand(stack, 'ec2 describe-security-groups', [
        ['--group-ids', idOf(part.group)],
        ...answer('SecurityGroups[0].SecurityGroupArn'),
      ])
      return shareOnce(stack, part, read, settings)
    },
    remove: REMOVE_SHARE,
  },
  'group-clearing': {
    create: (part, stack) => {
      const group = variable(stack, part.group)
      return runOnce(stack, part, [`clear_rules ${regionWord(stack)} ${group}`], group)
    },
    // Groups that name each other can only be deleted without their rules
    remove: 'clear_rules "$region" "$id"',
  },
  'group-rule': {
    create: (part, stack, { GroupId, ...rule }) => {
      const operation = `ec2 authorize-security-group-${part.direction}`
      const options = optionsOf({ GroupId, IpPermissions: [permissionOf(rule)] })
      return runOnce(stack, part, [runQuietly(stack, operation, options, 'InvalidPermission.Duplicate')])
    },
    remove: null,
  },
}

/** The rule as an IpPermission. Protocols without ports take -1; only “all” takes none. */
function permissionOf(rule: Omit<SettingsOf<'group-rule'>, 'GroupId'>): Settings {
  const { IpProtocol, CidrIpv4, CidrIpv6, ReferencedGroupId, PrefixListId, Description } = rule
  const noPort = IpProtocol === '-1' ? undefined : -1
  return {
    IpProtocol,
    FromPort: rule.FromPort ?? noPort,
    ToPort: rule.ToPort ?? noPort,
    IpRanges: CidrIpv4 === undefined ? undefined : [{ CidrIp: CidrIpv4, Description }],
    Ipv6Ranges: CidrIpv6 === undefined ? undefined : [{ CidrIpv6, Description }],
    UserIdGroupPairs: ReferencedGroupId === undefined ? undefined : [{ GroupId: ReferencedGroupId, Description }],
    PrefixListIds: PrefixListId === undefined ? undefined : [{ PrefixListId, Description }],
  }
}
