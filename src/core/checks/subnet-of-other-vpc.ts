import { vpcOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, create an interface endpoint: subnets are chosen in the VPC of the endpoint. */
export const subnetOfOtherVpc: Check = {
  id: 'subnet-of-other-vpc',
  severity: 'error',
  title: 'Endpoint in a subnet of another VPC',
  why: 'An interface endpoint has its network interfaces in subnets of its own VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design }) {
    for (const endpoint of ofKind(design, 'interface-endpoint'))
      for (const [i, { subnet }] of endpoint.subnets.entries()) {
        const vpc = vpcOf(design, subnet)?.id
        if (vpc === undefined || vpc === endpoint.vpc) continue
        yield {
          at: [place(endpoint.id, 'subnets', i), place(subnet)],
          message: `The ${called(design, endpoint.id)} belongs to the ${called(design, endpoint.vpc)}, but the ${called(design, subnet)} lies in the ${called(design, vpc)}.`,
          fixes: [
            {
              title: `Take the ${called(design, subnet)} out of the endpoint`,
              safety: 'review',
              edits: [change('interface-endpoint', endpoint.id, { subnets: endpoint.subnets.toSpliced(i, 1) })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example('vpc-b'), good: () => example('vpc-a') },
}

const example = (endpointVpc: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc-a', dnsHostnames: true })
    b.vpc({ id: 'vpc-b', cidrs: ['10.1.0.0/16'], dnsHostnames: true })
    b.interfaceEndpoint(endpointVpc, 'sqs', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
