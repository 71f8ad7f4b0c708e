import { vpcOf } from '../../model/containment.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import { elasticIpOf } from './elastic-ip.ts'
import { keyOf, makePart } from './part.ts'
import { addRemark, type Planner, wantConstruct } from './planning.ts'
import { addressOf } from './resolveBlock.ts'

/** A NAT gateway. A public one wants the internet gateway attached first, and an Elastic IP address: a drawn one or its own. */
export const natGateway: Planner<'nat-gateway'> = (construct, planning) => {
  const privateIp = addressOf(planning, construct, construct.privateIp)
  const { subnet } = construct
  if (construct.connectivity === 'private')
    return [makePart('nat-gateway', construct, null, [subnet], { subnet, address: null, privateIp })]
  const attachments = attachmentsOf(planning, vpcOf(planning.design, construct.id)!.id)
  if (attachments.length === 0)
    addRemark(planning, construct, 'its VPC has no internet gateway. AWS refuses a public NAT gateway without one.')
  const drawn = elasticIpOf(planning.design, construct.id, 0)
  if (!drawn && construct.publicIp !== null)
    addRemark(
      planning,
      construct,
      `AWS chooses the Elastic IP address; the drawn ${construct.publicIp} is not asked for.`,
    )
  const address = drawn ? wantConstruct(planning, drawn) : keyOf(construct, 'address')
  return [
    ...(drawn ? [] : [makePart('nat-address', construct, 'address', attachments, {})]),
    makePart('nat-gateway', construct, null, [subnet, address, ...attachments], { subnet, address, privateIp }),
  ]
}
