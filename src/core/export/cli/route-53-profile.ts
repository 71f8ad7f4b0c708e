import { idOf } from '../aws/value.ts'
import { answer, type Option, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, regionWord, variable, variableOf } from '../commands/word.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { clientToken } from './clientToken.ts'
import { physicalName } from './physicalName.ts'
import { REMOVE_SHARE, shareOnce } from './share.ts'
import { makeOnce, runOnce, type StepsOf } from './step.ts'
import { tagList } from './tagList.ts'

export const route53Profile: StepsOf<'route-53-profile'> = {
  profile: {
    create: (part, stack) => {
      const name: Option = ['--name', physicalName(part)]
      return makeOnce(stack, part, {
        find: printCommand(stack, 'route53profiles list-profiles', [
          ['--query', ["ProfileSummaries[?Name=='", physicalName(part), "'].Id"]],
          ['--output', 'text'],
        ]),
        operation: 'route53profiles create-profile',
        options: [name, clientToken(part), ['--tags', tagList(part, stack, 'Key', 'Value')]],
        query: 'Profile.Id',
      })
    },
    remove:
      'persist ResourceNotFoundException aws route53profiles delete-profile --region "$region" --profile-id "$id" >/dev/null',
  },
  'profile-share': {
    create: (part, stack, settings) => {
      const read = printCommand(stack, 'route53profiles get-profile', [
        ['--profile-id', idOf(part.profile)],
        ...answer('Profile.Arn'),
      ])
      return shareOnce(stack, part, read, settings)
    },
    remove: REMOVE_SHARE,
  },
  'profile-association': {
    create: (part, stack, settings) =>
      runOnce(
        stack,
        part,
        [
          runQuietly(stack, 'route53profiles associate-profile', [
            ['--name', physicalName(part)],
            ...optionsOf(settings),
          ]),
        ],
        `${variable(stack, part.profile)},${variable(stack, part.vpc)}`,
        printCommand(stack, 'route53profiles list-profile-associations', [
          ...optionsOf(settings),
          ...answer("ProfileAssociations[?Status!='DELETING'].Id"),
        ]),
      ),
    remove:
      'persist ResourceNotFoundException aws route53profiles disassociate-profile --region "$region" --profile-id "$first" --resource-id "$rest" >/dev/null',
  },
  'profile-resource': {
    create: (part, stack, settings) =>
      [
        // What is there already is told by its ARN
        ...readArn(part, stack),
        runOnce(
          stack,
          part,
          [
            `retry ConflictException ${printCommand(stack, 'route53profiles associate-resource-to-profile', [
              ['--name', physicalName(part)],
              ...optionsOf({ ...settings, ResourceArn: expression('"$arn"') }),
            ])} >/dev/null`,
          ],
          `${variable(stack, part.profile)},"$arn"`,
          printCommand(stack, 'route53profiles list-profile-resource-associations', [
            ...optionsOf({ ProfileId: idOf(part.profile) }),
            [
              '--query',
              ["ProfileResourceAssociations[?ResourceArn=='", expression('"$arn"'), "' && Status!='DELETING'].Id"],
            ],
            ['--output', 'text'],
          ]),
        ),
      ].join('\n'),
    remove:
      'persist ResourceNotFoundException aws route53profiles disassociate-resource-from-profile --region "$region" --profile-id "$first" --resource-arn "$rest" >/dev/null',
  },
}

/** Puts the ARN of what is shared into `arn`; that of zones and endpoints is put together. */
function readArn({ resource, ofKind }: PartOf<'profile-resource'>, stack: StackPlan): readonly string[] {
  const arn = `arn="arn:$(partition_of ${regionWord(stack)})`
  const id = variableOf(stack, resource)
  switch (ofKind) {
    case 'resolver-rule':
      return [
        `arn=$(must_tell 'ARN of what the Profile shares' ${printCommand(stack, 'route53resolver get-resolver-rule', [
          ['--resolver-rule-id', idOf(resource)],
          ...answer('ResolverRule.Arn'),
        ])})`,
      ]
    case 'dns-firewall-rule-group':
      return [
        `arn=$(must_tell 'ARN of what the Profile shares' ${printCommand(
          stack,
          'route53resolver get-firewall-rule-group',
          [['--firewall-rule-group-id', idOf(resource)], ...answer('FirewallRuleGroup.Arn')],
        )})`,
      ]
    case 'interface-endpoint':
      return [
        `owner=$(must_tell 'owner of the endpoint' ${printCommand(stack, 'ec2 describe-vpc-endpoints', [
          ['--vpc-endpoint-ids', idOf(resource)],
          ...answer('VpcEndpoints[0].OwnerId'),
        ])})`,
        `${arn}:ec2:"${regionWord(stack)}":$owner:vpc-endpoint/$${id}"`,
      ]
    case 'hosted-zone':
      // AWS answers with `/hostedzone/Z…`
      return [`${arn}:route53:::hostedzone/\${${id}##*/}"`]
  }
}
