import { idOf } from '../aws/value.ts'
import type { Part, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { filters, held, pick, type Word } from './argument.ts'
import { call, type Reader, recordedCall } from './call.ts'
import { makeOnce, namedRequest, persist, physicalName, run, runOnce, type StepsOf, tagList, waitFor } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

const GONE = 'ResourceNotFoundException'
const byName = (part: Part, stack: StackPlan, operation: string, query: string): Reader => ({
  call: call(stack, `route53resolver ${operation}`, { Filters: filters({ Name: physicalName(part) }) }, query),
})

const ruleAndVpc = (part: PartOf<'rule-association'>): Word => [idOf(part.rule), ',', idOf(part.vpc)]

export const resolver: StepsOf<'resolver-endpoint' | 'resolver-rule'> = {
  'resolver-endpoint': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-resolver-endpoints', 'ResolverEndpoints[].Id'),
        call: call(
          stack,
          'route53resolver create-resolver-endpoint',
          { ...namedRequest(part), ...settings, Tags: tagList(part, stack) },
          'ResolverEndpoint.Id',
        ),
      }),
      waitFor(
        'OPERATIONAL',
        call(
          stack,
          'route53resolver get-resolver-endpoint',
          { ResolverEndpointId: idOf(part.key) },
          'ResolverEndpoint.Status',
        ),
      ),
    ],
    remove: [
      persist(GONE, recordedCall('route53resolver delete-resolver-endpoint', { ResolverEndpointId: held('id') })),
      waitFor(
        '|None',
        recordedCall(
          'route53resolver get-resolver-endpoint',
          { ResolverEndpointId: held('id') },
          'ResolverEndpoint.Status',
        ),
        { done: GONE },
      ),
    ],
  },
  'resolver-rule': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-resolver-rules', 'ResolverRules[].Id'),
        call: call(
          stack,
          'route53resolver create-resolver-rule',
          {
            ...namedRequest(part),
            ...pick(settings, 'RuleType', 'DomainName', 'TargetIps', 'ResolverEndpointId'),
            Tags: tagList(part, stack),
          },
          'ResolverRule.Id',
        ),
      }),
    ],
    remove: [persist(GONE, recordedCall('route53resolver delete-resolver-rule', { ResolverRuleId: held('id') }))],
  },
  'rule-share': {
    create: (part, stack, settings) =>
      shareOnce(
        stack,
        part,
        {
          call: call(
            stack,
            'route53resolver get-resolver-rule',
            { ResolverRuleId: idOf(part.rule) },
            'ResolverRule.Arn',
          ),
        },
        settings,
      ),
    remove: REMOVE_SHARE,
  },
  'rule-association': {
    create: (part, stack, settings) => [
      runOnce(stack, part, [run(call(stack, 'route53resolver associate-resolver-rule', settings))], ruleAndVpc(part), {
        call: call(
          stack,
          'route53resolver list-resolver-rule-associations',
          { Filters: filters({ ResolverRuleId: idOf(part.rule), VPCId: idOf(part.vpc) }) },
          "ResolverRuleAssociations[?Status!='DELETING'].Id",
        ),
      }),
    ],
    remove: [
      run(
        recordedCall('route53resolver disassociate-resolver-rule', {
          ResolverRuleId: held('first'),
          VPCId: held('rest'),
        }),
        GONE,
      ),
    ],
  },
}
