import { listWords } from '../../../base/words.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { naming, say, tell } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { fieldsOf, idOf, isUnknown, listOf, numberOf, recordsOf, textOf } from './values.ts'

/** Whether an action of a listener sends on to targets. */
const forwards = (action: Properties): boolean => textOf(action.Type) === 'forward'

/** Actions; where one of them, or what it does, is not known, one that forwards to where nobody knows. */
function actionsOf(said: Evaluated | undefined): readonly Properties[] {
  const open = listOf(said)
    .flatMap((one) => [one, fieldsOf(one).Type])
    .find(isUnknown)
  return open ? [{ Type: 'forward', TargetGroupArn: open }] : recordsOf(said)
}

/** The target groups that actions forward to, as one text. */
const groupsNamed = (actions: readonly Properties[]): string =>
  actions
    .flatMap((one) => [
      one.TargetGroupArn,
      ...recordsOf(fieldsOf(one.ForwardConfig).TargetGroups).map(({ TargetGroupArn }) => TargetGroupArn),
    ])
    .flatMap((one) => idOf(one) ?? [])
    .join(' ')
const groupsOf = ({ properties }: StackResource): string => groupsNamed(actionsOf(properties.Actions))

/** A listener by its default action, or by the first of its rules that forwards. */
export function putListener(putting: Putting, resource: StackResource, balancer: string): void {
  const { id, properties } = resource
  const usual = actionsOf(properties.DefaultActions)
  const rules = naming(putting, 'AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn', id).toSorted(
    (a, b) => (numberOf(a.properties.Priority) ?? 0) - (numberOf(b.properties.Priority) ?? 0),
  )
  const first = usual.some(forwards) ? undefined : rules.find((one) => actionsOf(one.properties.Actions).some(forwards))
  const actions = first ? actionsOf(first.properties.Actions) : usual
  const others = rules.filter((one) => one !== first && groupsOf(one) !== groupsNamed(actions)).map(({ id }) => id)
  const unasked = others.length === 0 ? '' : `; what ${listWords(others)} would do with it is not simulated`
  if (first) tell(putting, resource, 'assumed', `a request is one that its rule ${first.id} forwards${unasked}`)
  else if (others.length > 0)
    tell(putting, resource, 'assumed', `a request is one that none of its rules takes${unasked}`)
  say(putting, resource, 'Listeners', {
    ListenerArn: id,
    LoadBalancerArn: balancer,
    Protocol: textOf(properties.Protocol) ?? undefined,
    Port: numberOf(properties.Port) ?? undefined,
    DefaultActions: actions.map((one) => ({
      Type: textOf(one.Type) ?? 'forward',
      FixedResponseConfig: { StatusCode: textOf(fieldsOf(one.FixedResponseConfig).StatusCode) ?? undefined },
      TargetGroupArn: idOf(one.TargetGroupArn) ?? undefined,
      ForwardConfig: {
        TargetGroups: recordsOf(fieldsOf(one.ForwardConfig).TargetGroups).map((group) => ({
          TargetGroupArn: idOf(group.TargetGroupArn),
          Weight: numberOf(group.Weight) ?? undefined,
        })),
      },
    })),
  })
}
