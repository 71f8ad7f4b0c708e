import type { ConstructId, ConstructOf } from '../../../model/kinds/registry.ts'
import type { Building, Wanted } from '../building.ts'
import { createEni, familiesOf, findGroups, findSubnet, lowerWanted } from '../lowerInterfaces.ts'
import { resourcesOf } from './resourcesOf.ts'

/** Interfaces of resource gateways: what comes out of them carries their addresses. Source: VPC Lattice guide, resource gateways. */
export const lowerResourceGateways = lowerWanted<'resource-gateway'>((building, gateway) =>
  interfacesOf(building, gateway, 'resource-gateway', null),
)

/** Interfaces of resource endpoints: one a subnet, for each resource. */
export const lowerResourceEndpointInterfaces = lowerWanted<'resource-endpoint'>((building, endpoint) => {
  const { resourceConfiguration } = endpoint
  const drawn = resourceConfiguration === null ? [] : resourcesOf(building, resourceConfiguration)
  return (drawn.length > 0 ? drawn.map(({ id }) => id) : [null]).flatMap((resource) =>
    interfacesOf(building, endpoint, 'endpoint', resource),
  )
})

/** Interfaces of service network endpoints: each resource of the network has an address of its own in each zone. Source: AWS PrivateLink guide, access a service network. */
export const lowerServiceNetworkInterfaces = lowerWanted<'service-network-endpoint'>((building, endpoint) =>
  resourcesIn(building, endpoint.serviceNetwork).flatMap(({ id }) => interfacesOf(building, endpoint, 'endpoint', id)),
)

/** The resources of a service network, those of its groups one by one. */
export function resourcesIn(building: Building, id: ConstructId | null) {
  const network = building.byKind['service-network'].find((one) => one.id === id)
  return (network?.resources ?? []).flatMap(({ configuration, privateDns, dnsName }) =>
    resourcesOf(building, configuration).map((one) => ({
      id: one.id,
      privateDns,
      // of a group each member has a name of its own
      dnsName: one.id === configuration ? dnsName : null,
    })),
  )
}

type InSubnets = Pick<ConstructOf<'resource-gateway'>, 'id' | 'subnets' | 'securityGroups' | 'ipAddressType'>

function interfacesOf(
  building: Building,
  { id, subnets, securityGroups, ipAddressType }: InSubnets,
  role: 'endpoint' | 'resource-gateway',
  resource: ConstructId | null,
): Wanted[] {
  return subnets.flatMap((name, index) => {
    const path = ['subnets', index]
    const subnet = findSubnet(building, name, { construct: id, path })
    if (!subnet) {
      building.lostInterfaces.set(id, building.gaps.at(-1)!)
      return []
    }
    const groups = findGroups(building, securityGroups, subnet, { construct: id, path: ['securityGroups'] })
    const eni = { ...createEni({ construct: id, path }, role, subnet, groups), leadsTo: resource }
    const key = [id, subnet.id, ...(resource === null ? [] : [resource])].join('#')
    return [{ eni, ...familiesOf(ipAddressType, null, null), publicIp: null, path, key }]
  })
}
