import { constructAt, constructOfKind, listOfKind } from '../../model/containment.ts'
import { keyOf, makePart, type Part, type PartKey, type PartOf } from './part.ts'
import { addRemark, findInVpc, type Planner, type Planning } from './planning.ts'
import { canonicalBlock, resolveBlock, wordOfBlock } from './resolveBlock.ts'
import { resolveList, wordOfList } from './resolveList.ts'
import { routeTargetOf } from './routeTargetOf.ts'

type Table = Parameters<typeof routeTable>[0]
type Route = PartOf<'route'>

/**
 * The table with its static routes, the gateway whose incoming traffic it steers, and propagation.
 * Routes of gateway endpoints come with the endpoint and are never made here.
 */
export const routeTable: Planner<'route-table'> = (construct, planning) => {
  const isMain = constructOfKind(planning.design, construct.vpc, 'vpc')!.mainRouteTable === construct.id
  const nat = listOfKind(planning.design, 'regional-nat-gateway').find((one) => one.routeTable === construct.id)
  const ofNat = nat && planning.included.has(nat.id) ? nat.id : null
  const needs = [construct.vpc, ...(ofNat === null ? [] : [ofNat])]
  const parts: Part[] = [makePart('route-table', construct, null, needs, { vpc: construct.vpc, isMain, ofNat })]
  const seen = new Set<PartKey>()
  for (const route of construct.routes) {
    const part = planRoute(construct, route, ofNat !== null, planning)
    if (!part) continue
    if (seen.has(part.key))
      addRemark(
        planning,
        construct,
        `a second route to ${textOf(route)} is left out; AWS keeps one for each destination.`,
      )
    else parts.push(part)
    seen.add(part.key)
  }
  return [...parts, ...planEdge(construct, planning), ...planPropagation(construct, planning)]
}

const textOf = ({ destination }: Table['routes'][number]): string =>
  'cidr' in destination ? destination.cidr : destination.prefixList

function planRoute(
  construct: Table,
  route: Table['routes'][number],
  isOfNat: boolean,
  planning: Planning,
): Part | null {
  const vpc = constructOfKind(planning.design, construct.vpc, 'vpc')!
  const isVpcBlock =
    'cidr' in route.destination &&
    [...vpc.cidrs.map((cidr) => canonicalBlock(planning, vpc, cidr)), ...vpc.ipv6Cidrs].includes(route.destination.cidr)
  if (route.target === 'local') {
    // For the VPC's own blocks it is there from the start
    if (!isVpcBlock)
      addRemark(
        planning,
        construct,
        `the local route to ${textOf(route)} is left out: AWS has local routes for the VPC’s whole blocks only.`,
      )
    return null
  }
  // The table of a regional NAT gateway comes with the way to the internet gateway
  const isGivenByAws =
    isOfNat && textOf(route) === '0.0.0.0/0' && constructAt(planning.design, route.target)?.kind === 'internet-gateway'
  const target = isGivenByAws ? null : routeTargetOf(construct, route, textOf(route), planning)
  if (!target) return null
  const destination = destinationOf(construct, route, planning)
  if (!destination) return null
  const { value, word, needs } = destination
  const details = {
    table: keyOf(construct),
    destination: value,
    target: target.key,
    targetKind: target.kind,
    replacesLocal: isVpcBlock,
  }
  return makePart(
    'route',
    construct,
    `route-${word}`,
    [keyOf(construct), target.key, ...target.needs, ...needs],
    details,
  )
}

function destinationOf(
  construct: Table,
  { destination }: Table['routes'][number],
  planning: Planning,
): { value: Route['destination']; word: string; needs: PartKey[] } | null {
  if ('cidr' in destination) {
    const block = resolveBlock(planning, construct, destination.cidr)
    return {
      value: { block },
      word: wordOfBlock('text' in block ? block.text : destination.cidr),
      needs: 'from' in block ? [block.from] : [],
    }
  }
  const list = resolveList(planning, construct, destination.prefixList)
  return list === null ? null : { value: { list }, word: wordOfList(list), needs: [list] }
}

function planEdge(construct: Table, planning: Planning): Part[] {
  if (construct.edgeOf === null) return []
  const kind = constructOfKind(planning.design, construct.edgeOf, 'virtual-private-gateway')
    ? 'virtual-private-gateway'
    : 'internet-gateway'
  const gateway = findInVpc(planning, construct, construct.edgeOf, kind)
  if (!gateway) return []
  const table = keyOf(construct)
  const needs = [table, gateway.id, keyOf(gateway, 'attachment')]
  return [makePart('edge-association', construct, 'edge', needs, { table, gateway: gateway.id })]
}

function planPropagation(construct: Table, planning: Planning): Part[] {
  const table = keyOf(construct)
  return [...new Set(construct.propagatingGateways)].flatMap((id) => {
    const gateway = findInVpc(planning, construct, id, 'virtual-private-gateway')
    if (!gateway) return []
    const needs = [table, gateway.id, keyOf(gateway, 'attachment')]
    return [makePart('route-propagation', construct, `propagation-${id}`, needs, { table, gateway: gateway.id })]
  })
}
