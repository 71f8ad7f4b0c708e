import { groupBy } from '../../base/groupBy.ts'
import { constructAt, listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'

/** For a design, the VPCs whose route tables may name a target; null = nobody can say, as of what lies in no VPC. */
export function createReachFinder(design: Design): (target: Construct) => readonly ConstructId[] | null {
  const attached = groupBy(listOfKind(design, 'transit-gateway-attachment'), (one) => one.transitGateway)
  return (target) => {
    if (target.kind === 'transit-gateway') return (attached.get(target.id) ?? []).map(({ vpc }) => vpc)
    if (target.kind === 'peering-connection') {
      const sides = [target.requester, target.accepter]
      return sides.every((side) => constructAt(design, side) !== null) ? sides : null
    }
    const vpc = vpcOf(design, target.id)?.id
    return vpc === undefined ? null : [vpc]
  }
}
