import { vpcOf } from '../../model/containment.ts'
import { keyOf, makePart, type Part } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { resolveBlock } from './resolveBlock.ts'
import { planTraffic } from './traffic.ts'

/** The ACL and its numbered entries. */
export const networkAcl: Planner<'network-acl'> = (construct, planning) => {
  const acl = keyOf(construct)
  const isDefault = vpcOf(planning.design, construct.id)!.defaultNetworkAcl === construct.id
  const parts: Part[] = [makePart('network-acl', construct, null, [construct.vpc], { vpc: construct.vpc, isDefault })]
  for (const direction of ['ingress', 'egress'] as const) {
    const seen = new Set<number>()
    for (const { number, action, cidr, ...drawn } of construct[direction]) {
      if (seen.has(number))
        addRemark(
          planning,
          construct,
          `a second ${direction} entry ${number} is left out; AWS keeps one for each number.`,
        )
      else {
        const block = resolveBlock(planning, construct, cidr)
        const needs = [acl, ...('from' in block ? [block.from] : [])]
        parts.push(
          makePart('acl-entry', construct, `${direction}-${number}`, needs, {
            acl,
            direction,
            number,
            action,
            traffic: planTraffic(drawn),
            block,
          }),
        )
      }
      seen.add(number)
    }
  }
  return parts
}
