import { vpcOf } from '../../model/containment.ts'
import { makePart } from './part.ts'
import { addRemark, type Planner, remarkState } from './planning.ts'
import { serviceOf } from './serviceOf.ts'

export const gatewayLoadBalancerEndpoint: Planner<'gateway-load-balancer-endpoint'> = (construct, planning) => {
  const vpc = vpcOf(planning.design, construct.subnet)!.id
  const { service, needs } = serviceOf(planning, construct)
  remarkState(planning, construct, 'available')
  if (construct.privateIp !== null)
    addRemark(planning, construct, 'AWS chooses the address of such an endpoint; the drawn one is not asked for.')
  return [
    makePart('balancer-endpoint', construct, null, [vpc, construct.subnet, ...needs], {
      vpc,
      subnet: construct.subnet,
      service,
    }),
  ]
}
