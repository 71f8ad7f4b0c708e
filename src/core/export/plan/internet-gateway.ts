import { keyOf, makePart } from './part.ts'
import type { Planner } from './planning.ts'

/** The gateway and its attachment to the VPC. */
export const internetGateway: Planner<'internet-gateway'> = (construct) => {
  const gateway = keyOf(construct)
  return [
    makePart('internet-gateway', construct, null, [], {}),
    makePart('gateway-attachment', construct, 'attachment', [gateway, construct.vpc], { gateway, vpc: construct.vpc }),
  ]
}
