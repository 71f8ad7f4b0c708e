import type { PlannedTarget } from '../plan/balancingShapes.ts'
import type { PartOf } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { attributeOf, refTo } from './intrinsics.ts'
import { listed, present, type ResourcePrinters, type Tree } from './resource.ts'
import { tagsOf } from './tagsOf.ts'

export const targetGroup: ResourcePrinters<'target-group'> = {
  'target-group': (part, stack) => {
    const { targetType, protocol, port } = part.construct
    const targets = stack.parts.filter(
      (one): one is PartOf<'target-registration'> => one.name === 'target-registration' && one.group === part.key,
    )
    return {
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      properties: present({
        TargetType: targetType,
        Protocol: protocol,
        Port: protocol === 'GENEVE' ? 6081 : port,
        VpcId: refTo(stack, part.vpc),
        HealthCheckProtocol: part.healthProtocol ?? undefined,
        TargetGroupAttributes: listed(Object.entries(part.attributes).map(([Key, Value]) => ({ Key, Value }))),
        Targets: listed(targets.map((one) => targetOf(one.target, one.port, stack))),
        Tags: tagsOf(part, 'strict'),
      }),
      after: targets.flatMap((one) => one.needs).filter((key) => key !== part.key),
    }
  },
  'target-registration': () => null, // stands in the group
}

function targetOf(target: PlannedTarget, port: number, stack: StackPlan): Tree {
  if (target.kind === 'address')
    return { Id: target.text, Port: port, ...(target.isOutside && { AvailabilityZone: 'all' }) }
  const ids: { readonly [K in typeof target.kind]: () => Tree } = {
    instance: () => refTo(stack, target.key),
    balancer: () => refTo(stack, target.key),
    'instance-address': () => attributeOf(stack, target.key, 'PrivateIp'),
    'interface-address': () => attributeOf(stack, target.key, 'PrimaryPrivateIpAddress'),
  }
  return { Id: ids[target.kind](), Port: port }
}
