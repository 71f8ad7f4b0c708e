import { zoneOf } from '../model/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { ofKind } from './parts/ofKind.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, considerations for interface endpoints. */
export const oneSubnetPerZone: Check = {
  id: 'one-subnet-per-zone',
  severity: 'error',
  title: 'Two subnets of one zone in an interface endpoint',
  why: 'An interface endpoint has at most one network interface in each Availability Zone, so AWS takes one subnet of each zone.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design }) {
    for (const endpoint of ofKind(design, 'interface-endpoint')) {
      const firstOf = new Map<string, number>()
      for (const [i, { subnet }] of endpoint.subnets.entries()) {
        const zone = zoneOf(design, subnet)?.zoneName
        if (zone === undefined) continue
        const first = firstOf.get(zone)
        if (first === undefined) {
          firstOf.set(zone, i)
          continue
        }
        const other = endpoint.subnets[first]!.subnet
        const both =
          other === subnet
            ? `the ${called(design, subnet)} twice`
            : `the ${called(design, other)} and the ${called(design, subnet)}, which both lie in ${zone}`
        yield {
          at: [place(endpoint.id, 'subnets', i), place(endpoint.id, 'subnets', first)],
          message: `The ${called(design, endpoint.id)} has ${both}. AWS takes one subnet of each zone.`,
          awsError:
            'DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability zone of subnet-…. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.',
          fixes: [
            {
              title: `Take the ${called(design, subnet)} out of the endpoint`,
              safety: 'review',
              edits: [change('interface-endpoint', endpoint.id, { subnets: endpoint.subnets.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: {
    bad: () => example(['us-east-1a', 'us-east-1a']),
    good: () => example(['us-east-1a', 'us-east-1b']),
  },
}

const example = (zones: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = zones.map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets })
  })
