import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, manage DNS names, considerations. */
export const privateNameRefused: Check = {
  id: 'private-name-refused',
  severity: 'error',
  title: 'Private DNS name that a service cannot have',
  why: 'A private DNS name is written in lower case. Services on Gateway Load Balancers have none, since routes lead to their endpoints and not names.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
  *find({ design }) {
    for (const { id, privateDnsName, loadBalancers } of listOfKind(design, 'endpoint-service')) {
      if (privateDnsName === null) continue
      const lower = privateDnsName.toLowerCase()
      if (loadBalancers.some((one) => constructOfKind(design, one, 'gateway-load-balancer')))
        yield {
          at: [place(id, 'privateDnsName'), place(id, 'loadBalancers')],
          message: `The ${called(design, id)} is on a Gateway Load Balancer and cannot have the private name ${privateDnsName}.`,
          fixes: [
            {
              title: 'Take the name away',
              safety: 'safe',
              edits: [change('endpoint-service', id, { privateDnsName: null })],
            },
          ],
        }
      else if (lower !== privateDnsName)
        yield {
          at: [place(id, 'privateDnsName')],
          message: `The private name ${privateDnsName} of the ${called(design, id)} has capital letters.`,
          fixes: [
            {
              title: `Write ${lower}`,
              safety: 'safe',
              edits: [change('endpoint-service', id, { privateDnsName: lower })],
            },
          ],
        }
    }
  },
  examples: { bad: () => example('API.example.com'), good: () => example('api.example.com') },
}

const example = (privateDnsName: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const balancer = b.nlb(vpc, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
    b.endpointService([balancer], { privateDnsName, domainVerification: 'verified' })
  })
