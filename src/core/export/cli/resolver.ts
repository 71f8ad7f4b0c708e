import { idOf } from '../aws/value.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { variable } from '../commands/word.ts'
import type { Part, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { namedRequest } from './namedRequest.ts'
import { physicalName } from './physicalName.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { makeOnce, runOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

const byName = (part: Part, stack: StackPlan, operation: string, query: string): string =>
  printCommand(stack, `route53resolver ${operation}`, [
    ['--filters', ['Name=Name,Values=', physicalName(part)]],
    ...answer(query),
  ])

const ruleAndVpc = (part: PartOf<'rule-association'>, stack: StackPlan): string =>
  `${variable(stack, part.rule)},${variable(stack, part.vpc)}`

export const resolver: StepsOf<'resolver-endpoint' | 'resolver-rule'> = {
  'resolver-endpoint': {
    create: (part, stack, settings) =>
      [
        makeOnce(stack, part, {
          find: byName(part, stack, 'list-resolver-endpoints', 'ResolverEndpoints[].Id'),
          operation: 'route53resolver create-resolver-endpoint',
          options: [...namedRequest(part), ...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
          query: 'ResolverEndpoint.Id',
        }),
        `wait_for OPERATIONAL ${printCommand(stack, 'route53resolver get-resolver-endpoint', [
          ['--resolver-endpoint-id', idOf(part.key)],
          ...answer('ResolverEndpoint.Status'),
        ])}`,
      ].join('\n'),
    remove: [
      'persist ResourceNotFoundException aws route53resolver delete-resolver-endpoint --region "$region" --resolver-endpoint-id "$id" >/dev/null',
      'wait_for \'|None\' allow ResourceNotFoundException aws route53resolver get-resolver-endpoint --region "$region" --resolver-endpoint-id "$id" --query ResolverEndpoint.Status --output text',
    ].join('\n'),
  },
  'resolver-rule': {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-resolver-rules', 'ResolverRules[].Id'),
        operation: 'route53resolver create-resolver-rule',
        options: [
          ...namedRequest(part),
          ...optionsOf(settings, ['RuleType', 'DomainName', 'TargetIps', 'ResolverEndpointId']),
          ['--tags', tagList(part, stack, 'Key', 'Value')],
        ],
        query: 'ResolverRule.Id',
      }),
    remove:
      'persist ResourceNotFoundException aws route53resolver delete-resolver-rule --region "$region" --resolver-rule-id "$id" >/dev/null',
  },
  'rule-share': {
    create: (part, stack, settings) => {
      const read = printCommand(stack, 'route53resolver get-resolver-rule', [
        ['--resolver-rule-id', idOf(part.rule)],
        ...answer('ResolverRule.Arn'),
      ])
      return shareOnce(stack, part, read, settings)
    },
    remove: REMOVE_SHARE,
  },
  'rule-association': {
    create: (part, stack, settings) =>
      runOnce(
        stack,
        part,
        [runQuietly(stack, 'route53resolver associate-resolver-rule', optionsOf(settings))],
        ruleAndVpc(part, stack),
        printCommand(stack, 'route53resolver list-resolver-rule-associations', [
          ['--filters', ['Name=ResolverRuleId,Values=', idOf(part.rule)], ['Name=VPCId,Values=', idOf(part.vpc)]],
          ...answer("ResolverRuleAssociations[?Status!='DELETING'].Id"),
        ]),
      ),
    remove:
      'allow ResourceNotFoundException aws route53resolver disassociate-resolver-rule --region "$region" --resolver-rule-id "$first" --vpc-id "$rest" >/dev/null',
  },
}
