import { idOf } from '../aws/value.ts'
import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import {
  lookUp,
  makeOnce,
  makeTagged,
  persist,
  physicalName,
  run,
  runOnce,
  type StepsOf,
  tagList,
  waitFor,
} from './line.ts'

const GONE = { done: 'ResourceNotFoundException' }

export const firewalls: StepsOf<'block-public-access' | 'network-firewall' | 'firewall-rule-group'> = {
  'block-exclusion': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'VpcBlockPublicAccessExclusion',
        parameters: settings,
        query: 'VpcBlockPublicAccessExclusion.ExclusionId',
        found: ['describe-vpc-block-public-access-exclusions', 'VpcBlockPublicAccessExclusions[].ExclusionId'],
        state: ['state', ['create-in-progress', 'create-complete']],
      }),
    remove: [
      run(
        recordedCall('ec2 delete-vpc-block-public-access-exclusion', { ExclusionId: held('id') }),
        'InvalidVpcBlockPublicAccessExclusionId.NotFound',
      ),
    ],
  },
  'block-public-access': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'ec2 modify-vpc-block-public-access-options', settings))],
        part.construct.mode,
      ),
    ],
    remove: [run(recordedCall('ec2 modify-vpc-block-public-access-options', { InternetGatewayBlockMode: 'off' }))],
  },
  'firewall-rule-group': {
    create: (part, stack, settings) => {
      const RuleGroupName = physicalName(part)
      return [
        makeOnce(stack, part, {
          find: {
            call: call(
              stack,
              'network-firewall describe-rule-group',
              { RuleGroupName, Type: settings.Type },
              'RuleGroupResponse.RuleGroupArn',
            ),
            ...GONE,
          },
          call: call(
            stack,
            'network-firewall create-rule-group',
            { RuleGroupName, ...settings, Tags: tagList(part, stack) },
            'RuleGroupResponse.RuleGroupArn',
          ),
        }),
      ]
    },
    remove: [
      persist(
        'ResourceNotFoundException|InvalidOperationException',
        recordedCall('network-firewall delete-rule-group', { RuleGroupArn: held('id') }),
      ),
    ],
  },
  'firewall-endpoint': {
    create: (part, stack) => [
      lookUp(
        part.key,
        `endpoint of ${part.firewall}`,
        call(stack, 'network-firewall describe-firewall', { FirewallArn: idOf(part.firewall) }, [
          'FirewallStatus.SyncStates.*.Attachment[] | [?SubnetId==`',
          idOf(part.subnet),
          '`].EndpointId | [0]',
        ]),
      ),
    ],
    remove: null,
  },
  'firewall-policy': {
    create: (part, stack, settings) => {
      const FirewallPolicyName = physicalName(part)
      return [
        makeOnce(stack, part, {
          find: {
            call: call(
              stack,
              'network-firewall describe-firewall-policy',
              { FirewallPolicyName },
              'FirewallPolicyResponse.FirewallPolicyArn',
            ),
            ...GONE,
          },
          call: call(
            stack,
            'network-firewall create-firewall-policy',
            { FirewallPolicyName, ...settings, Tags: tagList(part, stack) },
            'FirewallPolicyResponse.FirewallPolicyArn',
          ),
        }),
      ]
    },
    remove: [
      persist(
        'ResourceNotFoundException',
        recordedCall('network-firewall delete-firewall-policy', { FirewallPolicyArn: held('id') }),
      ),
    ],
  },
  'network-firewall': {
    create: (part, stack, settings) => {
      const FirewallName = physicalName(part)
      const asked = (query: string) => call(stack, 'network-firewall describe-firewall', { FirewallName }, query)
      return [
        makeOnce(stack, part, {
          find: { call: asked('Firewall.FirewallArn'), ...GONE },
          call: call(
            stack,
            'network-firewall create-firewall',
            { FirewallName, ...settings, Tags: tagList(part, stack) },
            'Firewall.FirewallArn',
          ),
        }),
        waitFor('READY', asked('FirewallStatus.Status')),
      ]
    },
    remove: [
      run(recordedCall('network-firewall delete-firewall', { FirewallArn: held('id') }), 'ResourceNotFoundException'),
      waitFor(
        '|None',
        recordedCall('network-firewall describe-firewall', { FirewallArn: held('id') }, 'FirewallStatus.Status'),
        GONE,
      ),
    ],
  },
}
