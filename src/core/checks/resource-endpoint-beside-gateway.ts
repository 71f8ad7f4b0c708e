import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { resourceExample } from './parts/resources.ts'

/** Source: AWS PrivateLink guide, access a resource through a resource VPC endpoint. */
export const resourceEndpointBesideGateway: Check = {
  id: 'resource-endpoint-beside-gateway',
  severity: 'error',
  title: 'Resource endpoint in the VPC of its resource',
  why: 'AWS makes no resource endpoint in the VPC that has the resource gateway. Clients there reach the resource itself.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/use-resource-endpoint.html',
  *find({ design, topology }) {
    for (const { id, refusal, vpc, provider } of topology.endpoints.values())
      if (refusal?.check === 'resource-endpoint-beside-gateway')
        yield {
          at: [refusal.at, place(provider!.resource!.gateway!, 'vpc')],
          message: `The ${called(design, id)} stands in the ${called(design, vpc.id)}, where the ${called(design, provider!.resource!.gateway!)} of its resource is.`,
          fixes: [
            {
              title: `Remove the ${called(design, id)}`,
              safety: 'review',
              edits: [{ kind: 'remove', id }],
            },
          ],
        }
  },
  examples: { bad: () => resourceExample({ beside: true }), good: () => resourceExample({}) },
}
