import { constructOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId } from '../model/kinds/registry.ts'
import type { Eni, Topology } from '../topology/topology.ts'
import { zoneKey } from '../topology/zoneKey.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { resourceExample } from './parts/resources.ts'

/** Source: VPC Lattice guide, resource gateways, considerations. */
export const resourceGatewayLacksZone: Check = {
  id: 'resource-gateway-lacks-zone',
  severity: 'warning',
  title: 'Endpoint in a zone that the resource gateway is not in',
  why: 'An endpoint’s interface reaches a resource through the resource gateway’s interface in its own zone, by zone ID. One zone at least must be common to both.',
  learnMore: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/resource-gateway.html',
  *find({ design, topology }) {
    for (const { id, enis, provider } of topology.endpoints.values()) {
      const { resource } = provider ?? {}
      if (!resource?.gateway || resource.nodes.length === 0) continue
      const zones = new Set(resource.nodes.map(({ subnet }) => zoneKey(subnet)))
      for (const { subnet, origin } of enis)
        if (!subnet.virtual && !zones.has(zoneKey(subnet)))
          yield {
            at: [origin, place(resource.gateway, 'subnets')],
            message: `The ${called(design, id)} has an interface in ${zoneKey(subnet)}, where the ${called(design, resource.gateway)} has none; it is in ${[...zones].toSorted().join(', ')}. What is sent to that interface is lost.`,
            fixes: reachZone(design, resource.gateway, resource.nodes, zoneKey(subnet), topology),
          }
    }
  },
  examples: {
    bad: () => resourceExample({ zones: ['us-east-1b'], spare: 'us-east-1a' }),
    good: () => resourceExample({ zones: ['us-east-1a', 'us-east-1b'] }),
  },
}

/** A subnet of the zone in the gateway's own VPC, where there is one. */
function reachZone(
  design: Design,
  id: ConstructId,
  [node]: readonly Eni[],
  zone: string,
  { subnets }: Topology,
): readonly Fix[] {
  const gateway = constructOfKind(design, id, 'resource-gateway')
  const subnet = [...subnets.values()].find((one) => one.vpc === node?.subnet.vpc && zoneKey(one) === zone)
  if (!gateway || !subnet) return []
  return [
    {
      title: `Add the ${called(design, subnet.id)} to the ${called(design, id)}`,
      safety: 'review',
      edits: [change('resource-gateway', id, { subnets: [...gateway.subnets, subnet.id] })],
    },
  ]
}
