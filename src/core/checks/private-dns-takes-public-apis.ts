import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

const SERVICES = /\.(execute-api|appsync-api)$/

/** Source: API Gateway guide, private APIs, DNS names; AppSync guide, private APIs. */
export const privateDnsTakesPublicApis: Check = {
  id: 'private-dns-takes-public-apis',
  severity: 'advice',
  title: 'Private DNS that takes every API of the Region',
  why: 'Private DNS of an endpoint for API Gateway or AppSync answers for all APIs of the Region. Clients of the VPC that ask for a public API then reach the endpoint and are refused with 403.',
  learnMore: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  *find({ design, topology, catalogue }) {
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const name = awsServiceOf({ catalogue }, endpoint)?.entry.name
      if (!name || !SERVICES.test(name) || topology.endpoints.get(endpoint.id)?.privateDns !== 'on') continue
      yield {
        at: [place(endpoint.id, 'privateDns')],
        message: `The ${called(design, endpoint.id)} answers for every API of ${endpoint.service} in the ${called(design, endpoint.vpc)}, public ones included.`,
        fixes: [
          {
            title: 'Turn private DNS off: clients then use the endpoint’s own names',
            safety: 'review',
            edits: [change('interface-endpoint', endpoint.id, { privateDns: false })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (privateDns: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, 'execute-api', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })], privateDns })
  })
