import { constructOfKind, listConstructs } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructId, ConstructOf } from '../model/kinds/registry.ts'
import { createIdSource } from '../model/newId.ts'
import { resolveSource } from '../sim/resolveSource.ts'
import type { Eni, SubnetNet, TableNet, Topology } from '../topology/topology.ts'

/** What endpoints are planned for: the interfaces that ask, all in one VPC, and where the endpoints go. */
export interface Site {
  readonly design: Design
  readonly topology: Topology
  readonly vpc: ConstructOf<'vpc'>
  readonly region: string
  /** Whether Amazon’s resolver answers the VPC, and not servers of one’s own, to which private DNS means nothing. */
  readonly asksAmazon: boolean
  readonly enis: readonly Eni[]
  /** One subnet of each zone that they are in: an endpoint takes no second one. */
  readonly subnets: readonly SubnetNet[]
  readonly tables: readonly TableNet[]
  /** Gives out free ids, each one once. */
  readonly newId: ReturnType<typeof createIdSource>
  /** The name itself where nothing is called so, else one with a number. */
  readonly nameFor: (name: string) => string
}

/** The site of clients of one VPC; null where none of them has an interface there. */
export function siteOf(topology: Topology, clients: readonly ConstructId[]): Site | null {
  const { design } = topology
  const all = clients.flatMap((id) => {
    const source = resolveSource(topology, id)
    return source.kind === 'interfaces' ? source.enis : []
  })
  const net = all[0]?.subnet.vpc
  const vpc = net && constructOfKind(design, net.id, 'vpc')
  if (!vpc) return null
  const enis = all.filter(({ subnet }) => subnet.vpc === net)
  const byZone = new Map<string, SubnetNet>()
  for (const { subnet } of enis) if (!byZone.has(subnet.zoneName)) byZone.set(subnet.zoneName, subnet)
  return {
    design,
    topology,
    vpc,
    region: net.regionCode,
    asksAmazon: net.dnsServers === null,
    enis,
    subnets: [...byZone.values()],
    tables: [...new Set(enis.map(({ subnet }) => subnet.table))],
    newId: createIdSource(design),
    nameFor: createNamer(design),
  }
}

function createNamer(design: Design): (name: string) => string {
  const taken = new Set(listConstructs(design).map(({ name }) => name))
  return (name) => {
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
    taken.add(free)
    return free
  }
}
