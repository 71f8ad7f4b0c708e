import { idOf, joined, PARTITION, regionCalled } from '../aws/value.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { bareId, held } from './argument.ts'
import { type Call, call, recordedCall } from './call.ts'
import { type Line, makeOnce, persist, physicalName, read, run, runOnce, type StepsOf, tagList, token } from './line.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'

const GONE = 'ResourceNotFoundException'

export const route53Profile: StepsOf<'route-53-profile'> = {
  profile: {
    create: (part, stack) => {
      const Name = physicalName(part)
      return [
        makeOnce(stack, part, {
          find: {
            call: call(stack, 'route53profiles list-profiles', {}, ["ProfileSummaries[?Name=='", Name, "'].Id"]),
          },
          call: call(
            stack,
            'route53profiles create-profile',
            { Name, ClientToken: token(part), Tags: tagList(part, stack) },
            'Profile.Id',
          ),
        }),
      ]
    },
    remove: [persist(GONE, recordedCall('route53profiles delete-profile', { ProfileId: held('id') }))],
  },
  'profile-share': {
    create: (part, stack, settings) =>
      shareOnce(
        stack,
        part,
        { call: call(stack, 'route53profiles get-profile', { ProfileId: idOf(part.profile) }, 'Profile.Arn') },
        settings,
      ),
    remove: REMOVE_SHARE,
  },
  'profile-association': {
    create: (part, stack, settings) => [
      runOnce(
        stack,
        part,
        [run(call(stack, 'route53profiles associate-profile', { Name: physicalName(part), ...settings }))],
        [idOf(part.profile), ',', idOf(part.vpc)],
        {
          call: call(
            stack,
            'route53profiles list-profile-associations',
            settings,
            "ProfileAssociations[?Status!='DELETING'].Id",
          ),
        },
      ),
    ],
    remove: [
      persist(
        GONE,
        recordedCall('route53profiles disassociate-profile', { ProfileId: held('first'), ResourceId: held('rest') }),
      ),
    ],
  },
  'profile-resource': {
    create: (part, stack, settings) => [
      // What is there already is told by its ARN
      ...readArn(part, stack),
      runOnce(
        stack,
        part,
        [
          {
            line: 'run',
            call: call(stack, 'route53profiles associate-resource-to-profile', {
              Name: physicalName(part),
              ...settings,
              ResourceArn: held('arn'),
            }),
            quiet: true,
            retryOn: 'ConflictException',
          },
        ],
        [idOf(part.profile), ',', held('arn')],
        {
          call: call(stack, 'route53profiles list-profile-resource-associations', { ProfileId: idOf(part.profile) }, [
            "ProfileResourceAssociations[?ResourceArn=='",
            held('arn'),
            "' && Status!='DELETING'].Id",
          ]),
        },
      ),
    ],
    remove: [
      persist(
        GONE,
        recordedCall('route53profiles disassociate-resource-from-profile', {
          ProfileId: held('first'),
          ResourceArn: held('rest'),
        }),
      ),
    ],
  },
}

/** Holds the ARN of what is shared as `arn`; that of zones and endpoints is put together. */
function readArn({ resource, ofKind }: PartOf<'profile-resource'>, stack: StackPlan): readonly Line[] {
  const told = (one: Call): readonly Line[] => [read('arn', 'ARN of what the Profile shares', { call: one })]
  switch (ofKind) {
    case 'resolver-rule':
      return told(
        call(stack, 'route53resolver get-resolver-rule', { ResolverRuleId: idOf(resource) }, 'ResolverRule.Arn'),
      )
    case 'dns-firewall-rule-group':
      return told(
        call(
          stack,
          'route53resolver get-firewall-rule-group',
          { FirewallRuleGroupId: idOf(resource) },
          'FirewallRuleGroup.Arn',
        ),
      )
    case 'interface-endpoint':
      return [
        read('owner', 'owner of the endpoint', {
          call: call(
            stack,
            'ec2 describe-vpc-endpoints',
            { VpcEndpointIds: [idOf(resource)] },
            'VpcEndpoints[0].OwnerId',
          ),
        }),
        {
          line: 'set',
          into: 'arn',
          text: [
            joined('arn:', PARTITION, ':ec2:', regionCalled(stack.regionCode), ':'),
            held('owner'),
            ':vpc-endpoint/',
            idOf(resource),
          ],
        },
      ]
    case 'hosted-zone':
      // AWS answers with `/hostedzone/Z…`
      return [
        { line: 'set', into: 'arn', text: [joined('arn:', PARTITION, ':route53:::hostedzone/'), bareId(resource)] },
      ]
  }
}
