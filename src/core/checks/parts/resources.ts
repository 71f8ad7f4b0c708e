import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import type { Address } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import type { PortRange } from '../../net/ports.ts'
import { type Eni, type FilterEntry, PROTOCOL, type ResourceNet, type Topology } from '../../topology/topology.ts'

/** A resource configuration whose resource is one drawn interface, or an address, with one of its port ranges. */
interface OneResource {
  readonly id: ConstructId
  readonly gateway: ConstructId
  readonly nodes: readonly Eni[]
  readonly eni: Eni | null
  readonly address: Address
  readonly ports: PortRange
}

/** Every resource of VPC Lattice whose address is known, once for each of its port ranges. */
export function* resourcesIn(topology: Topology): Iterable<OneResource> {
  for (const { id, resource } of topology.endpointServices.values()) {
    const address = resource && addressOf(resource)
    if (!resource?.gateway || address == null || resource.nodes.length === 0) continue
    for (const ports of resource.ports ?? [])
      yield { id, gateway: resource.gateway, nodes: resource.nodes, eni: resource.eni, address, ports }
  }
}

const addressOf = ({ eni, address }: ResourceNet): Address | null => address ?? eni?.address ?? eni?.address6 ?? null

/** Whether the groups let some of the ports through to or from an address, which `eni` has where one is drawn. */
export const passes = (
  { groups }: Eni,
  direction: 'ingress' | 'egress',
  ports: PortRange,
  address: Address,
  eni: Eni | null,
): boolean =>
  groups.length === 0 ||
  groups.some(
    (group) =>
      // what cannot be read may let it through
      group.gap !== null ||
      group.unread.length > 0 ||
      group[direction].some((entry) => isFor(entry, ports) && matches(entry, address, eni)),
  )

const isFor = ({ protocol, from, to }: FilterEntry, ports: PortRange): boolean =>
  protocol === PROTOCOL.all || (protocol === PROTOCOL.tcp && from <= ports.to && to >= ports.from)

const matches = (entry: FilterEntry, address: Address, eni: Eni | null): boolean =>
  entry.blocks.some((block) => contains(block, address)) || (eni !== null && (entry.group?.members.has(eni) ?? false))

/** An application and a database in two VPCs, joined by a resource endpoint, for the examples of checks. */
export const resourceExample = ({
  zones = ['us-east-1a'],
  gatewayTo = '10.2.0.0/16',
  admitted = '10.2.0.0/16',
  beside = false,
  spare,
}: {
  readonly zones?: readonly string[]
  readonly gatewayTo?: string
  readonly admitted?: string
  readonly beside?: boolean
  /** A further zone of the database's VPC, in which nothing stands. */
  readonly spare?: string
}): Design =>
  buildDesign((b) => {
    const apps = b.vpc({ cidrs: ['10.1.0.0/16'] })
    const data = b.vpc({ cidrs: ['10.2.0.0/16'] })
    const near = b.subnet(apps, { cidr: '10.1.1.0/24', zone: b.zone(apps, 'us-east-1a') })
    const far = zones.map((zone, i) => b.subnet(data, { cidr: `10.2.${i}.0/24`, zone: b.zone(data, zone) }))
    if (spare) b.subnet(data, { cidr: '10.2.9.0/24', zone: b.zone(data, spare) })
    const db = b.ec2(far[0]!, { securityGroups: [b.securityGroup(data, { ingress: [['tcp', 5432, admitted]] })] })
    const group = b.securityGroup(data, { egress: [['tcp', 5432, gatewayTo]] })
    const resourceGateway = b.resourceGateway(data, { subnets: far, securityGroups: [group] })
    const resourceConfiguration = b.resourceConfiguration({
      resourceGateway,
      resource: db,
      ports: [{ from: 5432, to: 5432 }],
    })
    const client = {
      id: 'app',
      securityGroups: [b.securityGroup(apps, { id: 'apps', ingress: [['tcp', 5432, '10.1.0.0/16']] })],
    }
    b.ec2(near, client)
    b.resourceEndpoint(beside ? data : apps, {
      id: 'db-endpoint',
      resourceConfiguration,
      subnets: beside ? [far[0]!] : [near],
      ...(!beside && { securityGroups: client.securityGroups }),
    })
  })
