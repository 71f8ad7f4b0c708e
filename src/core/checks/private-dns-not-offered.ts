import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { awsServiceOf } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: DynamoDB developer guide, considerations for AWS PrivateLink; refusal as quoted in aws-cdk issue 29547 and others. */
export const privateDnsNotOffered: Check = {
  id: 'private-dns-not-offered',
  severity: 'error',
  title: 'Private DNS for a service that has none',
  why: 'Some services offer no private DNS on interface endpoints, and those of others have it only where their owner gave them a private name. Their clients ask for the endpoint’s own names, and the usual name leads elsewhere.',
  learnMore: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-interface-endpoints.html',
  *find({ design, topology, catalogue }) {
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const provider = topology.endpoints.get(endpoint.id)?.provider
      const offersNone = provider
        ? provider.privateDnsName === null
        : awsServiceOf({ catalogue }, endpoint)?.entry.privateDns === 'none'
      if (!endpoint.privateDns || !offersNone) continue
      const service = provider ? provider.name : endpoint.service
      yield {
        at: [place(endpoint.id, 'privateDns')],
        message: `The ${called(design, endpoint.id)} has private DNS on, which ${provider ? `the ${called(design, provider.id)}` : service} does not offer.`,
        awsError: `InvalidParameter: Private DNS can't be enabled because the service ${service} does not provide a private DNS name.`,
        fixes: [
          {
            title: 'Turn private DNS off',
            safety: 'safe',
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
    b.interfaceEndpoint(vpc, 'dynamodb', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })], privateDns })
  })
