import { constructAt } from '../../model/containment.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { addRemark, findDeployed, type Planner, type Planning, want, wantConstruct } from './planning.ts'
import { canonicalBlock, wordOfBlock } from './resolveBlock.ts'
import { resolveList, wordOfList } from './resolveList.ts'

type Table = Parameters<typeof transitGatewayRouteTable>[0]

/** The table with its associations, propagations and static routes. */
export const transitGatewayRouteTable: Planner<'transit-gateway-route-table'> = (construct, planning) => {
  const gateway = findDeployed(planning, construct, construct.transitGateway, 'transit-gateway')
  if (!gateway) return []
  const table = keyOf(construct)
  const parts: Part[] = [makePart('transit-table', construct, null, [gateway.id], { gateway: gateway.id })]
  for (const id of new Set(construct.associations)) {
    const attachment = attachmentOf(construct, id, planning)
    if (attachment !== null)
      parts.push(
        makePart('transit-association', construct, `association-${id}`, [table, attachment], { table, attachment }),
      )
  }
  for (const id of new Set(construct.propagations)) {
    if (constructAt(planning.design, id)?.kind === 'transit-gateway-peering') {
      addRemark(planning, construct, `“${id}” is a peering, which propagates nothing; routes over it are static.`)
      continue
    }
    const attachment = attachmentOf(construct, id, planning)
    if (attachment !== null)
      parts.push(
        makePart('transit-propagation', construct, `propagation-${id}`, [table, attachment], { table, attachment }),
      )
  }
  return [...parts, ...planRoutes(construct, planning)]
}

function planRoutes(construct: Table, planning: Planning): Part[] {
  const table = keyOf(construct)
  const parts = new Map<PartKey, Part>()
  for (const { destination, target } of construct.routes) {
    const attachment = target === 'blackhole' ? null : attachmentOf(construct, target, planning)
    if (attachment === null && target !== 'blackhole') continue
    const needs = [table, ...(attachment === null ? [] : [attachment])]
    if ('cidr' in destination) {
      const cidr = canonicalBlock(planning, construct, destination.cidr)
      const part = makePart('transit-route', construct, `route-${wordOfBlock(cidr)}`, needs, {
        table,
        cidr,
        attachment,
      })
      if (!parts.has(part.key)) parts.set(part.key, part)
      else addRemark(planning, construct, `a second route to ${cidr} is left out; AWS keeps one for each destination.`)
      continue
    }
    const list = resolveList(planning, construct, destination.prefixList)
    if (list === null) continue
    const word = `list-${wordOfList(list)}`
    const part = makePart('transit-list-route', construct, word, [...needs, list], { table, list, attachment })
    parts.set(part.key, part)
  }
  return [...parts.values()]
}

/** The part whose id is that of the attachment; null and a remark where there is none. */
function attachmentOf(construct: Table, id: string, planning: Planning): PartKey | null {
  const target = constructAt(planning.design, id)
  if (target?.kind === 'transit-gateway-attachment') return wantConstruct(planning, target)
  // Usable once the other side has accepted
  if (target?.kind === 'transit-gateway-peering')
    return wantConstruct(planning, target, 'acceptance', 'transit-peering-acceptance')
  if (target?.kind === 'vpn-connection') return wantConstruct(planning, target, 'attachment', 'vpn-attachment')
  if (target?.kind === 'direct-connect')
    return want(
      planning,
      keyOf(id),
      `Transit gateway attachment of the Direct Connect gateway of ${id}`,
      'transit-attachment',
    )
  addRemark(planning, construct, `the reference to “${id}” is left out, because it is no attachment.`)
  return null
}
