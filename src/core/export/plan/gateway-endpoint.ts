import { makePart } from './part.ts'
import { planEndpointPolicy } from './planEndpointPolicy.ts'
import { findInVpc, type Planner, remarkState } from './planning.ts'

/** The endpoint with its route tables; AWS writes the routes. */
export const gatewayEndpoint: Planner<'gateway-endpoint'> = (construct, planning) => {
  const tables = [...new Set(construct.routeTables)].filter((id) => findInVpc(planning, construct, id, 'route-table'))
  remarkState(planning, construct, 'available')
  const { policy, needs, parts } = planEndpointPolicy(planning, construct)
  return [
    makePart('gateway-endpoint', construct, null, [construct.vpc, ...tables, ...needs], {
      vpc: construct.vpc,
      tables,
      policy,
    }),
    ...parts,
  ]
}
