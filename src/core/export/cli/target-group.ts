import { idOf } from '../aws/value.ts'
import { answer, printCommand, runQuietly } from '../commands/command.ts'
import { optionsOf } from '../commands/optionsOf.ts'
import { expression, printWord, shorthand, variable } from '../commands/word.ts'
import type { PlannedTarget } from '../plan/balancingShapes.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { makeOnce, runOnce, type StepsOf, shortName } from './step.ts'
import { tagList } from './tagList.ts'

export const targetGroup: StepsOf<'target-group'> = {
  'target-group': {
    create: (part, stack, { Attributes, ...settings }) => {
      const find = printCommand(stack, 'elbv2 describe-target-groups', [
        ['--names', shortName(part)],
        ...answer('TargetGroups[].TargetGroupArn'),
      ])
      const attributes = optionsOf({
        TargetGroupArn: idOf(part.key),
        Attributes: Attributes?.map((one) => shorthand(one)),
      })
      return [
        makeOnce(stack, part, {
          find: `allow TargetGroupNotFound ${find}`,
          operation: 'elbv2 create-target-group',
          options: [
            ['--name', shortName(part)],
            ...optionsOf(settings),
            ['--tags', tagList(part, stack, 'Key', 'Value')],
          ],
          query: 'TargetGroups[0].TargetGroupArn',
        }),
        ...(Attributes ? [runQuietly(stack, 'elbv2 modify-target-group-attributes', attributes)] : []),
      ].join('\n')
    },
    remove: 'persist TargetGroupNotFound aws elbv2 delete-target-group --region "$region" --target-group-arn "$id"',
  },
  'target-registration': {
    create: (part, stack, { TargetGroupArn, Targets }) => {
      const read = addressCommand(part.target, stack)
      const Id = expression('"$address"')
      const [target] = Targets.map((one) => shorthand(read === null ? one : { ...one, Id }))
      return runOnce(
        stack,
        part,
        [
          ...(read === null ? [] : [`address=$(must_tell 'address of a target' ${read})`]),
          runQuietly(stack, 'elbv2 register-targets', optionsOf({ TargetGroupArn, Targets: target })),
        ],
        `${variable(stack, part.group)},${printWord(stack, target!.word)}`,
      )
    },
    remove:
      'allow \'TargetGroupNotFound|InvalidTarget\' aws elbv2 deregister-targets --region "$region" --target-group-arn "$first" --targets "$rest"',
  },
}

/** Reads the address that the target is registered by; null where it is known without. */
function addressCommand(target: PlannedTarget, stack: StackPlan): string | null {
  if (target.kind === 'instance-address')
    return printCommand(stack, 'ec2 describe-instances', [
      ['--instance-ids', idOf(target.key)],
      ...answer('Reservations[0].Instances[0].PrivateIpAddress'),
    ])
  if (target.kind === 'interface-address')
    return printCommand(stack, 'ec2 describe-network-interfaces', [
      ['--network-interface-ids', idOf(target.key)],
      ...answer('NetworkInterfaces[0].PrivateIpAddress'),
    ])
  return null
}
