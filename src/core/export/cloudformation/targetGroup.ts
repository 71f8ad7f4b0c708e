import { settingsOf } from '../aws/settings.ts'
import { listed } from '../aws/value.ts'
import { partsNamed } from '../plan/partsNamed.ts'
import { renamed, tagged } from './made.ts'
import type { Printer } from './resource.ts'

/** The group with its targets; what they are made of has to be there before. */
export const targetGroup: Printer<'target-group'> = (part, settings, stack) => {
  const targets = partsNamed(stack, 'target-registration').filter((one) => one.group === part.key)
  const group = tagged<'target-group'>('AWS::ElasticLoadBalancingV2::TargetGroup', () => ({
    ...renamed(settings, 'Attributes', 'TargetGroupAttributes'),
    Targets: listed(targets.flatMap((one) => settingsOf(one).Targets)),
  }))(part, settings, stack)
  return group && { ...group, after: targets.flatMap((one) => one.needs).filter((key) => key !== part.key) }
}
