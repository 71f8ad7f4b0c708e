import { constructOfKind, listOfKind } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { Construct, ConstructId } from '../../kinds/registry.ts'

/** Blocks that lie behind an attachment, a gateway or a connection as seen from a VPC or gateway (`from`), as far as they are drawn; a suggestion for a route. */
export function blocksBehind(design: Design, construct: Construct, from: ConstructId): readonly string[] {
  const vpcBlocks = (id: ConstructId) => (id === from ? [] : (constructOfKind(design, id, 'vpc')?.cidrs ?? []))
  const networkBlocks = (id: ConstructId | null) =>
    id === null ? [] : (constructOfKind(design, id, 'on-premises-network')?.cidrs ?? [])
  switch (construct.kind) {
    case 'transit-gateway-attachment':
      return vpcBlocks(construct.vpc)
    case 'transit-gateway-peering': {
      const other = construct.transitGateway === from ? construct.peer : construct.transitGateway
      return listOfKind(design, 'transit-gateway-attachment')
        .filter((one) => one.transitGateway === other)
        .flatMap((one) => vpcBlocks(one.vpc))
    }
    case 'vpn-connection':
      return construct.routes.length > 0
        ? construct.routes
        : networkBlocks(constructOfKind(design, construct.customerGateway, 'customer-gateway')?.network ?? null)
    case 'direct-connect':
      return construct.announced.length > 0 ? construct.announced : networkBlocks(construct.network)
    case 'virtual-private-gateway':
      return linesTo(design, construct.id).flatMap((line) => blocksBehind(design, line, from))
    case 'transit-gateway': {
      // Several networks lie behind it, as a rule: a route for one of them would be a guess.
      const behind = [
        ...listOfKind(design, 'transit-gateway-attachment').filter(
          (one) => one.transitGateway === construct.id && one.vpc !== from,
        ),
        ...linesTo(design, construct.id),
      ]
      return behind.length === 1 ? blocksBehind(design, behind[0]!, from) : []
    }
    default:
      return []
  }
}

const linesTo = (design: Design, gateway: ConstructId) => [
  ...listOfKind(design, 'vpn-connection').filter((one) => one.gateway === gateway),
  ...listOfKind(design, 'direct-connect').filter((one) => one.gateway === gateway),
]
