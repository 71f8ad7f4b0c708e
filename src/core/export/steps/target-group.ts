import { idOf } from '../aws/value.ts'
import type { PlannedTarget } from '../plan/balancingShapes.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { held, type Piece, said, short } from './argument.ts'
import { type Call, call, recordedCall } from './call.ts'
import { helper, makeOnce, persist, read, run, runOnce, type StepsOf, shortName, tagList } from './line.ts'

export const targetGroup: StepsOf<'target-group'> = {
  'target-group': {
    create: (part, stack, { Attributes, ...settings }) => {
      const Name = shortName(part)
      return [
        makeOnce(stack, part, {
          find: {
            call: call(stack, 'elbv2 describe-target-groups', { Names: [Name] }, 'TargetGroups[].TargetGroupArn'),
            done: 'TargetGroupNotFound',
          },
          call: call(
            stack,
            'elbv2 create-target-group',
            { Name, ...settings, Tags: tagList(part, stack) },
            'TargetGroups[0].TargetGroupArn',
          ),
        }),
        ...(Attributes
          ? [
              run(
                call(stack, 'elbv2 modify-target-group-attributes', {
                  TargetGroupArn: idOf(part.key),
                  Attributes: Attributes.map(short),
                }),
              ),
            ]
          : []),
      ]
    },
    remove: [persist('TargetGroupNotFound', recordedCall('elbv2 delete-target-group', { TargetGroupArn: held('id') }))],
  },
  'target-registration': {
    create: (part, stack, { TargetGroupArn, Targets }) => {
      const found = addressCall(part.target, stack)
      const [first] = Targets
      const target = found === null ? first! : { ...first!, Id: held('address') }
      // As the AWS CLI writes it: Id=…,Port=…
      const recorded = said(target).flatMap(([name, value]): Piece[] => [
        `,${name}=`,
        typeof value === 'number' ? `${value}` : (value as Piece),
      ])
      return [
        runOnce(
          stack,
          part,
          [
            ...(found === null ? [] : [read('address', 'address of a target', { call: found })]),
            run(call(stack, 'elbv2 register-targets', { TargetGroupArn, Targets: [short(target)] })),
          ],
          [idOf(part.group), ...recorded],
        ),
      ]
    },
    remove: [helper('deregister_target', held('region'), held('first'), held('rest'))],
  },
}

/** Tells the address that the target is registered by; null where it is known without. */
function addressCall(target: PlannedTarget, stack: StackPlan): Call | null {
  if (target.kind === 'instance-address')
    return call(
      stack,
      'ec2 describe-instances',
      { InstanceIds: [idOf(target.key)] },
      'Reservations[0].Instances[0].PrivateIpAddress',
    )
  if (target.kind === 'interface-address')
    return call(
      stack,
      'ec2 describe-network-interfaces',
      { NetworkInterfaceIds: [idOf(target.key)] },
      'NetworkInterfaces[0].PrivateIpAddress',
    )
  return null
}
