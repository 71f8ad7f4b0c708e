import { findService } from '../aws/findService.ts'
import { groupBy } from '../base/groupBy.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { SubnetNet, Topology } from '../topology/topology.ts'
import type { Check } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints, routing: main and custom tables are associated one by one. */
export const subnetMissesGatewayEndpoint: Check = {
  id: 'subnet-misses-gateway-endpoint',
  severity: 'advice',
  title: 'Clients that a gateway endpoint does not serve',
  why: 'A gateway endpoint serves the subnets whose route table it is associated with. The others reach the service over NAT or the internet gateway, or not at all.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *find({ design, topology, catalogue }) {
    const endpoints = listOfKind(design, 'gateway-endpoint').filter(
      (one) => one.routeTables.length > 0 && findService(catalogue, one.service)?.entry.types.includes('gateway'),
    )
    if (endpoints.length === 0) return
    const clientSubnets = groupBy(subnetsWithClients(topology), (subnet) => subnet.vpc.id)
    for (const sameService of groupBy(endpoints, (one) => `${one.vpc} ${one.service}`).values()) {
      const { id, vpc, service, routeTables } = sameService[0]!
      const served = new Set(sameService.flatMap((one) => one.routeTables))
      const missed = (clientSubnets.get(vpc) ?? []).filter(({ table }) => table.id === null || !served.has(table.id))
      for (const subnets of groupBy(missed, ({ table }) => table.id ?? '').values()) {
        const table = subnets[0]!.table.id
        const ids = subnets.map((subnet) => subnet.id)
        const [first = '', ...others] = ids
        const by = table === null ? 'the VPC’s main route table, which is not drawn' : `the ${called(design, table)}`
        yield {
          at: [
            place(table ?? first),
            place(id, 'routeTables'),
            ...(table === null ? others : ids).map((one) => place(one)),
          ],
          message: `Clients in ${calledAll(design, ids)} do not use the ${called(design, id)}: they go by ${by}, which has no route to ${service}.`,
          fixes:
            table === null || constructOfKind(design, table, 'route-table')?.vpc !== vpc
              ? []
              : [
                  {
                    title: `Associate the ${called(design, id)} with the ${called(design, table)}; open connections to the service are cut`,
                    safety: 'review',
                    edits: [change('gateway-endpoint', id, { routeTables: withTable(routeTables, table) })],
                  },
                ],
        }
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const withTable = (tables: ConstructOf<'gateway-endpoint'>['routeTables'], table: string) => [...tables, table]

function subnetsWithClients(topology: Topology): readonly SubnetNet[] {
  const found = new Set<SubnetNet>()
  for (const enis of topology.enisOf.values()) for (const eni of enis) if (eni.role === 'client') found.add(eni.subnet)
  return [...found]
}

const example = (both: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const web = b.subnet(vpc, { id: 'web', cidr: '10.0.1.0/24' })
    const data = b.subnet(vpc, { id: 'data', cidr: '10.0.2.0/24' })
    b.ec2(web)
    b.ec2(data)
    const tables = [
      b.mainTable(vpc, [], { id: 'rtb-main' }),
      b.routeTable(vpc, [], { id: 'rtb-data', subnets: [data] }),
    ]
    b.gatewayEndpoint(vpc, 's3', { routeTables: both ? tables : tables.slice(0, 1) })
  })
