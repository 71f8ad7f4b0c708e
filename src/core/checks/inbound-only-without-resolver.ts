import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide and S3 user guide, private DNS for inbound resolver endpoints only. */
export const inboundOnlyWithoutResolver: Check = {
  id: 'inbound-only-without-resolver',
  severity: 'advice',
  title: 'Private DNS that nobody is answered by',
  why: 'With private DNS for inbound resolver endpoints only, the endpoint’s addresses are given to those who ask through one. Without an inbound endpoint in the VPC nobody does.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html',
  *find({ design }) {
    const inbound = new Set(
      listOfKind(design, 'resolver-endpoint').flatMap(({ direction, vpc }) => (direction === 'inbound' ? vpc : [])),
    )
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const { id, vpc, privateDns, privateDnsOnlyForInboundResolver } = endpoint
      if (!privateDns || !privateDnsOnlyForInboundResolver || !lives(endpoint) || inbound.has(vpc)) continue
      yield {
        at: [place(id, 'privateDnsOnlyForInboundResolver'), place(vpc)],
        message: `The ${called(design, id)} answers for inbound resolver endpoints only, and the ${called(design, vpc)} has none.`,
        fixes: [
          {
            title: 'Answer clients in the VPC too: they then use, and pay for, the interface endpoint',
            safety: 'review',
            edits: [change('interface-endpoint', id, { privateDnsOnlyForInboundResolver: false })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (withResolver: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = ['us-east-1a', 'us-east-1b'].map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
    b.interfaceEndpoint(vpc, 's3', { subnets, privateDnsOnlyForInboundResolver: true })
    if (withResolver) b.resolverEndpoint('inbound', subnets)
  })
