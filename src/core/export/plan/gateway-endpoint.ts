import { makePart } from './part.ts'
import { findInVpc, type Planner, remarkState } from './planning.ts'
import { remarkPolicy } from './remarkPolicy.ts'

/** The endpoint with its route tables; AWS writes the routes. */
export const gatewayEndpoint: Planner<'gateway-endpoint'> = (construct, planning) => {
  const tables = [...new Set(construct.routeTables)].filter((id) => findInVpc(planning, construct, id, 'route-table'))
  remarkState(planning, construct, 'available')
  remarkPolicy(planning, construct)
  return [makePart('gateway-endpoint', construct, null, [construct.vpc, ...tables], { vpc: construct.vpc, tables })]
}
