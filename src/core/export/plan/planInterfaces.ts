import type { ConstructOf } from '../../model/kinds/registry.ts'
import { groupsOf } from './groupsOf.ts'
import type { PartKey, PlannedInterface } from './part.ts'
import { addRemark, findInVpc, type Planning } from './planning.ts'
import { addressOf } from './resolveBlock.ts'

/** The client's interfaces with their subnets and groups; one whose subnet is missing is left out. */
export const planInterfaces = (construct: ConstructOf<'client'>, planning: Planning): PlannedInterface[] =>
  construct.interfaces.flatMap((one, index) => {
    const subnet = findInVpc(planning, construct, one.subnet, 'subnet')
    if (!subnet) return []
    if (one.ipv6 !== null && one.ipv6 !== 'auto')
      addRemark(planning, construct, `AWS chooses the IPv6 address; the drawn ${one.ipv6} is not asked for.`)
    const privateIp = addressOf(planning, construct, one.privateIp)
    const groups = groupsOf(planning, construct, one.securityGroups)
    const { sourceDestCheck, secondaryIps = [] } = one
    if (secondaryIps.length > 0 && privateIp === null)
      addRemark(
        planning,
        construct,
        'AWS chooses its further private addresses, because the first one is not chosen either.',
      )
    const further = privateIp === null ? secondaryIps.length : secondaryIps
    const publicIp = one.publicIp === 'auto'
    return [
      { index, subnet: subnet.id, groups, privateIp, further, ipv6: one.ipv6 !== null, publicIp, sourceDestCheck },
    ]
  })

/** Keys of all that the interface refers to. */
export const needsOfInterface = (one: PlannedInterface): PartKey[] => [one.subnet, ...one.groups]

/** Whether the interfaces of the instance are made before it: where there are several, or one with its source/destination check off. */
export const needsOwnInterfaces = ({ interfaces }: ConstructOf<'client'>): boolean =>
  interfaces.length > 1 || interfaces.some((one) => !one.sourceDestCheck)
