import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { variable } from '../commands/word.ts'
import type { Part, PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { namedRequest } from './namedRequest.ts'
import { physicalName } from './physicalName.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { makeOnce, runOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

/** There is no filter for names. */
const byName = (part: Part, stack: StackPlan, operation: string, member: string): string =>
  printCommand(stack, `route53resolver ${operation}`, [
    ['--query', [`${member}[?Name=='`, physicalName(part), "'].Id"]],
    ['--output', 'text'],
  ])

export const dnsFirewallRuleGroup: StepsOf<'dns-firewall-rule-group'> = {
  'filter-list': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-firewall-domain-lists', 'FirewallDomainLists'),
        operation: 'route53resolver create-firewall-domain-list',
        options: [...namedRequest(part), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'FirewallDomainList.Id',
      }),
    remove:
      'persist ResourceNotFoundException aws route53resolver delete-firewall-domain-list --region "$region" --firewall-domain-list-id "$id" >/dev/null',
  },
  'filter-group': {
    create: (part, stack) =>
      makeOnce(stack, part, {
        find: byName(part, stack, 'list-firewall-rule-groups', 'FirewallRuleGroups'),
        operation: 'route53resolver create-firewall-rule-group',
        options: [...namedRequest(part), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'FirewallRuleGroup.Id',
      }),
    remove:
      'persist ResourceNotFoundException aws route53resolver delete-firewall-rule-group --region "$region" --firewall-rule-group-id "$id" >/dev/null',
  },
  'filter-rule': {
    create: (part, stack, settings) =>
      runOnce(
        stack,
        part,
        [
          ...(part.rule.managedList === null ? fillList(part, stack) : []),
          runQuietly(stack, 'route53resolver create-firewall-rule', [...namedRequest(part), ...optionsOf(settings)]),
        ],
        `${variable(stack, part.group)},${variable(stack, part.list)}`,
        printCommand(stack, 'route53resolver list-firewall-rules', [
          ['--firewall-rule-group-id', idOf(part.group)],
          ['--query', ["FirewallRules[?FirewallDomainListId=='", idOf(part.list), "'].Name"]],
          ['--output', 'text'],
        ]),
      ),
    remove:
      'persist ResourceNotFoundException aws route53resolver delete-firewall-rule --region "$region" --firewall-rule-group-id "$first" --firewall-domain-list-id "$rest" >/dev/null',
  },
  'filter-share': {
    create: (part, stack, settings) => {
      const read = printCommand(stack, 'route53resolver get-firewall-rule-group', [
        ['--firewall-rule-group-id', idOf(part.group)],
        ...answer('FirewallRuleGroup.Arn'),
      ])
      return shareOnce(stack, part, read, settings)
    },
    remove: REMOVE_SHARE,
  },
  'filter-association': {
    create: (part, stack, settings) =>
      makeOnce(stack, part, {
        find: printCommand(stack, 'route53resolver list-firewall-rule-group-associations', [
          ...optionsOf(settings, ['FirewallRuleGroupId', 'VpcId']),
          ...answer("FirewallRuleGroupAssociations[?Status!='DELETING'].Id"),
        ]),
        operation: 'route53resolver associate-firewall-rule-group',
        options: [...namedRequest(part), ...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'FirewallRuleGroupAssociation.Id',
      }),
    remove:
      'persist ResourceNotFoundException aws route53resolver disassociate-firewall-rule-group --region "$region" --firewall-rule-group-association-id "$id" >/dev/null',
  },
}

/** A list is made empty, and takes its domains afterwards; whatever is in it is replaced. */
function fillList({ list, rule }: PartOf<'filter-rule'>, stack: StackPlan): readonly string[] {
  const option: Option = ['--firewall-domain-list-id', idOf(list)]
  return [
    runQuietly(stack, 'route53resolver update-firewall-domains', [
      option,
      ['--operation', 'REPLACE'],
      ['--domains', ...new Set(rule.domains)],
    ]),
    `wait_for COMPLETE ${printCommand(stack, 'route53resolver get-firewall-domain-list', [
      option,
      ...answer('FirewallDomainList.Status'),
    ])}`,
  ]
}
