import { findService } from '../aws/index.ts'
import { listOfKind } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { isOwnEndpointService } from './parts/isOwnEndpointService.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, services that integrate; refusals as AWS words them in CreateVpcEndpoint. */
export const serviceNotOffered: Check = {
  id: 'service-not-offered',
  severity: 'error',
  title: 'No such service, or not with this type of endpoint',
  why: 'An endpoint names a service that AWS offers, and a type that the service has: gateway endpoints exist for few services, S3 and DynamoDB among them.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  *find({ design, catalogue }) {
    for (const { kind, type } of [
      { kind: 'gateway-endpoint', type: 'gateway' },
      { kind: 'interface-endpoint', type: 'interface' },
      { kind: 'aws-service', type: null },
    ] as const)
      for (const { id, service } of listOfKind(design, kind)) {
        if (service === '' || isOwnEndpointService(service)) continue
        const entry = findService(catalogue, service)?.entry
        if (!entry)
          yield {
            at: [place(id, 'service')],
            message: `The ${called(design, id)} names ${service}, a service that AWS does not list (read ${catalogue.readDate}).`,
            awsError: `InvalidServiceName: The Vpc Endpoint Service '${service}' does not exist`,
          }
        else if (type !== null && !entry.types.includes(type))
          yield {
            at: [place(id, 'service')],
            message: `The ${called(design, id)} is of type ${type}, which ${service} does not have; it has ${entry.types.join(' and ')}.`,
            awsError: `InvalidParameter: Endpoint type (${capital(type)}) does not match available service types ([${entry.types.map(capital).join(', ')}]).`,
          }
      }
  },
  examples: { bad: () => example('kinesis-streams'), good: () => example('s3') },
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const example = (service: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, service, { routeTables: [b.mainTable(vpc)] })
  })
