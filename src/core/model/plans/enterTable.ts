import { listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { ConstructId } from '../kinds/registry.ts'

/** Associates an attachment with the first route table of the gateway, as AWS does by default, and propagates its blocks into it. */
export function enterTable(
  design: Design,
  gateway: ConstructId,
  attachment: ConstructId,
  propagates: boolean,
): readonly Edit[] {
  const table = listOfKind(design, 'transit-gateway-route-table').find((one) => one.transitGateway === gateway)
  if (!table) return []
  const fields = {
    associations: [...table.associations, attachment],
    ...(propagates && { propagations: [...table.propagations, attachment] }),
  }
  return [{ kind: 'change', of: 'transit-gateway-route-table', id: table.id, fields }]
}
