import { hexOf } from '../../base/hash.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import type { EndpointServiceNet, InspectionNet, LoadBalancerNet, TopologyGap } from '../topology.ts'
import { zoneKey } from '../zoneKey.ts'
import { addGap, type Building, type EndpointServiceBuild, type Lower } from './building.ts'

/** Endpoint services: their names, and the zones in which their load balancers have a node. Source: AWS PrivateLink guide, endpoint services. */
export const lowerEndpointServices: Lower<'endpoint-service'> = (building, services) => {
  const regions = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  for (const service of services) {
    const regionCode = regions.get(service.region) ?? ''
    const { balancers, gap } = balancersOf(building, service)
    const net: EndpointServiceBuild = {
      id: service.id,
      regionCode,
      accountId: service.account,
      name: `com.amazonaws.vpce.${regionCode}.${service.serviceId ?? `vpce-svc-0${hexOf(service.id, 16)}`}`,
      balancers,
      available: service.state === 'available',
      zoneIds: new Set(),
      privateDnsName: service.privateDnsName,
      verified: service.domainVerification === 'verified',
      supportedRegions: [...service.supportedRegions],
      gap,
      resource: null,
    }
    for (const { enis } of net.balancers) for (const { subnet } of enis) net.zoneIds.add(zoneKey(subnet))
    building.endpointServices.set(service.id, net)
  }
}

function balancersOf(
  building: Building,
  { id, loadBalancers }: ConstructOf<'endpoint-service'>,
): { balancers: LoadBalancerNet[]; gap: TopologyGap | null } {
  let gap: TopologyGap | null = null
  const balancers = loadBalancers.flatMap((name, index) => {
    const balancer = building.balancers.get(name)
    const at = { construct: id, path: ['loadBalancers', index] }
    gap ??= balancer ? balancer.gap : addGap(building, 'dangling-reference', at, `no load balancer “${name}”`)
    return balancer ? [balancer as LoadBalancerNet] : []
  })
  return { balancers, gap }
}

/** Endpoints of Gateway Load Balancers: what stands behind their interface. */
export const lowerInspections: Lower<'gateway-load-balancer-endpoint'> = (building, endpoints) => {
  for (const endpoint of endpoints) {
    const eni = building.enisOf.get(endpoint.id)?.[0]
    if (!eni) continue
    const provider = findService(building, endpoint.endpointService, endpoint.service)
    const gap = provider ? null : missingService(building, endpoint)
    const net: InspectionNet = { id: endpoint.id, state: endpoint.state, eni, provider, firewall: null, gap }
    eni.inspection = net
  }
}

/** The drawn service that an endpoint leads to: the one it names, or one whose name it gives. */
function findService(building: Building, id: string | null, name: string): EndpointServiceNet | null {
  const named = id === null ? undefined : building.endpointServices.get(id)
  if (named) return named as EndpointServiceNet
  for (const service of building.endpointServices.values())
    if (service.name === name) return service as EndpointServiceNet
  return null
}

const missingService = (
  building: Building,
  { id, service, endpointService }: ConstructOf<'gateway-load-balancer-endpoint'>,
): TopologyGap =>
  endpointService === null
    ? {
        code: 'dangling-reference',
        at: { construct: id, path: ['service'] },
        message: `what stands behind “${service}” is not in the design`,
      }
    : addGap(
        building,
        'dangling-reference',
        { construct: id, path: ['endpointService'] },
        `no endpoint service “${endpointService}”`,
      )
