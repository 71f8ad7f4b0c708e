import type { SettingsOf } from '../aws/settings.ts'
import { idOf, regionCalled, type Settings } from '../aws/value.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { filters, held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { helper, type Line, lookUp, makeTagged, persist, run, runOnce, type StepsOf, tagWhatAwsMade } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

/** Looks up the group that AWS makes with a VPC. */
export const readDefaultGroup = (
  part: { readonly key: PartKey; readonly vpc: PartKey },
  stack: StackPlan,
): readonly Line[] => [
  lookUp(
    part.key,
    `default security group of ${part.vpc}`,
    call(
      stack,
      'ec2 describe-security-groups',
      { Filters: filters({ 'vpc-id': idOf(part.vpc), 'group-name': 'default' }) },
      'SecurityGroups[0].GroupId',
    ),
  ),
]

export const securityGroup: StepsOf<'security-group'> = {
  'security-group': {
    create: (part, stack, settings) =>
      part.isDefault
        ? [...readDefaultGroup(part, stack), tagWhatAwsMade(part, stack)]
        : makeTagged(stack, part, {
            thing: 'SecurityGroup',
            parameters: { GroupName: `hopwise-${part.key}`, ...settings },
            query: 'GroupId',
            found: ['describe-security-groups', 'SecurityGroups[].GroupId'],
          }),
    remove: [persist('InvalidGroup.NotFound', recordedCall('ec2 delete-security-group', { GroupId: held('id') }))],
  },
  'group-share': {
    create: (part, stack, settings) =>
      shareOnce(
        stack,
        part,
        {
          call: call(
            stack,
            'ec2 describe-security-groups',
            { GroupIds: [idOf(part.group)] },
            'SecurityGroups[0].SecurityGroupArn',
          ),
        },
        settings,
      ),
    remove: REMOVE_SHARE,
  },
  'group-clearing': {
    create: (part, stack) => [
      runOnce(stack, part, [helper('clear_rules', regionCalled(stack.regionCode), idOf(part.group))], idOf(part.group)),
    ],
    // Groups that name each other can only be deleted without their rules
    remove: [helper('clear_rules', held('region'), held('id'))],
  },
  'group-rule': {
    create: (part, stack, { GroupId, ...rule }) => [
      runOnce(stack, part, [
        run(
          call(stack, `ec2 authorize-security-group-${part.direction}`, {
            GroupId,
            IpPermissions: [permissionOf(rule)],
          }),
          'InvalidPermission.Duplicate',
        ),
      ]),
    ],
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
