import { constructOfKind, listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, considerations for private hosted zones; VPC guide, DNS attributes. */
export const hostedZoneNeedsVpcDns: Check = {
  id: 'hosted-zone-needs-vpc-dns',
  severity: 'warning',
  title: 'Private zone in a VPC without its DNS attributes',
  why: 'The resolver of a VPC reads private hosted zones only with DNS support and DNS hostnames both on.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
  *find({ design }) {
    for (const zone of listOfKind(design, 'hosted-zone'))
      for (const [i, id] of zone.visibility === 'private' ? zone.vpcs.entries() : []) {
        const vpc = constructOfKind(design, id, 'vpc')
        const off = [
          vpc?.dnsSupport === false ? ['DNS support'] : [],
          vpc?.dnsHostnames === false ? ['DNS hostnames'] : [],
        ].flat()
        if (!vpc || off.length === 0) continue
        yield {
          at: [place(zone.id, 'vpcs', i), place(id, vpc.dnsSupport === false ? 'dnsSupport' : 'dnsHostnames')],
          message: `The ${called(design, id)} has ${off.join(' and ')} off, so its clients do not see the ${called(design, zone.id)}.`,
          fixes: [
            {
              title: `Turn on ${off.join(' and ')} in the ${called(design, id)}`,
              safety: 'safe',
              edits: [change('vpc', id, { dnsSupport: true, dnsHostnames: true })],
            },
          ],
        }
      }
  },
  examples: { bad: () => example(false), good: () => example(true) },
}

const example = (dnsHostnames: boolean) =>
  buildDesign((b) => {
    b.hostedZone('example.internal', [b.vpc({ dnsHostnames })])
  })
