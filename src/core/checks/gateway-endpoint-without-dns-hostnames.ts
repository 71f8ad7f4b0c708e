import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, gateway endpoints for Amazon S3; its 2022 edition asks for DNS support only. */
export const gatewayEndpointWithoutDnsHostnames: Check = {
  id: 'gateway-endpoint-without-dns-hostnames',
  severity: 'advice',
  title: 'Gateway endpoint without DNS hostnames',
  why: 'AWS’s guide asks for both DNS attributes of the VPC with a gateway endpoint. Public names resolve with DNS support alone, so requests are answered as working; turn the other on to be on the safe side.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  *find({ design }) {
    const endpoints = groupBy(listOfKind(design, 'gateway-endpoint').filter(lives), (endpoint) => endpoint.vpc)
    for (const vpc of listOfKind(design, 'vpc')) {
      const endpoint = endpoints.get(vpc.id)?.[0]
      if (!endpoint || vpc.dnsSupport === false || vpc.dnsHostnames !== false) continue
      yield {
        at: [place(vpc.id, 'dnsHostnames'), place(endpoint.id)],
        message: `The ${called(design, vpc.id)} has the ${called(design, endpoint.id)}, but DNS hostnames are off.`,
        fixes: [
          { title: 'Turn on DNS hostnames', safety: 'safe', edits: [change('vpc', vpc.id, { dnsHostnames: true })] },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (dnsHostnames: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)] })
  })
