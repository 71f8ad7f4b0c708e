import { drawnInterfaces, measureDrawing } from '../../../core/layout/index.ts'
import { type ConstructId, connectionsOf, type Design, definitions } from '../../../core/model/index.ts'
import type { Ground } from './highlightsFor.ts'

/** What the path of a request needs to know of this design's drawing. */
export function createGround(design: Design): Ground {
  const services = new Map<ConstructId, ConstructId>()
  for (const { from, to, kind } of connectionsOf(design))
    if (kind === 'endpoint-service' && !services.has(from)) services.set(from, to)
  return {
    isContainer: (id) => id in design.constructs && definitions[design.constructs[id]!.kind].container,
    parentOf: (id) => measureDrawing(design).get(id)?.parent ?? null,
    hasChip: (subnet, owner) =>
      drawnInterfaces(design)
        .get(subnet)
        ?.some((chip) => chip.owner === owner) ?? false,
    serviceOf: (endpoint) => services.get(endpoint) ?? null,
  }
}
