import { constructOfKind } from '../../../model/containment.ts'
import { parseAddress } from '../../../net/address.ts'
import type { Eni, LoadBalancerNet, ResourceNet, TopologyGap } from '../../topology.ts'
import { addGap, type Building, type Lower } from '../building.ts'
import type { Configuration } from './resourcesOf.ts'

/** Resource configurations, each a service that endpoints lead to. Source: VPC Lattice guide, resource configurations. */
export const lowerResources: Lower<'resource-configuration'> = (building, configurations) => {
  const regions = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  for (const configuration of configurations) {
    const { id, region, account, customDomainName } = configuration
    const resource = resourceOf(building, configuration)
    building.endpointServices.set(id, {
      id,
      regionCode: regions.get(region) ?? '',
      accountId: account,
      name: configuration.configurationId ?? id,
      balancers: [],
      available: true,
      zoneIds: new Set(),
      privateDnsName: customDomainName,
      verified: isVerified(building, configuration),
      supportedRegions: [],
      gap: resource.gap,
      resource,
    })
  }
}

/** A child's domain lies below that of its group, whose verification counts. */
const isVerified = ({ design }: Building, { type, group, domainVerification }: Configuration): boolean =>
  domainVerification === 'verified' ||
  (type === 'child' &&
    group !== null &&
    constructOfKind(design, group, 'resource-configuration')?.domainVerification === 'verified')

function resourceOf(building: Building, configuration: Configuration): ResourceNet {
  const { id, resourceGateway: own, group, ports, type } = configuration
  const of = group === null ? null : constructOfKind(building.design, group, 'resource-configuration')
  const gateway = own ?? (type === 'child' ? (of?.resourceGateway ?? null) : null)
  const nodes = gateway === null ? [] : ((building.enisOf.get(gateway) ?? []) as readonly Eni[])
  const undrawn = nodes.length === 0 ? withoutGateway(building, id, gateway) : null
  const found = targetOf(building, configuration)
  return { gateway, nodes, ports: ports.length > 0 ? ports : null, ...found, gap: undrawn ?? found.gap }
}

function withoutGateway(building: Building, id: string, gateway: string | null): TopologyGap {
  const at = { construct: id, path: ['resourceGateway'] }
  if (gateway === null) return { code: 'dangling-reference', at, message: 'its resource gateway is not in the design' }
  return (
    building.lostInterfaces.get(gateway) ??
    (constructOfKind(building.design, gateway, 'resource-gateway')
      ? { code: 'dangling-reference', at, message: 'its resource gateway lies in no subnet' }
      : addGap(building, 'dangling-reference', at, `no resource gateway “${gateway}”`))
  )
}

type Target = Pick<ResourceNet, 'eni' | 'balancer' | 'address' | 'gap'>
const NONE: Target = { eni: null, balancer: null, address: null, gap: null }

function targetOf(building: Building, { id, resource, definition, type }: Configuration): Target {
  const lost = (path: string, code: TopologyGap['code'], message: string): Target => ({
    ...NONE,
    gap: { code, at: { construct: id, path: [path] }, message },
  })
  if (resource !== null) {
    const balancer = building.balancers.get(resource)
    if (balancer) return { ...NONE, balancer: balancer as LoadBalancerNet, gap: balancer.gap }
    const eni = building.enisOf.get(resource)?.[0]
    return eni ? { ...NONE, eni: eni as Eni } : lost('resource', 'dangling-reference', `“${resource}” has no interface`)
  }
  const address = parseAddress(definition)
  if (address !== null) return { ...NONE, address }
  for (const balancer of building.balancers.values())
    if (balancer.dnsName === definition.toLowerCase()) return { ...NONE, balancer: balancer as LoadBalancerNet }
  return type === 'group'
    ? lost('type', 'not-modelled', 'a group of resources is reached by its members')
    : lost('definition', 'not-modelled', `what stands behind “${definition}” is not in the design`)
}
