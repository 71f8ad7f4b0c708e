import { zoneOf } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { secondsOfZones } from '../topology/refuse/secondsOfZones.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { type SubnetHolder, subnetHolders, withoutSubnet } from './parts/subnetEntries.ts'

/** Source: AWS PrivateLink guide, considerations for interface endpoints; Elastic Load Balancing guides; transit gateway guide, VPC attachments. */
export const oneSubnetPerZone: Check = {
  id: 'one-subnet-per-zone',
  severity: 'error',
  title: 'Two subnets of one zone',
  why: 'An endpoint, a load balancer, a firewall and an attachment to a transit gateway have at most one network interface in each Availability Zone, so AWS takes one subnet of each zone.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  *find({ design }) {
    for (const { holder, subnets } of subnetHolders(design)) {
      const zones = subnets.map((subnet) => zoneOf(design, subnet)?.zoneName)
      for (const { index: i, first } of secondsOfZones(zones)) {
        const [subnet, other, zone] = [subnets[i]!, subnets[first]!, zones[i]!]
        const both =
          other === subnet
            ? `the ${called(design, subnet)} twice`
            : `the ${called(design, other)} and the ${called(design, subnet)}, which both lie in ${zone}`
        yield {
          at: [place(holder.id, 'subnets', i), place(holder.id, 'subnets', first)],
          message: `The ${called(design, holder.id)} has ${both}. AWS takes one subnet of each zone.`,
          ...refusalOf(holder),
          fixes: [
            {
              title: `Take the ${called(design, subnet)} out`,
              safety: 'review',
              edits: [withoutSubnet(holder, i)],
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

function refusalOf({ kind }: SubnetHolder): { readonly awsError?: string } {
  if (kind === 'transit-gateway-attachment')
    return { awsError: 'DuplicateSubnetsInSameZone: Duplicate Subnets for same AZ' }
  if (kind === 'network-firewall') return {}
  return kind.endsWith('-load-balancer')
    ? {
        awsError:
          'InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets in the same Availability Zone',
      }
    : {
        awsError:
          'DuplicateSubnetsInSameZone: Found another VPC endpoint subnet in the availability zone of subnet-…. VPC endpoint subnets should be in different availability zones supported by the VPC endpoint service.',
      }
}

const example = (zones: readonly string[]) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const subnets = zones.map((zone, i) => b.subnet(vpc, { zone, cidr: `10.0.${i}.0/24` }))
    b.interfaceEndpoint(vpc, 'kinesis-streams', { subnets })
  })
