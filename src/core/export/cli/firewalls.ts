import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { physicalName } from './physicalName.ts'
import { lookUp, makeOnce, makeTagged, runOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

export const firewalls: StepsOf<'block-public-access' | 'network-firewall' | 'firewall-rule-group'> = {
  'block-exclusion': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'VpcBlockPublicAccessExclusion',
        options: optionsOf(settings),
        query: 'VpcBlockPublicAccessExclusion.ExclusionId',
        found: ['describe-vpc-block-public-access-exclusions', 'VpcBlockPublicAccessExclusions[].ExclusionId'],
        state: 'Name=state,Values=create-in-progress,create-complete',
      }),
    remove:
      'allow InvalidVpcBlockPublicAccessExclusionId.NotFound aws ec2 delete-vpc-block-public-access-exclusion --region "$region" --exclusion-id "$id" >/dev/null',
  },
  'block-public-access': {
    create: (part, stack, settings) =>
      runOnce(
        stack,
        part,
        [runQuietly(stack, 'ec2 modify-vpc-block-public-access-options', optionsOf(settings))],
        part.construct.mode,
      ),
    remove:
      'aws ec2 modify-vpc-block-public-access-options --region "$region" --internet-gateway-block-mode off >/dev/null',
  },
  'firewall-rule-group': {
    create: (part, stack, settings) => {
      const name: Option = ['--rule-group-name', physicalName(part)]
      const type: Option = ['--type', settings.Type]
      const find = printCommand(stack, 'network-firewall describe-rule-group', [
        name,
        type,
        ...answer('RuleGroupResponse.RuleGroupArn'),
      ])
      return makeOnce(stack, part, {
        find: `allow ResourceNotFoundException ${find}`,
        operation: 'network-firewall create-rule-group',
        options: [name, ...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'RuleGroupResponse.RuleGroupArn',
      })
    },
    remove:
      'persist \'ResourceNotFoundException|InvalidOperationException\' aws network-firewall delete-rule-group --region "$region" --rule-group-arn "$id" >/dev/null',
  },
  'firewall-endpoint': {
    create: (part, stack) => {
      const read = printCommand(stack, 'network-firewall describe-firewall', [
        ['--firewall-arn', idOf(part.firewall)],
        [
          '--query',
          ['FirewallStatus.SyncStates.*.Attachment[] | [?SubnetId==`', idOf(part.subnet), '`].EndpointId | [0]'],
        ],
        ['--output', 'text'],
      ])
      return lookUp(stack, part.key, `endpoint of ${part.firewall}`, read)
    },
    remove: null,
  },
  'firewall-policy': {
    create: (part, stack, settings) => {
      const name: Option = ['--firewall-policy-name', physicalName(part)]
      const find = printCommand(stack, 'network-firewall describe-firewall-policy', [
        name,
        ...answer('FirewallPolicyResponse.FirewallPolicyArn'),
      ])
      return makeOnce(stack, part, {
        find: `allow ResourceNotFoundException ${find}`,
        operation: 'network-firewall create-firewall-policy',
        options: [name, ...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'FirewallPolicyResponse.FirewallPolicyArn',
      })
    },
    remove:
      'persist ResourceNotFoundException aws network-firewall delete-firewall-policy --region "$region" --firewall-policy-arn "$id" >/dev/null',
  },
  'network-firewall': {
    create: (part, stack, settings) => {
      const name: Option = ['--firewall-name', physicalName(part)]
      const read = (query: string) =>
        printCommand(stack, 'network-firewall describe-firewall', [name, ...answer(query)])
      return [
        makeOnce(stack, part, {
          find: `allow ResourceNotFoundException ${read('Firewall.FirewallArn')}`,
          operation: 'network-firewall create-firewall',
          options: [name, ...optionsOf(settings), ['--tags', tagList(part, stack, 'Key', 'Value')]],
          query: 'Firewall.FirewallArn',
        }),
        `wait_for READY ${read('FirewallStatus.Status')}`,
      ].join('\n')
    },
    remove: [
      'allow ResourceNotFoundException aws network-firewall delete-firewall --region "$region" --firewall-arn "$id" >/dev/null',
      'wait_for \'|None\' allow ResourceNotFoundException aws network-firewall describe-firewall --region "$region" --firewall-arn "$id" --query FirewallStatus.Status --output text',
    ].join('\n'),
  },
}
