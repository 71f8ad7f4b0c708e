import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { awsServiceOf, lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: DynamoDB guide, considerations for AWS PrivateLink; IoT Core guide, VPC endpoints. */
export const endpointUsedByOwnNameOnly: Check = {
  id: 'endpoint-used-by-own-name-only',
  severity: 'advice',
  title: 'Interface endpoint that usual names do not lead to',
  why: 'Some services have interface endpoints without private DNS. Their usual names lead elsewhere; a client uses the endpoint only where it is told the endpoint’s own name.',
  learnMore: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-interface-endpoints.html',
  *find({ design, topology, catalogue }) {
    const gateways = new Set(
      listOfKind(design, 'gateway-endpoint')
        .filter((one) => lives(one) && one.routeTables.length > 0)
        .map(({ vpc, service }) => `${vpc} ${service}`),
    )
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const { id, vpc, service } = endpoint
      const found = lives(endpoint) ? awsServiceOf({ catalogue }, endpoint) : null
      // beside a gateway endpoint the usual name has a private way already
      if (found?.entry.privateDns !== 'none' || gateways.has(`${vpc} ${service}`)) continue
      const name = topology.endpoints.get(id)?.regionalName
      yield {
        at: [place(id, 'service')],
        message: `The ${called(design, id)} has no private DNS to offer: clients must be told to use ${name ?? 'its own name'}.`,
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (withGateway: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const table = b.mainTable(vpc)
    const subnets = [b.subnet(vpc, { cidr: '10.0.1.0/24' })]
    b.interfaceEndpoint(vpc, 'dynamodb', { subnets, privateDns: false })
    if (withGateway) b.gatewayEndpoint(vpc, 'dynamodb', { routeTables: [table] })
  })
