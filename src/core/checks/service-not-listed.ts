import { findService } from '../aws/findService.ts'
import { listOfKind } from '../model/containment.ts'
import { fieldProblems } from '../model/fields/fieldProblems.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { isOwnEndpointService } from './parts/isOwnEndpointService.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, services that integrate: AWS adds to that list every few weeks, so a name that ours lacks may well exist. */
export const serviceNotListed: Check = {
  id: 'service-not-listed',
  severity: 'warning',
  title: 'Service that is not in our list',
  why: 'AWS makes endpoints for more services every few weeks. One that our list lacks may be new, or its name may be misspelt; what requests to it come to cannot be told.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  *find({ design, catalogue }) {
    for (const kind of ['gateway-endpoint', 'interface-endpoint', 'aws-service'] as const)
      for (const construct of listOfKind(design, kind)) {
        const { id, service } = construct
        if ('endpointService' in construct && construct.endpointService !== null) continue
        if (findService(catalogue, service) || isOwnEndpointService(service)) continue
        // what is no service name at all is the business of the check `invalid-value`
        if (fieldProblems(construct).some((problem) => problem.path[0] === 'service')) continue
        yield {
          at: [place(id, 'service')],
          message: `The ${called(design, id)} names ${service}, which is not in our list of services of ${catalogue.dates.services}. “aws ec2 describe-vpc-endpoint-services” says whether it exists.`,
          ...(kind === 'aws-service'
            ? {}
            : { awsError: `InvalidServiceName: The Vpc Endpoint Service '${service}' does not exist` }),
        }
      }
  },
  examples: { bad: () => example('quantum-toaster'), good: () => example('sqs') },
}

const example = (service: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, service, { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })], privateDns: false })
  })
