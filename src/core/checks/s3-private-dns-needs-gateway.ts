import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { createConstruct } from '../model/kinds/createConstruct.ts'
import type { ConstructOf } from '../model/kinds/registry.ts'
import { newId } from '../model/newId.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check, Fix } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'

/** Source: S3 user guide, private DNS of interface endpoints; refusal as quoted in terraform-provider-aws issue 33689. */
export const s3PrivateDnsNeedsGateway: Check = {
  id: 's3-private-dns-needs-gateway',
  severity: 'error',
  title: 'Inbound-only private DNS without a gateway endpoint',
  why: 'With private DNS for the inbound resolver endpoint only, clients in the VPC keep the public answers. AWS insists on a gateway endpoint, so that they still have a private way.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html',
  *find({ design }) {
    const gateways = new Set(
      listOfKind(design, 'gateway-endpoint')
        .filter(lives)
        .map((one) => `${one.vpc} ${one.service}`),
    )
    const freeId = once(() => newId(design, 'gateway-endpoint'))
    const tables = once(() => groupBy(listOfKind(design, 'route-table'), (table) => table.vpc))
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      if (!endpoint.privateDns || !endpoint.privateDnsOnlyForInboundResolver || !lives(endpoint)) continue
      if (gateways.has(`${endpoint.vpc} ${endpoint.service}`)) continue
      yield {
        at: [place(endpoint.id, 'privateDnsOnlyForInboundResolver')],
        message: `The ${called(design, endpoint.id)} answers for the inbound resolver endpoint only, but the ${called(design, endpoint.vpc)} has no gateway endpoint for ${endpoint.service}.`,
        awsError:
          'InvalidParameter: To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC vpc-… must have a Gateway endpoint for the service.',
        fixes: [
          ...addGateway(endpoint, freeId, tables().get(endpoint.vpc) ?? []),
          {
            title: 'Answer clients in the VPC too: they then use, and pay for, the interface endpoint',
            safety: 'review',
            edits: [change('interface-endpoint', endpoint.id, { privateDnsOnlyForInboundResolver: false })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

function addGateway(
  { vpc, service }: ConstructOf<'interface-endpoint'>,
  freeId: () => string,
  tables: readonly ConstructOf<'route-table'>[],
): readonly Fix[] {
  if (!service.endsWith('.s3')) return [] // no other service has both endpoint types and private DNS
  const id = freeId()
  const blank = createConstruct('gateway-endpoint', id, id, vpc)
  // tables of gateways take no endpoint routes
  const routeTables = tables.filter(({ edgeOf }) => edgeOf === null).map((one) => one.id)
  const construct = { ...blank, service, routeTables }
  return [
    {
      title: 'Add an S3 gateway endpoint to the VPC’s route tables',
      safety: 'review',
      edits: [{ kind: 'add', construct }],
    },
  ]
}

const example = (withGateway: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const table = b.mainTable(vpc)
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    b.interfaceEndpoint(vpc, 's3', { subnets, privateDnsOnlyForInboundResolver: true })
    if (withGateway) b.gatewayEndpoint(vpc, 's3', { routeTables: [table] })
  })
