import { zonesOf } from '../aws/zonesOf.ts'
import { groupBy } from '../base/groupBy.ts'
import { constructOfKind, listOfKind, regionOf } from '../model/containment.ts'
import { fieldProblems } from '../model/fields/fieldProblems.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: EC2 API, CreateSubnet; zone names are those that the VPC's account sees. */
export const zoneNotInRegion: Check = {
  id: 'zone-not-in-region',
  severity: 'error',
  title: 'Zone that the Region does not have',
  why: 'A VPC spans the zones of its Region, under the names that its account sees.',
  learnMore: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html',
  *find({ design, catalogue }) {
    const zones = listOfKind(design, 'availability-zone')
    const used = new Map(
      [...groupBy(zones, (zone) => zone.vpc)].map(([vpc, own]) => [vpc, new Set(own.map((one) => one.zoneName))]),
    )
    for (const zone of zones) {
      const vpc = constructOfKind(design, zone.vpc, 'vpc')
      const region = vpc && regionOf(design, vpc.id)?.code
      if (!vpc || !region) continue
      const map = constructOfKind(design, vpc.account, 'account')?.zones[region] ?? zonesOf(catalogue, region)
      const names = Object.keys(map)
      if (names.length === 0 || Object.hasOwn(map, zone.zoneName) || fieldProblems(zone).length > 0) continue
      const free = names.find((name) => !used.get(vpc.id)!.has(name))
      yield {
        at: [place(zone.id, 'zoneName')],
        message: `The ${called(design, vpc.id)} lies in ${region}, where its account sees no zone ${zone.zoneName}; there are ${names.join(', ')}.`,
        awsError: `InvalidParameterValue: Value (${zone.zoneName}) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones: ${names.join(', ')}.`,
        fixes:
          free === undefined
            ? []
            : [
                {
                  title: `Make it ${free}`,
                  safety: 'review',
                  edits: [change('availability-zone', zone.id, { zoneName: free })],
                },
              ],
      }
    }
  },
  examples: { bad: () => example('eu-west-1a'), good: () => example('us-east-1b') },
}

const example = (zone: string) =>
  buildDesign((b) => {
    b.subnet(b.vpc(), { zone, cidr: '10.0.1.0/24' })
  })
