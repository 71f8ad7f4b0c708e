import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { Edit } from '../model/edit.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, internet gateways. */
export const oneInternetGatewayPerVpc: Check = {
  id: 'one-internet-gateway-per-vpc',
  severity: 'error',
  title: 'Second internet gateway in a VPC',
  why: 'A VPC has one internet gateway attached, or none.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *find({ design }) {
    const byVpc = groupBy(listOfKind(design, 'internet-gateway'), (gateway) => gateway.vpc)
    if (![...byVpc.values()].some((gateways) => gateways.length > 1)) return
    const users = tablesByTarget(design)
    for (const [vpc, [first, ...others]] of byVpc)
      for (const other of others)
        yield {
          at: [place(other.id, 'vpc'), place(first!.id, 'vpc')],
          message: `The ${called(design, vpc)} already has the ${called(design, first!.id)}; the ${called(design, other.id)} cannot be attached too.`,
          awsError: 'InvalidParameterValue: Network vpc-… already has an internet gateway attached',
          fixes: [
            {
              title: `Remove the ${called(design, other.id)} and point its routes at the ${called(design, first!.id)}`,
              safety: 'review',
              edits: [{ kind: 'remove', id: other.id }, ...retarget(users.get(other.id) ?? [], other.id, first!.id)],
            },
          ],
        }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const retarget = (tables: readonly ConstructOf<'route-table'>[], from: string, to: string): readonly Edit[] =>
  tables.map((table) =>
    change('route-table', table.id, {
      routes: table.routes.map((route) => (route.target === from ? { ...route, target: to } : route)),
    }),
  )

function tablesByTarget(design: Design): ReadonlyMap<string, readonly ConstructOf<'route-table'>[]> {
  const uses = listOfKind(design, 'route-table').flatMap((table) =>
    [...new Set(table.routes.map((route) => route.target))].map((target) => ({ table, target })),
  )
  const groups = groupBy(uses, (use) => use.target)
  return new Map([...groups].map(([target, group]) => [target, group.map((use) => use.table)]))
}

const example = (second: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const first = b.internetGateway(vpc, { id: 'igw-a' })
    const used = second ? b.internetGateway(vpc, { id: 'igw-b' }) : first
    b.mainTable(vpc, [['0.0.0.0/0', used]])
  })
