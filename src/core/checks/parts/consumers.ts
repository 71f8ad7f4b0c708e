import { listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import type { EndpointServiceNet, Eni, Topology } from '../../topology/topology.ts'

/** An endpoint that leads to a drawn endpoint service. */
export interface Consumer {
  readonly id: ConstructId
  readonly kind: 'interface-endpoint' | 'gateway-load-balancer-endpoint'
  readonly vpc: ConstructId
  readonly provider: EndpointServiceNet
  readonly enis: readonly Eni[]
}

const GONE: ReadonlySet<string> = new Set(['deleting', 'deleted', 'rejected', 'expired'])

/** Every endpoint of a drawn service that is there, waits to be, or could not be made. */
export function* consumersIn(design: Design, topology: Topology): Iterable<Consumer> {
  for (const endpoint of listOfKind(design, 'interface-endpoint')) {
    const net = topology.endpoints.get(endpoint.id)
    if (net?.provider && !GONE.has(endpoint.state))
      yield { id: endpoint.id, kind: endpoint.kind, vpc: endpoint.vpc, provider: net.provider, enis: net.enis }
  }
  for (const endpoint of listOfKind(design, 'gateway-load-balancer-endpoint')) {
    const eni = topology.enisOf.get(endpoint.id)?.[0]
    const vpc = vpcOf(design, endpoint.id)?.id
    if (eni?.inspection?.provider && vpc !== undefined && !GONE.has(endpoint.state))
      yield { id: endpoint.id, kind: endpoint.kind, vpc, provider: eni.inspection.provider, enis: [eni] }
  }
}
