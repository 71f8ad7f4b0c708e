import { constructOfKind, listOfKind, vpcOf } from '../../model/containment.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { type Address, isIp4, parseAddress } from '../../net/address.ts'
import { contains, formatBlock } from '../../net/block.ts'
import { scopeOf } from '../../net/scopeOf.ts'
import type { Blocker, Step } from '../../sim/verdict.ts'
import type { CheckContext, Fix } from '../check.ts'
import { called } from '../parts/called.ts'
import { change } from '../parts/change.ts'

type RouteStep = Extract<Step, { kind: 'look-up-route' }>

/** A route to each target that the table of a VPC may name, for the network of an address, or for everywhere where it is public and of no drawn network. */
export function leadThere(context: CheckContext, { detail }: RouteStep, { decidedBy }: Blocker): readonly Fix[] {
  const { design } = context
  const table = constructOfKind(design, detail.table ?? '', 'route-table')
  const address = parseAddress(detail.destination)
  if (!table || address === null || detail.of) return []
  const cidr = networkOf(context, address)
  // a route whose target is gone is led elsewhere; another for its block would be refused
  const dead = decidedBy?.construct === table.id ? table.routes[Number(decidedBy.path[1] ?? Number.NaN)] : undefined
  const kept = table.routes.filter((route) => route !== dead)
  const destination = dead?.destination ?? { cidr }
  const where = 'cidr' in destination ? destination.cidr : destination.prefixList
  if (kept.some((route) => JSON.stringify(route.destination) === JSON.stringify(destination))) return []
  return targetsFrom(context, table.vpc, scopeOf(address) === 'public').map((target) => ({
    title: `Route ${where} to the ${called(design, target)} in the ${called(design, table.id)}`,
    safety: 'review',
    edits: [change('route-table', table.id, { routes: [...kept, { destination, target }] })],
  }))
}

/** What leads out of a VPC: to other networks, or to public addresses. */
function targetsFrom({ design, topology }: CheckContext, vpc: ConstructId, isPublic: boolean): readonly ConstructId[] {
  const net = topology.vpcs.get(vpc)
  if (!net) return []
  const own = <T extends { readonly id: ConstructId }>(list: readonly T[]) =>
    list.filter(({ id }) => vpcOf(design, id)?.id === vpc).map(({ id }) => id)
  const joined = [
    ...net.peerings.filter(({ active }) => active).map(({ id }) => id),
    ...new Set(net.attachments.map(({ gateway }) => gateway.id)),
    ...listOfKind(design, 'virtual-private-gateway').flatMap((one) => (one.vpc === vpc ? one.id : [])),
  ]
  if (!isPublic) return joined
  return [
    ...own(listOfKind(design, 'nat-gateway')),
    ...own(listOfKind(design, 'internet-gateway')),
    ...own(listOfKind(design, 'regional-nat-gateway')),
    ...joined,
  ]
}

/** The block of the network that an address belongs to; everywhere for other public addresses. */
function networkOf({ topology }: CheckContext, address: Address): string {
  const nets = [...topology.vpcs.values(), ...topology.onPremises.values()]
  const block = nets.flatMap(({ blocks }) => blocks).find((one) => contains(one, address))
  if (block) return formatBlock(block)
  if (scopeOf(address) === 'public') return isIp4(address) ? '0.0.0.0/0' : '::/0'
  return formatBlock({ base: address, length: isIp4(address) ? 32 : 128 })
}
