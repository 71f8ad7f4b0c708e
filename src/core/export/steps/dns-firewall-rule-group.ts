import { idOf } from '../aws/value.ts'
import type { Part, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held, pick } from './argument.ts'
import { call, type Reader, recordedCall } from './call.ts'
import {
  type Line,
  makeOnce,
  namedRequest,
  persist,
  physicalName,
  run,
  runOnce,
  type StepsOf,
  tagList,
  waitFor,
} from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

/** There is no filter for names. */
const byName = (part: Part, stack: StackPlan, operation: string, member: string): Reader => ({
  call: call(stack, `route53resolver ${operation}`, {}, [`${member}[?Name=='`, physicalName(part), "'].Id"]),
})
const removal = (operation: string, parameter: string): readonly Line[] => [
  persist('ResourceNotFoundException', recordedCall(`route53resolver ${operation}`, { [parameter]: held('id') })),
]

export const dnsFirewallRuleGroup: StepsOf<'dns-firewall-rule-group'> = {
  'filter-list': {
    create: (part, stack) => [
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-firewall-domain-lists', 'FirewallDomainLists'),
        call: call(
          stack,
          'route53resolver create-firewall-domain-list',
          { ...namedRequest(part), Tags: tagList(part, stack) },
          'FirewallDomainList.Id',
        ),
      }),
    ],
    remove: removal('delete-firewall-domain-list', 'FirewallDomainListId'),
  },
  'filter-group': {
    create: (part, stack) => [
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-firewall-rule-groups', 'FirewallRuleGroups'),
        call: call(
          stack,
          'route53resolver create-firewall-rule-group',
          { ...namedRequest(part), Tags: tagList(part, stack) },
          'FirewallRuleGroup.Id',
        ),
      }),
    ],
    remove: removal('delete-firewall-rule-group', 'FirewallRuleGroupId'),
  },
  'filter-rule': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [
          ...(part.rule.managedList === null ? fillList(part, stack) : []),
          run(call(stack, 'route53resolver create-firewall-rule', { ...namedRequest(part), ...settings })),
        ],
        [idOf(part.group), ',', idOf(part.list)],
        {
          call: call(stack, 'route53resolver list-firewall-rules', { FirewallRuleGroupId: idOf(part.group) }, [
            "FirewallRules[?FirewallDomainListId=='",
            idOf(part.list),
            "'].Name",
          ]),
        },
      ),
    ],
    remove: [
      persist(
        'ResourceNotFoundException',
        recordedCall('route53resolver delete-firewall-rule', {
          FirewallRuleGroupId: held('first'),
          FirewallDomainListId: held('rest'),
        }),
      ),
    ],
  },
  'filter-share': {
    create: (part, stack, settings) =>
      shareOnce(
        stack,
        part,
        {
          call: call(
            stack,
            'route53resolver get-firewall-rule-group',
            { FirewallRuleGroupId: idOf(part.group) },
            'FirewallRuleGroup.Arn',
          ),
        },
        settings,
      ),
    remove: REMOVE_SHARE,
  },
  'filter-association': {
    create: (part, stack, settings) => [
      makeOnce(stack, part, {
        find: {
          call: call(
            stack,
            'route53resolver list-firewall-rule-group-associations',
            pick(settings, 'FirewallRuleGroupId', 'VpcId'),
            "FirewallRuleGroupAssociations[?Status!='DELETING'].Id",
          ),
        },
        call: call(
          stack,
          'route53resolver associate-firewall-rule-group',
          { ...namedRequest(part), ...settings, Tags: tagList(part, stack) },
          'FirewallRuleGroupAssociation.Id',
        ),
      }),
    ],
    remove: removal('disassociate-firewall-rule-group', 'FirewallRuleGroupAssociationId'),
  },
}

/** A list is made empty, and takes its domains afterwards; whatever is in it is replaced. */
function fillList({ list, rule }: PartOf<'filter-rule'>, stack: StackPlan): readonly Line[] {
  const FirewallDomainListId = idOf(list)
  return [
    run(
      call(stack, 'route53resolver update-firewall-domains', {
        FirewallDomainListId,
        Operation: 'REPLACE',
        Domains: [...new Set(rule.domains)],
      }),
    ),
    waitFor(
      'COMPLETE',
      call(stack, 'route53resolver get-firewall-domain-list', { FirewallDomainListId }, 'FirewallDomainList.Status'),
    ),
  ]
}
