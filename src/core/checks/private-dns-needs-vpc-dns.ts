import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, DNS attributes; AWS PrivateLink guide, private DNS. */
export const privateDnsNeedsVpcDns: Check = {
  id: 'private-dns-needs-vpc-dns',
  severity: 'error',
  title: 'Private DNS without the VPC’s DNS attributes',
  why: 'Private DNS works through a hidden hosted zone. The VPC’s resolver reads it only with DNS support and DNS hostnames both on, and AWS refuses the endpoint otherwise.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html',
  *find({ design }) {
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const vpc = constructOfKind(design, endpoint.vpc, 'vpc')
      const off = [
        vpc?.dnsSupport === false ? ['DNS support'] : [],
        vpc?.dnsHostnames === false ? ['DNS hostnames'] : [],
      ].flat()
      // what is not known after an import is nobody's fault
      if (!endpoint.privateDns || !lives(endpoint) || !vpc || off.length === 0) continue
      yield {
        at: [place(endpoint.id, 'privateDns'), place(vpc.id, vpc.dnsSupport === false ? 'dnsSupport' : 'dnsHostnames')],
        message: `The ${called(design, endpoint.id)} has private DNS on, but the ${called(design, vpc.id)} has ${off.join(' and ')} off.`,
        awsError:
          'InvalidParameter: Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for vpc-…',
        fixes: [
          {
            title: `Turn on ${off.join(' and ')} in the ${called(design, vpc.id)}`,
            safety: 'safe',
            edits: [change('vpc', vpc.id, { dnsSupport: true, dnsHostnames: true })],
          },
          {
            title: 'Turn private DNS off: clients then use the endpoint’s own names',
            safety: 'review',
            edits: [change('interface-endpoint', endpoint.id, { privateDns: false })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (dnsHostnames: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames })
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
