import { keyOf, makePart } from './part.ts'
import { planInterfaces } from './planInterfaces.ts'
import { addRemark, type Planner } from './planning.ts'
import { roleOfClient } from './roleOfClient.ts'

/** A function in the subnets and groups of all its interfaces, with a role that may make network interfaces. */
export const planLambda: Planner<'client'> = (construct, planning) => {
  const interfaces = planInterfaces(construct, planning)
  if (interfaces.length === 0) return []
  if (construct.interfaces.some((one) => one.privateIp !== null || one.publicIp !== 'none'))
    addRemark(
      planning,
      construct,
      'a Lambda function takes no chosen private address and never has a public one, so both are left out.',
    )
  const drawn = roleOfClient(planning, construct)
  const role = drawn ?? keyOf(construct, 'role')
  const subnets = [...new Set(interfaces.map((one) => one.subnet))]
  const groups = [...new Set(interfaces.flatMap((one) => one.groups))]
  return [
    ...(drawn === null ? [makePart('lambda-role', construct, 'role', [], {})] : []),
    makePart('lambda-function', construct, null, [role, ...subnets, ...groups], {
      role,
      subnets,
      groups,
      ipv6: interfaces.some((one) => one.ipv6),
    }),
  ]
}
