import { constructAt } from '../../model/containment.ts'
import { keyOf, makePart, type Part, type PartKey } from './part.ts'
import { addRemark, findDeployed, type Planner, type Planning, want, wantConstruct } from './planning.ts'
import { canonicalBlock, wordOfBlock } from './resolveBlock.ts'
import { resolveList, wordOfList } from './resolveList.ts'
import { isInOnePlace } from './transit-gateway.ts'

type Table = Parameters<typeof transitGatewayRouteTable>[0]

/** The table with its associations, propagations and static routes. */
export const transitGatewayRouteTable: Planner<'transit-gateway-route-table'> = (construct, planning) => {
  const gateway = findDeployed(planning, construct, construct.transitGateway, 'transit-gateway')
  if (!gateway) return []
  const table = keyOf(construct)
  const parts: Part[] = [makePart('transit-table', construct, null, [gateway.id], { gateway: gateway.id })]
  for (const id of new Set(construct.associations)) {
    const reached = attachmentOf(construct, id, planning)
    if (reached === null) continue
    const { attachment } = reached
    const needs = [table, attachment, ...reached.needs]
    parts.push(makePart('transit-association', construct, `association-${id}`, needs, { table, attachment }))
  }
  for (const id of new Set(construct.propagations)) {
    if (constructAt(planning.design, id)?.kind === 'transit-gateway-peering') {
      addRemark(planning, construct, `“${id}” is a peering, which propagates nothing; routes over it are static.`)
      continue
    }
    const attachment = attachmentOf(construct, id, planning)?.attachment
    if (attachment !== undefined)
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
    const reached = target === 'blackhole' ? null : attachmentOf(construct, target, planning)
    if (reached === null && target !== 'blackhole') continue
    const attachment = reached?.attachment ?? null
    const needs = [table, ...(reached === null ? [] : [reached.attachment, ...reached.needs])]
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

/** The part whose id is that of the attachment on the table's side, and what else it is usable after. */
interface Reached {
  readonly attachment: PartKey
  readonly needs: readonly PartKey[]
}
const at = (attachment: PartKey): Reached => ({ attachment, needs: [] })

/** Null and a remark where there is none. */
function attachmentOf(construct: Table, id: string, planning: Planning): Reached | null {
  const target = constructAt(planning.design, id)
  if (target?.kind === 'transit-gateway-attachment') return at(wantConstruct(planning, target))
  // Usable once the other side has accepted
  if (target?.kind === 'transit-gateway-peering') {
    const accepted = wantConstruct(planning, target, 'acceptance', 'transit-peering-acceptance')
    const isRequester = construct.transitGateway === target.transitGateway
    if (!isRequester || !isInOnePlace(planning.design, target)) return at(accepted)
    return { attachment: wantConstruct(planning, target), needs: [accepted] }
  }
  if (target?.kind === 'vpn-connection') return at(wantConstruct(planning, target, 'attachment', 'vpn-attachment'))
  if (target?.kind === 'direct-connect')
    return at(
      want(
        planning,
        keyOf(id),
        `Transit gateway attachment of the Direct Connect gateway of ${id}`,
        'transit-attachment',
      ),
    )
  addRemark(planning, construct, `the reference to “${id}” is left out, because it is no attachment.`)
  return null
}
