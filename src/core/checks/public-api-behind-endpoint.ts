import { listOfKind, regionOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS re:Post, “HTTP 403 Forbidden when I connect to my API Gateway APIs from a VPC”; API Gateway guide, private REST APIs. */
export const publicApiBehindEndpoint: Check = {
  id: 'public-api-behind-endpoint',
  severity: 'warning',
  title: 'Public API that a VPC asks its endpoint for',
  why: 'Private DNS of an execute-api endpoint answers for every API of the Region, and API Gateway serves private ones alone through it. Clients of the VPC that ask for a Regional or edge-optimised API by its default name are answered 403 Forbidden.',
  learnMore: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html',
  *find({ design, topology }) {
    const apis = listOfKind(design, 'api-gateway-api').filter(
      ({ endpointType, defaultEndpoint }) => endpointType !== 'private' && defaultEndpoint,
    )
    if (apis.length === 0) return
    for (const { id, service, vpc, privateDns } of topology.endpoints.values()) {
      if (!service.endsWith('.execute-api') || privateDns !== 'on') continue
      for (const api of apis) {
        if (regionOf(design, api.id)?.code !== vpc.regionCode) continue
        yield {
          at: [place(api.id, 'endpointType'), place(id, 'privateDns')],
          message: `The ${called(design, api.id)} is no private API, but clients in the ${called(design, vpc.id)} that ask for it by its default name are led to the ${called(design, id)}, which answers 403.`,
          fixes: [
            {
              title: `Turn private DNS off in the ${called(design, id)}: private APIs are then asked for by the names that it gives them`,
              safety: 'review',
              edits: [change('interface-endpoint', id, { privateDns: false })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example('regional'), good: () => example('private') },
}

const example = (endpointType: 'regional' | 'private') =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, 'execute-api', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    b.api('abc123', { endpointType })
  })
