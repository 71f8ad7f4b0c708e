import { listWords } from '../../../base/words.ts'
import type { Evaluated, Properties, StackResource } from '../stack.ts'
import { naming, say, tell } from './putting.ts'
import type { Putting } from './resourceType.ts'
import { fieldsOf, idOf, isUnknown, listOf, numberOf, reasonIn, recordsOf, textOf } from './values.ts'

/** Actions; where one of them, or what it does, is not known, one that forwards to where nobody knows. */
function actionsOf(said: Evaluated | undefined): readonly object[] {
  const open = listOf(said)
    .flatMap((one) => [one, fieldsOf(one).Type])
    .find(isUnknown)
  return open ? [{ Type: 'forward', TargetGroupArn: idOf(open) }] : recordsOf(said).map(actionOf)
}

const actionOf = (one: Properties): object => ({
  Type: textOf(one.Type) ?? 'forward',
  FixedResponseConfig: { StatusCode: textOf(fieldsOf(one.FixedResponseConfig).StatusCode) ?? undefined },
  RedirectConfig: textsOfMembers(fieldsOf(one.RedirectConfig)),
  TargetGroupArn: idOf(one.TargetGroupArn) ?? undefined,
  ForwardConfig: {
    TargetGroups: recordsOf(fieldsOf(one.ForwardConfig).TargetGroups).map((group) => ({
      TargetGroupArn: idOf(group.TargetGroupArn),
      Weight: numberOf(group.Weight) ?? undefined,
    })),
  },
})
const textsOfMembers = (fields: Properties): object =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, textOf(value) ?? undefined]))

/** One that is not known may hold or not. */
const conditionOf = (one: Evaluated): Evaluated =>
  reasonIn(one) === null ? one : { Field: textOf(fieldsOf(one).Field) ?? 'not-known' }

/** A listener with its rules, which Application Load Balancers have. */
export function putListener(putting: Putting, resource: StackResource, balancer: string, kind: string): void {
  const { id, properties } = resource
  const rules = naming(putting, 'AWS::ElasticLoadBalancingV2::ListenerRule', 'ListenerArn', id)
  if (kind !== 'application' && rules.length > 0)
    tell(
      putting,
      resource,
      'assumed',
      `AWS takes no rules for such a load balancer, so that ${listWords(rules.map((one) => one.id))} decide nothing`,
    )
  say(putting, resource, 'Listeners', {
    ListenerArn: id,
    LoadBalancerArn: balancer,
    Protocol: textOf(properties.Protocol) ?? undefined,
    Port: numberOf(properties.Port) ?? undefined,
    DefaultActions: actionsOf(properties.DefaultActions),
  })
  if (kind !== 'application') return
  for (const rule of rules)
    say(putting, rule, 'Rules', {
      RuleArn: rule.id,
      ListenerArn: id,
      Priority: numberOf(rule.properties.Priority) ?? undefined,
      Conditions: listOf(rule.properties.Conditions).map(conditionOf),
      Actions: actionsOf(rule.properties.Actions),
      IsDefault: false,
    })
}
