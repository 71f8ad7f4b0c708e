import { vpcOf } from '../../model/containment.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { keyOf, type PartKey } from './part.ts'
import { addRemark, findInVpc, type Planning } from './planning.ts'

/** Keys of the security groups named, or of the VPC's default one where none is, as AWS does. */
export function groupsOf(planning: Planning, holder: Construct, ids: readonly ConstructId[]): PartKey[] {
  const named = [...new Set(ids)].filter((id) => findInVpc(planning, holder, id, 'security-group'))
  if (named.length > 0) return named
  const vpc = vpcOf(planning.design, holder.id)!
  if (!planning.included.has(vpc.id)) {
    // Source: VPC guide, shared VPCs: the default group belongs to the owner, and participants cannot use it
    addRemark(
      planning,
      holder,
      'it names no security group, and an account that takes part in a shared VPC cannot use the default one. Name a group.',
    )
    return []
  }
  if (vpc.defaultSecurityGroup === null) return [keyOf(vpc, 'default-group')]
  return findInVpc(planning, holder, vpc.defaultSecurityGroup, 'security-group') ? [vpc.defaultSecurityGroup] : []
}
