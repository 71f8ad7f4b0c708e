import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, manage permissions. */
export const serviceOpenToEveryone: Check = {
  id: 'service-open-to-everyone',
  severity: 'advice',
  title: 'Endpoint service that anybody may use',
  why: 'With * among the principals and connections accepted by themselves, every AWS account reaches the load balancer, as if it were public.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  *find({ design }) {
    for (const { id, acceptanceRequired, allowedPrincipals } of listOfKind(design, 'endpoint-service')) {
      const index = allowedPrincipals.indexOf('*')
      if (acceptanceRequired || index < 0) continue
      yield {
        at: [place(id, 'allowedPrincipals', index), place(id, 'acceptanceRequired')],
        message: `The ${called(design, id)} allows every principal and accepts every connection.`,
        fixes: [
          {
            title: 'Ask for acceptance of every new connection',
            safety: 'review',
            edits: [change('endpoint-service', id, { acceptanceRequired: true })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (acceptanceRequired: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.nlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    b.endpointService([balancer], { acceptanceRequired, allowedPrincipals: ['*'] })
  })
