import { type Address, isIp4, sameAddress } from '../../../net/address.ts'
import type { Eni, TargetGroupNet, Topology } from '../../../topology/topology.ts'
import { listInReach } from './chooseTargets.ts'

/** Whether the target at an address, which the node's load balancer has, is in a zone that the node sends to; null = it is no target of the load balancer. */
export function checksTarget(topology: Topology, node: Eni, address: Address, eni: Eni | null): boolean | null {
  const { balancer } = node
  if (!balancer) return null
  const groups = balancer.listeners.flatMap(({ groups }) => groups).filter((group) => isIn(group, address, eni))
  if (groups.length === 0) return null
  return groups.some((group) =>
    listInReach(group, node, balancer, topology.subnets.values(), !isIp4(address)).some(
      (one) => (eni !== null && one.eni === eni) || (one.address !== null && sameAddress(one.address, address)),
    ),
  )
}

const isIn = ({ targets }: TargetGroupNet, address: Address, eni: Eni | null): boolean =>
  targets.some(
    (one) =>
      (eni !== null && (one.eni === eni || one.balancer?.enis.includes(eni))) ||
      (one.address !== null && sameAddress(one.address, address)),
  )
