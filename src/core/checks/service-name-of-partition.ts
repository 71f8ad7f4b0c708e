import { rightServiceName } from '../aws/serviceForms.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Sources: describe-vpc-endpoint-services in the Regions, as read in aws-cdk pull requests 25333 and 36471; the refusal as quoted in eksctl issue 2568. */
export const serviceNameOfPartition: Check = {
  id: 'service-name-of-partition',
  severity: 'error',
  title: 'Service that goes by another name in this partition',
  why: 'In China, and in the European Sovereign Cloud, the names of some services begin with words of the partition, and those of others do not. Each service and type of endpoint has one form, and AWS knows it by no other.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html',
  *find({ design }) {
    for (const kind of ['interface-endpoint', 'gateway-endpoint'] as const)
      for (const endpoint of listOfKind(design, kind)) {
        const { id, service } = endpoint
        if (endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null) continue
        const right = rightServiceName(service, kind === 'gateway-endpoint' ? 'gateway' : 'interface')
        if (right === service) continue
        yield {
          at: [place(id, 'service')],
          message: `The ${called(design, id)} names ${service}; for endpoints of its type the service is ${right} there.`,
          awsError: `InvalidServiceName: The Vpc Endpoint Service '${service}' does not exist`,
          fixes: [{ title: `Name it ${right}`, safety: 'safe', edits: [change(kind, id, { service: right })] }],
        }
      }
  },
  examples: {
    bad: () => example('com.amazonaws.cn-north-1.ecr.api'),
    good: () => example('cn.com.amazonaws.cn-north-1.ecr.api'),
  },
}

const example = (service: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ region: b.region('cn-north-1'), dnsHostnames: true })
    const subnets = [b.subnet(vpc, { zone: 'cn-north-1a', cidr: '10.0.1.0/24' })]
    b.interfaceEndpoint(vpc, service, { subnets })
  })
