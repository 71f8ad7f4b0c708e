import { targetField } from '../aws/targetField.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { clientTokenWord } from './clientToken.ts'
import { physicalName } from './physicalName.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { idWords, makeOnce, runOnce, type StepPrinters, variable } from './step.ts'
import { tagList } from './tagList.ts'

export const resolverEndpoint: StepPrinters<'resolver-endpoint'> = {
  'resolver-endpoint': {
    create: (part, stack) => {
      const addresses = part.addresses.map(({ subnet, privateIp }) => ({
        SubnetId: { piece: idOf(subnet) },
        ...(privateIp !== null && { Ip: privateIp }),
      }))
      return [
        makeOnce(stack, part, {
          find: printCommand(stack, 'route53resolver list-resolver-endpoints', [
            ['--filters', ['Name=Name,Values=', physicalName(part)]],
            ...answer('ResolverEndpoints[].Id'),
          ]),
          operation: 'route53resolver create-resolver-endpoint',
          options: [
            ['--creator-request-id', clientTokenWord(part)],
            ['--name', physicalName(part)],
            ['--direction', part.construct.direction.toUpperCase()],
            ['--ip-addresses', jsonWord(addresses)],
            ['--security-group-ids', ...idWords(part.groups)],
            ['--tags', tagList(part, 'Key', 'Value')],
          ],
          query: 'ResolverEndpoint.Id',
        }),
        `wait_for OPERATIONAL ${printCommand(stack, 'route53resolver get-resolver-endpoint', [
          ['--resolver-endpoint-id', idOf(part.key)],
          ...answer('ResolverEndpoint.Status'),
        ])}`,
      ].join('\n')
    },
    remove: [
      'persist ResourceNotFoundException aws route53resolver delete-resolver-endpoint --region "$region" --resolver-endpoint-id "$id" >/dev/null',
      'wait_for \'|None\' allow ResourceNotFoundException aws route53resolver get-resolver-endpoint --region "$region" --resolver-endpoint-id "$id" --query ResolverEndpoint.Status --output text',
    ].join('\n'),
  },
}

export const resolverRule: StepPrinters<'resolver-rule'> = {
  'resolver-rule': {
    create: (part, stack) => {
      const { ruleType, domain, targets } = part.construct
      const options: Option[] = [
        ['--creator-request-id', clientTokenWord(part)],
        ['--name', physicalName(part)],
        ['--rule-type', ruleType.toUpperCase()],
        ['--domain-name', domain],
      ]
      if (ruleType === 'forward' && targets.length > 0)
        options.push([
          '--target-ips',
          jsonWord(targets.map(({ address, port }) => ({ [targetField(address)]: address, Port: port }))),
        ])
      if (part.endpoint !== null) options.push(['--resolver-endpoint-id', idOf(part.endpoint)])
      return makeOnce(stack, part, {
        find: printCommand(stack, 'route53resolver list-resolver-rules', [
          ['--filters', ['Name=Name,Values=', physicalName(part)]],
          ...answer('ResolverRules[].Id'),
        ]),
        operation: 'route53resolver create-resolver-rule',
        options: [...options, ['--tags', tagList(part, 'Key', 'Value')]],
        query: 'ResolverRule.Id',
      })
    },
    remove:
      'persist ResourceNotFoundException aws route53resolver delete-resolver-rule --region "$region" --resolver-rule-id "$id" >/dev/null',
  },
  'rule-share': {
    create: (part, stack) => {
      const read = printCommand(stack, 'route53resolver get-resolver-rule', [
        ['--resolver-rule-id', idOf(part.rule)],
        ...answer('ResolverRule.Arn'),
      ])
      return shareOnce(stack, part, read, part.accounts, false)
    },
    remove: REMOVE_SHARE,
  },
  'rule-association': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--resolver-rule-id', idOf(part.rule)],
        ['--vpc-id', idOf(part.vpc)],
      ]
      return runOnce(
        stack,
        part,
        [runQuietly(stack, 'route53resolver associate-resolver-rule', options, 'ResourceExistsException')],
        `${variable(stack, part.rule)},${variable(stack, part.vpc)}`,
      )
    },
    remove:
      'allow ResourceNotFoundException aws route53resolver disassociate-resolver-rule --region "$region" --resolver-rule-id "$first" --vpc-id "$rest" >/dev/null',
  },
}
