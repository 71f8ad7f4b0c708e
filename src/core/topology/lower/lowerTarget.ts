import { definitions } from '../../model/kinds/definitions.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Block, covers, formatBlock, sameBlock } from '../../net/block.ts'
import type { RouteTarget } from '../topology.ts'
import type { Building, TableBuild } from './building.ts'
import { readAsOf } from './readAsOf.ts'

/** Where a drawn route leads. `edge`: the table steers what comes in by a gateway. */
export function lowerTarget(
  building: Building,
  table: TableBuild,
  { target: id, interface: index }: { readonly target: string; readonly interface?: number | undefined },
  block: Block,
  subnetBlocks: ReadonlySet<string>,
  edge: boolean,
): RouteTarget {
  if (id === 'blackhole') return { kind: 'blackhole' }
  if (id === 'local') return { kind: 'local' }
  const construct = building.design.constructs[id]
  const refuse = (why: string): RouteTarget => ({ kind: 'unknown', id, code: 'not-modelled', why })
  const missing = (why: string): RouteTarget => ({ kind: 'unknown', id, code: 'dangling-reference', why, stands: true })
  if (!construct) return missing(`the target “${id}” is not in the design`)
  // a target that the rules of the day do not know is as one that is gone
  if (readAsOf(building.design.rulesAsOf)(construct) === null) return { kind: 'blackhole' }
  const { noun, turnsBack, inspects } = definitions[construct.kind]
  const within = table.vpc.blocks.find((own) => covers(own, block))
  if (within && !turnsBack)
    // Source: VPC guide, route table concepts: within the VPC only NAT gateways, interfaces and GWLB endpoints may be targets
    return refuse(`AWS refuses a route inside the VPC’s own blocks to ${noun}`)
  if (within && !sameBlock(within, block) && !subnetBlocks.has(`${table.vpc.id} ${formatBlock(block)}`))
    return refuse('AWS allows a route inside the VPC’s own blocks only for a whole subnet')
  if (edge && !inspects) return refuse(`AWS refuses a route to ${noun} in the table of a gateway`)
  switch (construct.kind) {
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
      return { kind: construct.kind, id, vpc: building.vpcs.get(construct.vpc) ?? null }
    case 'nat-gateway': {
      const eni = building.enisOf.get(id)?.[0]
      return eni ? { kind: 'nat-gateway', id, eni } : missing('the NAT gateway lies in no subnet of the design')
    }
    case 'regional-nat-gateway': {
      const nat = building.regionalNats.get(id)
      return nat ? { kind: 'regional-nat-gateway', id, nat } : missing('the NAT gateway lies in no VPC of the design')
    }
    case 'gateway-load-balancer-endpoint': {
      const eni = building.enisOf.get(id)?.[0]
      return eni ? { kind: construct.kind, id, eni } : missing('the endpoint lies in no subnet of the design')
    }
    case 'network-firewall':
      return firewallTarget(building, table, construct, index, block)
    case 'client': {
      const eni = building.enisOf.get(id)?.find((one) => one.origin.path[1] === (index ?? 0))
      return eni
        ? { kind: 'network-interface', id, eni }
        : missing(`“${construct.name}” has no interface ${(index ?? 0) + 1} in a subnet of the design`)
    }
    case 'peering-connection': {
      const peering = building.peerings.get(id)
      return peering ? { kind: 'peering', id, peering } : missing('the peering connection lies in no VPC')
    }
    case 'transit-gateway': {
      const gateway = building.transitGateways.get(id)
      return gateway ? { kind: 'transit-gateway', id, gateway } : missing('the transit gateway is not known')
    }
    case 'virtual-private-gateway': {
      const gateway = building.privateGateways.get(id)
      return gateway ? { kind: 'virtual-private-gateway', id, gateway } : missing('the gateway is not known')
    }
    default:
      return refuse(`routes to ${noun} are not simulated`)
  }
}

/**
 * The endpoint that a route to a firewall means: the one it names, the only one, the one in the only zone whose subnets use the table, or, in
 * the table of a gateway, the one in the zone of the subnet that the route is for. AWS's route names one endpoint; which, may be left open here.
 */
function firewallTarget(
  building: Building,
  table: TableBuild,
  { id, name, subnets }: ConstructOf<'network-firewall'>,
  index: number | undefined,
  block: Block,
): RouteTarget {
  const enis = (building.enisOf.get(id) ?? []).filter((one) => one.role === 'gateway-load-balancer-endpoint')
  const kind = 'gateway-load-balancer-endpoint'
  if (index !== undefined) {
    const eni = enis.find((one) => one.origin.path[1] === index)
    const why = `“${name}” has no endpoint ${index + 1} in a subnet of the design`
    return eni ? { kind, id, eni } : { kind: 'unknown', id, code: 'dangling-reference', why, stands: true }
  }
  const lacks = `“${name}” has no endpoint in a subnet of the design`
  if (enis.length === 0) return { kind: 'unknown', id, code: 'dangling-reference', why: lacks, stands: true }
  if (subnets.length === 1) return { kind, id, eni: enis[0]! }
  const users = [...building.subnets.values()].filter((one) => one.table === table)
  const served = [...building.subnets.values()].filter(
    (one) => one.vpc === table.vpc && [one.block, one.block6].some((own) => own !== null && sameBlock(own, block)),
  )
  for (const some of [users, served]) {
    const zones = new Set(some.map(({ zone }) => zone))
    const found = zones.size === 1 ? enis.filter((one) => zones.has(one.subnet.zone)) : []
    if (found.length === 1) return { kind, id, eni: found[0]! }
  }
  const why = `the route does not say which endpoint of “${name}” is meant`
  return { kind: 'unknown', id, code: 'not-modelled', why, stands: true }
}
