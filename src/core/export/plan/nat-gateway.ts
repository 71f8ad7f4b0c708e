import { vpcOf } from '../../model/index.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { keyOf, makePart } from './part.ts'
import { addRemark, type Planner } from './planning.ts'
import { addressOf } from './resolveBlock.ts'

/** A public NAT gateway and its Elastic IP address. Both want the internet gateway attached first. */
export const natGateway: Planner<'nat-gateway'> = (construct, planning) => {
  const address = keyOf(construct, 'address')
  const attachments = attachmentsOf(planning, vpcOf(planning.design, construct.id)!.id)
  if (attachments.length === 0)
    addRemark(planning, construct, 'its VPC has no internet gateway. AWS refuses a public NAT gateway without one.')
  if (construct.publicIp !== null)
    addRemark(
      planning,
      construct,
      `AWS chooses the Elastic IP address; the drawn ${construct.publicIp} is not asked for.`,
    )
  const privateIp = addressOf(planning, construct, construct.privateIp)
  return [
    makePart('nat-address', construct, 'address', attachments, {}),
    makePart('nat-gateway', construct, null, [construct.subnet, address, ...attachments], {
      subnet: construct.subnet,
      address,
      privateIp,
    }),
  ]
}
