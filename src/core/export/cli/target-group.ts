import { answer, type Option, printCommand, quoteAll, runQuietly } from '../commands/command.ts'
import { expression, idOf } from '../commands/word.ts'
import type { PlannedTarget } from '../plan/balancingShapes.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { makeOnce, runOnce, type StepPrinters, shortName, variable } from './step.ts'
import { tagList } from './tagList.ts'

export const targetGroup: StepPrinters<'target-group'> = {
  'target-group': {
    create: (part, stack) => {
      const { targetType, protocol, port } = part.construct
      const find = printCommand(stack, 'elbv2 describe-target-groups', [
        ['--names', shortName(part)],
        ...answer('TargetGroups[].TargetGroupArn'),
      ])
      const options: Option[] = [
        ['--name', shortName(part)],
        ['--target-type', targetType],
        ['--protocol', protocol],
        ['--port', `${protocol === 'GENEVE' ? 6081 : port}`],
        ['--vpc-id', idOf(part.vpc)],
      ]
      if (part.healthProtocol !== null) options.push(['--health-check-protocol', part.healthProtocol])
      const attributes = Object.entries(part.attributes).map(([key, value]) => `Key=${key},Value=${value}`)
      return [
        makeOnce(stack, part, {
          find: `allow TargetGroupNotFound ${find}`,
          operation: 'elbv2 create-target-group',
          options: [...options, ['--tags', tagList(part, 'Key', 'Value')]],
          query: 'TargetGroups[0].TargetGroupArn',
        }),
        ...(attributes.length === 0
          ? []
          : [
              runQuietly(stack, 'elbv2 modify-target-group-attributes', [
                ['--target-group-arn', idOf(part.key)],
                ['--attributes', ...attributes],
              ]),
            ]),
      ].join('\n')
    },
    remove: 'persist TargetGroupNotFound aws elbv2 delete-target-group --region "$region" --target-group-arn "$id"',
  },
  'target-registration': {
    create: (part, stack) => {
      const { before, word } = targetWord(part.target, stack)
      const zone = part.target.kind === 'address' && part.target.isOutside ? ',AvailabilityZone=all' : ''
      const target = `Id=${word},Port=${part.port}${zone}`
      const options: Option[] = [
        ['--target-group-arn', idOf(part.group)],
        ['--targets', expression(target)],
      ]
      return runOnce(
        stack,
        part,
        [...before, runQuietly(stack, 'elbv2 register-targets', options)],
        `${variable(stack, part.group)},${target}`,
      )
    },
    remove:
      'allow \'TargetGroupNotFound|InvalidTarget\' aws elbv2 deregister-targets --region "$region" --target-group-arn "$first" --targets "$rest"',
  },
}

/** The target's id or address as a piece of a shell word, and what has to be read before. */
function targetWord(target: PlannedTarget, stack: StackPlan): { before: string[]; word: string } {
  if (target.kind === 'address') return { before: [], word: quoteAll([target.text]) }
  if (target.kind === 'instance' || target.kind === 'balancer') return { before: [], word: variable(stack, target.key) }
  const read =
    target.kind === 'instance-address'
      ? printCommand(stack, 'ec2 describe-instances', [
          ['--instance-ids', idOf(target.key)],
          ...answer('Reservations[0].Instances[0].PrivateIpAddress'),
        ])
      : printCommand(stack, 'ec2 describe-network-interfaces', [
          ['--network-interface-ids', idOf(target.key)],
          ...answer('NetworkInterfaces[0].PrivateIpAddress'),
        ])
  return { before: [`address=$(${read})`], word: '"$address"' }
}
