import { type ConstructId, type Design, listOfKind, vpcOf } from '../../model/index.ts'
import type { EndpointServiceNet, Eni, Topology } from '../../topology/topology.ts'
import { lives } from './endpointLife.ts'

/** An endpoint that leads to a drawn endpoint service. */
export interface Consumer {
  readonly id: ConstructId
  readonly kind: 'interface-endpoint' | 'gateway-load-balancer-endpoint'
  readonly vpc: ConstructId
  readonly provider: EndpointServiceNet
  readonly enis: readonly Eni[]
}

/** Every endpoint of a drawn service that is there, or waits to be. */
export function* consumersIn(design: Design, topology: Topology): Iterable<Consumer> {
  for (const endpoint of listOfKind(design, 'interface-endpoint')) {
    const net = topology.endpoints.get(endpoint.id)
    if (net?.provider && lives(endpoint))
      yield { id: endpoint.id, kind: endpoint.kind, vpc: endpoint.vpc, provider: net.provider, enis: net.enis }
  }
  for (const endpoint of listOfKind(design, 'gateway-load-balancer-endpoint')) {
    const eni = topology.enisOf.get(endpoint.id)?.[0]
    const vpc = vpcOf(design, endpoint.id)?.id
    if (eni?.inspection?.provider && vpc !== undefined && lives(endpoint))
      yield { id: endpoint.id, kind: endpoint.kind, vpc, provider: eni.inspection.provider, enis: [eni] }
  }
}
