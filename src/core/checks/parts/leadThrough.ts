import { constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { type Block, formatBlock } from '../../net/block.ts'
import type { Eni } from '../../topology/topology.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'
import { change } from './change.ts'

/** A route to a block through an inspection endpoint, in the place of the one that is there. */
export function leadThrough(
  design: Design,
  id: string,
  block: Block,
  { owner: target, origin, subnet }: Eni,
): readonly Fix[] {
  const table = constructOfKind(design, id, 'route-table')
  if (!table) return []
  const cidr = formatBlock(block)
  const others = table.routes.filter(({ destination }) => !('cidr' in destination && destination.cidr === cidr))
  const isFirewall = constructOfKind(design, target, 'network-firewall') !== null
  const index = isFirewall && typeof origin.path[1] === 'number' ? { interface: origin.path[1] } : {}
  const routes = [...others, { destination: { cidr }, target, ...index }]
  const where = isFirewall ? `the endpoint in the ${called(design, subnet.id)}` : `the ${called(design, target)}`
  const title = `Lead ${cidr} through ${where} in the ${called(design, id)}`
  return [{ title, safety: 'review', edits: [change('route-table', id, { routes })] }]
}
