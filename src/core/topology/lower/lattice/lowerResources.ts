import { constructOfKind } from '../../../model/containment.ts'
import { parseAddress } from '../../../net/address.ts'
import type { Origin } from '../../origin.ts'
import type { Eni, LoadBalancerNet, ResourceNet, TopologyGap } from '../../topology.ts'
import { addGap, type Building, type Lower } from '../building.ts'
import type { Configuration } from './resourcesOf.ts'

/** Resource configurations, each a service that endpoints lead to. Source: VPC Lattice guide, resource configurations. */
export const lowerResources: Lower<'resource-configuration'> = (building, configurations) => {
  const regions = new Map(building.byKind.region.map(({ id, code }) => [id, code]))
  for (const configuration of configurations) {
    const { id, region, account } = configuration
    const resource = resourceOf(building, configuration)
    building.endpointServices.set(id, {
      id,
      regionCode: regions.get(region) ?? '',
      accountId: account,
      name: configuration.configurationId ?? id,
      balancers: [],
      available: true,
      zoneIds: new Set(),
      privateDnsName: domainOf(building, configuration),
      verified: isVerified(building, configuration),
      supportedRegions: [],
      gap: resource.gap,
      resource,
    })
  }
}

/** The group that a configuration is part of. */
const groupOf = ({ design }: Building, { type, group }: Configuration): Configuration | null =>
  type === 'child' && group !== null ? constructOfKind(design, group, 'resource-configuration') : null

/** A child's domain lies below that of its group, and gets no zone where the group has none. Source: VPC Lattice guide, custom domain names. */
const domainOf = (building: Building, one: Configuration): string | null =>
  one.type === 'child' && !groupOf(building, one)?.customDomainName ? null : one.customDomainName

/** The verification of a group's domain counts for those below it. */
const isVerified = (building: Building, one: Configuration): boolean =>
  [one, groupOf(building, one)].some((named) => named?.domainVerification === 'verified')

function resourceOf(building: Building, configuration: Configuration): ResourceNet {
  const { id, resourceGateway, ports } = configuration
  const gateway = resourceGateway ?? groupOf(building, configuration)?.resourceGateway ?? null
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
    if (balancer) return ofBalancer(balancer as LoadBalancerNet, { construct: id, path: ['resource'] })
    const eni = building.enisOf.get(resource)?.[0]
    return eni ? { ...NONE, eni: eni as Eni } : lost('resource', 'dangling-reference', `“${resource}” has no interface`)
  }
  const address = parseAddress(definition)
  if (address !== null) return { ...NONE, address }
  for (const balancer of building.balancers.values())
    if (balancer.dnsName === definition.toLowerCase())
      return ofBalancer(balancer as LoadBalancerNet, { construct: id, path: ['definition'] })
  return type === 'group'
    ? lost('type', 'not-modelled', 'a group of resources is reached by its members')
    : lost('definition', 'not-modelled', `what stands behind “${definition}” is not in the design`)
}

/** By its name, which leads to public addresses where it is internet-facing: those a resource gateway reaches through a NAT gateway. Source: VPC Lattice guide, resource definition. */
function ofBalancer(balancer: LoadBalancerNet, at: Origin): Target {
  const message = 'an internet-facing load balancer as a resource of VPC Lattice'
  const gap = balancer.internetFacing ? ({ code: 'not-modelled', at, message } as const) : balancer.gap
  return { ...NONE, balancer, gap }
}
