import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { parseDnsName } from '../net/dnsName.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { lives } from './parts/endpointLife.ts'
import { place } from './parts/place.ts'

/** Sources: Route 53 guide, private hosted zones; the refusal as quoted in terraform-provider-aws issue 37783. */
export const hostedZoneConflict: Check = {
  id: 'hosted-zone-conflict',
  severity: 'error',
  title: 'Two private zones of one name in a VPC',
  why: 'A VPC takes one private hosted zone of a name. The private DNS of an interface endpoint counts as one too, though nobody sees it.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  *find({ design, topology }) {
    const holders = new Map<string, string>()
    for (const endpoint of listOfKind(design, 'interface-endpoint')) {
      const net = topology.endpoints.get(endpoint.id)
      if (!endpoint.privateDns || !lives(endpoint) || !net) continue
      for (const name of net.privateNames) holders.set(`${endpoint.vpc} ${name.replace(/^\*\./, '')}`, endpoint.id)
    }
    for (const zone of listOfKind(design, 'hosted-zone')) {
      const domain = zone.visibility === 'private' ? parseDnsName(zone.domain) : null
      if (domain === null) continue
      for (const [i, vpc] of zone.vpcs.entries()) {
        const key = `${vpc} ${domain}`
        const other = holders.get(key)
        if (other === undefined) {
          holders.set(key, zone.id)
          continue
        }
        yield {
          at: [place(zone.id, 'vpcs', i), ...(other === zone.id ? [] : [place(other)])],
          message:
            other === zone.id
              ? `The ${called(design, zone.id)} names the ${called(design, vpc)} twice.`
              : `The ${called(design, vpc)} already has ${domain} by the ${called(design, other)}; the ${called(design, zone.id)} cannot be associated too.`,
          awsError: `ConflictingDomainExists: The VPC vpc-… in region … has already been associated with the hosted zone … with the same domain name.`,
          fixes: [
            {
              title: `Take the ${called(design, vpc)} off the ${called(design, zone.id)}`,
              safety: 'review',
              edits: [change('hosted-zone', zone.id, { vpcs: zone.vpcs.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (privateDns: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    const endpoint = b.interfaceEndpoint(vpc, 'sns', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })], privateDns })
    b.hostedZone('sns.us-east-1.amazonaws.com', [vpc], { records: [{ name: '@', alias: endpoint }] })
  })
