import { type Construct, type ConstructOf, constructAt, type Design, vpcOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { destinationText } from './parts/destinationText.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, route tables; the refusal is that of CreateRoute. */
export const routeTargetNotAttached: Check = {
  id: 'route-target-not-attached',
  severity: 'error',
  title: 'Route to a gateway of another VPC',
  why: 'A route table can point only at gateways that lie in, or are attached to, its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    for (const table of ofKind(design, 'route-table'))
      for (const [i, { target, destination }] of table.routes.entries()) {
        const construct = constructAt(design, target)
        if (construct?.kind !== 'internet-gateway' && construct?.kind !== 'nat-gateway') continue
        const vpc = vpcOf(design, target)?.id
        if (vpc === undefined || vpc === table.vpc) continue
        yield {
          at: [place(table.id, 'routes', i), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)}, for ${destinationText(destination)}, points at the ${called(design, target)}, which belongs to the ${called(design, vpc)} and not to the ${called(design, table.vpc)}.`,
          ...(construct.kind === 'internet-gateway'
            ? {
                awsError:
                  'InvalidParameterValue: route table rtb-… and network gateway igw-… belong to different networks',
              }
            : {}),
          fixes: [...pointAtOwnGateway(design, table, i, construct), deleteRoute(table, i)],
        }
      }
  },
  examples: { bad: () => example('igw-b'), good: () => example('igw-a') },
}

const deleteRoute = (table: ConstructOf<'route-table'>, index: number): Fix => ({
  title: 'Delete the route',
  safety: 'review',
  edits: [change('route-table', table.id, { routes: table.routes.toSpliced(index, 1) })],
})

/** The VPC's own gateway of that kind, where it has exactly one. */
function pointAtOwnGateway(
  design: Design,
  table: ConstructOf<'route-table'>,
  index: number,
  target: Construct,
): readonly Fix[] {
  const own = ofKind(design, target.kind).filter(({ id }) => vpcOf(design, id)?.id === table.vpc)
  if (own.length !== 1) return []
  const routes = table.routes.with(index, { ...table.routes[index]!, target: own[0]!.id })
  const title = `Point it at the ${called(design, own[0]!.id)}`
  return [{ title, safety: 'review', edits: [change('route-table', table.id, { routes })] }]
}

const example = (target: string) =>
  buildDesign((b) => {
    const [first, second] = [b.vpc({ id: 'vpc-a' }), b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'] })]
    b.internetGateway(first, { id: 'igw-a' })
    b.internetGateway(second, { id: 'igw-b' })
    b.mainTable(first, [['0.0.0.0/0', target]])
  })
