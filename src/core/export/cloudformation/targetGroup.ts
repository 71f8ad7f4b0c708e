import { settingsOf } from '../aws/settings.ts'
import { listed } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import { renamed, tagged } from './made.ts'
import type { Printer } from './resource.ts'

const isRegistration = (one: { readonly name: string }): one is PartOf<'target-registration'> =>
  one.name === 'target-registration'

/** The group with its targets; what they are made of has to be there before. */
export const targetGroup: Printer<'target-group'> = (part, settings, stack) => {
  const targets = stack.parts.filter(isRegistration).filter((one) => one.group === part.key)
  const group = tagged<'target-group'>('AWS::ElasticLoadBalancingV2::TargetGroup', () => ({
    ...renamed(settings, 'Attributes', 'TargetGroupAttributes'),
    Targets: listed(targets.flatMap((one) => settingsOf(one).Targets)),
  }))(part, settings, stack)
  return group && { ...group, after: targets.flatMap((one) => one.needs).filter((key) => key !== part.key) }
}
