import { groupBy } from '../../base/groupBy.ts'
import { listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { client as sheet } from '../../model/kinds/client.ts'
import type { ConstructId, ConstructOf } from '../../model/kinds/registry.ts'
import type { TableNet, Topology } from '../../topology/topology.ts'

type Client = ConstructOf<'client'>

/** The clients of each VPC that ask for names of their own accord. */
export const askersByVpc = (design: Design): ReadonlyMap<ConstructId, readonly Client[]> =>
  groupBy(
    listOfKind(design, 'client').filter((one) => sheet.asks?.(one)),
    ({ id }) => vpcOf(design, id)?.id ?? null,
  )

/** Clients by the route table that serves their first interface: what lies beyond the VPC they reach alike, so that one speaks for all. */
export const byTable = ({ enisOf }: Topology, clients: readonly Client[]): ReadonlyMap<TableNet, readonly Client[]> =>
  groupBy(clients, ({ id }) => enisOf.get(id)?.[0]?.subnet.table ?? null)

/** One client for each route table. */
export const onePerTable = (topology: Topology, clients: readonly Client[]): readonly Client[] =>
  [...byTable(topology, clients).values()].map(([first]) => first!)
