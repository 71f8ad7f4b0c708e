import { constructOfKind, vpcOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, route tables. */
export const routeTableOfOtherVpc: Check = {
  id: 'route-table-of-other-vpc',
  severity: 'error',
  title: 'Route table of another VPC',
  why: 'A route table serves only subnets, and takes only gateway endpoints, of its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    const judge = function* (
      at: Sighting['at'][0],
      table: string | null,
      vpc: string | undefined,
      fix: () => NonNullable<Sighting['fixes']>[number],
    ) {
      const tableVpc = table === null ? undefined : constructOfKind(design, table, 'route-table')?.vpc
      if (table === null || tableVpc === undefined || vpc === undefined || tableVpc === vpc) return
      yield {
        at: [at, place(table, 'vpc')],
        message: `The ${called(design, at.construct)} uses the ${called(design, table)}, which belongs to the ${called(design, tableVpc)} and not to the ${called(design, vpc)}.`,
        fixes: [fix()],
      } satisfies Sighting
    }
    for (const { id, routeTable } of ofKind(design, 'subnet'))
      yield* judge(place(id, 'routeTable'), routeTable, vpcOf(design, id)?.id, () => ({
        title: 'Use the main route table of its own VPC',
        safety: 'review',
        edits: [change('subnet', id, { routeTable: null })],
      }))
    for (const { id, mainRouteTable } of ofKind(design, 'vpc'))
      yield* judge(place(id, 'mainRouteTable'), mainRouteTable, id, () => ({
        title: 'Leave the main route table undrawn: local routes only',
        safety: 'review',
        edits: [change('vpc', id, { mainRouteTable: null })],
      }))
    for (const { id, vpc, routeTables } of ofKind(design, 'gateway-endpoint'))
      for (const [i, table] of routeTables.entries())
        yield* judge(place(id, 'routeTables', i), table, vpc, () => ({
          title: 'Take the table off the endpoint',
          safety: 'review',
          edits: [change('gateway-endpoint', id, { routeTables: routeTables.toSpliced(i, 1) })],
        }))
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (tableVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a' })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })
    b.routeTable(tableVpc, [], { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
