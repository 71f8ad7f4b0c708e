import { drawnInterfaces, measureDrawing } from '../../../core/layout/index.ts'
import {
  type ConstructId,
  connectionsOf,
  constructAt,
  constructOfKind,
  type Design,
  definitions,
  vpcOf,
} from '../../../core/model/index.ts'
import type { Ground } from './highlightsFor.ts'

/** What the path of a request needs to know of this design's drawing. */
export function createGround(design: Design): Ground {
  const services = new Map<ConstructId, ConstructId>()
  for (const { from, to, kind } of connectionsOf(design))
    if (kind === 'endpoint-service' && !services.has(from)) services.set(from, to)
  const joints = jointsOf(design)
  const networkOf = (id: ConstructId): ConstructId | null =>
    constructAt(design, id)?.kind === 'transit-gateway' ? id : (vpcOf(design, id)?.id ?? null)
  const vpnAt = (id: ConstructId) => constructOfKind(design, id, 'vpn-connection')
  return {
    // a transit gateway is a container of tables, but the packet goes through it and not about in it
    isPlace: (id) =>
      id in design.constructs &&
      definitions[design.constructs[id]!.kind].container &&
      design.constructs[id]!.kind !== 'transit-gateway',
    parentOf: (id) => measureDrawing(design).get(id)?.parent ?? null,
    hasChip: (subnet, owner) =>
      drawnInterfaces(design)
        .get(subnet)
        ?.some((chip) => chip.owner === owner) ?? false,
    serviceOf: (endpoint) => services.get(endpoint) ?? null,
    between(from, to) {
      const line = vpnAt(from) ?? vpnAt(to)
      // the trace names lines to networks outside AWS, but not the device that they end at
      if (line)
        return [from, to].some((id) => id === line.gateway || id === line.customerGateway) ? [] : [line.customerGateway]
      const [a, b] = [networkOf(from), networkOf(to)]
      const joint =
        a === b
          ? undefined
          : joints.find(({ ends }) => a !== null && b !== null && ends.includes(a) && ends.includes(b))
      return !joint || joint.id === from || joint.id === to ? [] : [joint.id]
    },
  }
}

/** What joins two networks. */
interface Joint {
  readonly id: ConstructId
  readonly ends: readonly [ConstructId, ConstructId]
}

function jointsOf(design: Design): readonly Joint[] {
  const joints: Joint[] = []
  for (const one of Object.values(design.constructs)) {
    if (one.kind === 'transit-gateway-attachment') joints.push({ id: one.id, ends: [one.vpc, one.transitGateway] })
    if (one.kind === 'transit-gateway-peering') joints.push({ id: one.id, ends: [one.transitGateway, one.peer] })
  }
  return joints
}
