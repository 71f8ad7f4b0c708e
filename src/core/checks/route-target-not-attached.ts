import { constructAt, listOfKind, vpcOf } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import type { ConstructKind } from '../model/kinds/kindNames.ts'
import type { Construct, ConstructOf } from '../model/kinds/registry.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called, calledAll } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createReachFinder } from './parts/createReachFinder.ts'
import { deleteRoute } from './parts/deleteRoute.ts'
import { destinationText } from './parts/destinationText.ts'
import { place } from './parts/place.ts'

/** AWS's refusals in CreateRoute, where they are known. */
const REFUSALS: { readonly [kind in ConstructKind]?: string } = {
  'internet-gateway': 'InvalidParameterValue: route table rtb-… and network gateway igw-… belong to different networks',
  'virtual-private-gateway':
    'InvalidParameterValue: route table rtb-… and network gateway vgw-… belong to different networks',
  client: 'InvalidParameterValue: route table rtb-… and interface eni-… belong to different networks',
  'transit-gateway': "InvalidTransitGatewayID.NotFound: The transitGateway ID 'tgw-…' does not exist.",
}

/** Source: VPC guide, route tables; the refusals are those of CreateRoute. */
export const routeTargetNotAttached: Check = {
  id: 'route-target-not-attached',
  severity: 'error',
  title: 'Route to a gateway of another VPC',
  why: 'A route table can point only at what lies in, or is attached to, its own VPC: its gateways, interfaces and endpoints, its peering connections, and transit gateways that it has an attachment to.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
  *find({ design }) {
    const reachOf = createReachFinder(design)
    for (const table of listOfKind(design, 'route-table')) {
      for (const [i, { target, destination }] of table.routes.entries()) {
        const construct = constructAt(design, target)
        const reach = construct && reachOf(construct)
        if (!construct || !reach || reach.includes(table.vpc)) continue
        // what AWS itself puts into tables is the check `endpoint-as-route-target`’s
        if (construct.kind === 'gateway-endpoint' || construct.kind === 'interface-endpoint') continue
        const whose =
          construct.kind === 'transit-gateway'
            ? `to which the ${called(design, table.vpc)} has no attachment`
            : `which belongs to ${calledAll(design, reach)} and not to the ${called(design, table.vpc)}`
        const refusal = REFUSALS[construct.kind]
        yield {
          at: [place(table.id, 'routes', i), place(target)],
          message: `Route ${i + 1} of the ${called(design, table.id)}, for ${destinationText(destination)}, points at the ${called(design, target)}, ${whose}.`,
          ...(refusal === undefined ? {} : { awsError: refusal }),
          fixes: [...pointAtOwnGateway(design, table, i, construct), deleteRoute(table, i)],
        }
      }
      for (const [i, gateway] of table.propagatingGateways.entries()) {
        const vpc = vpcOf(design, gateway)?.id
        if (vpc === undefined || vpc === table.vpc) continue
        const propagatingGateways = table.propagatingGateways.toSpliced(i, 1)
        yield {
          at: [place(table.id, 'propagatingGateways', i), place(gateway)],
          message: `The ${called(design, table.id)} takes routes of the ${called(design, gateway)}, which belongs to the ${called(design, vpc)} and not to the ${called(design, table.vpc)}.`,
          fixes: [
            {
              title: 'Stop the propagation',
              safety: 'safe',
              edits: [change('route-table', table.id, { propagatingGateways })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('igw-b'), good: () => example('igw-a') },
}

/** The VPC's own gateway of that kind, where it has exactly one. */
function pointAtOwnGateway(
  design: Design,
  table: ConstructOf<'route-table'>,
  index: number,
  { kind }: Construct,
): readonly Fix[] {
  if (kind === 'client') return []
  const own = listOfKind(design, kind).filter(({ id }) => vpcOf(design, id)?.id === table.vpc)
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
