import { constructOfKind } from '../../model/index.ts'
import { keyOf, makePart, type Part, type PartKey, type PartOf } from './part.ts'
import { addRemark, findInVpc, type Planner, type Planning } from './planning.ts'
import { resolveBlock, wordOfBlock } from './resolveBlock.ts'
import { resolveList, wordOfList } from './resolveList.ts'

type Table = Parameters<typeof routeTable>[0]
type Route = PartOf<'route'>

/** The table and its static routes. Routes of gateway endpoints come with the endpoint and are never made here. */
export const routeTable: Planner<'route-table'> = (construct, planning) => {
  const isMain = constructOfKind(planning.design, construct.vpc, 'vpc')!.mainRouteTable === construct.id
  const parts: Part[] = [makePart('route-table', construct, null, [construct.vpc], { vpc: construct.vpc, isMain })]
  const seen = new Set<PartKey>()
  for (const route of construct.routes) {
    const part = planRoute(construct, route, planning)
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
  return parts
}

const textOf = ({ destination }: Table['routes'][number]): string =>
  'cidr' in destination ? destination.cidr : destination.prefixList

function planRoute(construct: Table, route: Table['routes'][number], planning: Planning): Part | null {
  const target = targetOf(construct, route, planning)
  if (!target) return null
  const destination = destinationOf(construct, route, planning)
  if (!destination) return null
  const { value, word, needs } = destination
  const details = { table: keyOf(construct), destination: value, target: target.key, targetKind: target.kind }
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

function targetOf(
  construct: Table,
  route: Table['routes'][number],
  planning: Planning,
): { key: PartKey; kind: Route['targetKind']; needs: PartKey[] } | null {
  const { constructs } = planning.design
  if (route.target === 'blackhole' || !Object.hasOwn(constructs, route.target)) {
    addRemark(
      planning,
      construct,
      `the blackhole route to ${textOf(route)} is left out, because no call makes one. What it drops may then follow a wider route.`,
    )
    return null
  }
  // A gateway must be attached before routes can point at it.
  const gateway = constructOfKind(planning.design, route.target, 'internet-gateway')
  if (gateway)
    return (
      findInVpc(planning, construct, gateway.id, 'internet-gateway') && {
        key: gateway.id,
        kind: 'internet-gateway',
        needs: [keyOf(gateway, 'attachment')],
      }
    )
  return (
    findInVpc(planning, construct, route.target, 'nat-gateway') && { key: route.target, kind: 'nat-gateway', needs: [] }
  )
}
