import { type SettingsOf, settingsOf } from '../aws/settings.ts'
import type { Settings } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import { partsNamed } from '../plan/partsNamed.ts'
import { renamed, tagged } from './made.ts'
import type { Printer } from './resource.ts'

type Rule = PartOf<'group-rule'>

/**
 * A group without any outbound rule in the template gets AWS's “everything to everywhere”.
 * A rule to the loopback address, which no packet on a network has, keeps that away.
 */
const NO_EGRESS: Settings = {
  IpProtocol: '-1',
  CidrIp: '127.0.0.1/32',
  Description: 'Matches nothing - keeps the allow-all rule of AWS away',
}

/** Rules that name no other group stand in the group itself; the rest apart, since two groups may name each other. */
const isInline = (rule: Rule): boolean => !('group' in rule.peer)

export const securityGroup = tagged<'security-group'>('AWS::EC2::SecurityGroup', (settings, part, stack) => {
  const inDirection = (direction: Rule['direction']) =>
    partsNamed(stack, 'group-rule').flatMap((one) => {
      if (one.group !== part.key || one.direction !== direction || !isInline(one)) return []
      const { GroupId: _, ...rule } = ruleOf(one, settingsOf(one))
      return [rule]
    })
  const [ingress, egress] = [inDirection('ingress'), inDirection('egress')]
  return {
    ...renamed(settings, 'Description', 'GroupDescription'),
    SecurityGroupIngress: ingress.length > 0 ? ingress : undefined,
    SecurityGroupEgress: egress.length > 0 ? egress : [NO_EGRESS],
  }
})

export const groupRule: Printer<'group-rule'> = (part, settings) =>
  isInline(part)
    ? null
    : {
        type: part.direction === 'ingress' ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
        properties: ruleOf(part, settings),
      }

function ruleOf({ direction }: Rule, settings: SettingsOf<'group-rule'>): Settings {
  const side = direction === 'ingress' ? 'Source' : 'Destination'
  const { CidrIpv4, ReferencedGroupId, PrefixListId, Description, ...rest } = settings
  return {
    ...rest,
    CidrIp: CidrIpv4,
    [`${side}SecurityGroupId`]: ReferencedGroupId,
    [`${side}PrefixListId`]: PrefixListId,
    Description,
  }
}
