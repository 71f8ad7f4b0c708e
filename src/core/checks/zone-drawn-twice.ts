import { groupBy } from '../base/groupBy.ts'
import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, subnet basics: a subnet lies in one zone. */
export const zoneDrawnTwice: Check = {
  id: 'zone-drawn-twice',
  severity: 'advice',
  title: 'One zone drawn twice',
  why: 'Two boxes with one zone name are one zone to AWS. Drawn apart they look like two that fail independently.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  *find({ design }) {
    const zones = listOfKind(design, 'availability-zone')
    const twice = [...groupBy(zones, (zone) => `${zone.vpc} ${zone.zoneName}`).values()].filter(
      (same) => same.length > 1,
    )
    if (twice.length === 0) return
    const subnets = groupBy(listOfKind(design, 'subnet'), (subnet) => subnet.zone)
    for (const [first, ...others] of twice)
      for (const other of others) {
        const moves = (subnets.get(other.id) ?? []).map((subnet) => change('subnet', subnet.id, { zone: first!.id }))
        yield {
          at: [place(other.id, 'zoneName'), place(first!.id, 'zoneName')],
          message: `The ${called(design, other.vpc)} has the zone ${other.zoneName} twice.`,
          fixes: [
            {
              title: 'Put the subnets of both into one',
              safety: 'safe',
              edits: [{ kind: 'remove', id: other.id }, ...moves],
            },
          ],
        }
      }
  },
  examples: { bad: () => example('us-east-1a'), good: () => example('us-east-1b') },
}

const example = (zoneName: string) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.subnet(vpc, { cidr: '10.0.1.0/24' })
    const second = b.put({ kind: 'availability-zone', id: 'zone-b', name: 'Second', vpc, zoneName })
    b.subnet(vpc, { zone: second, cidr: '10.0.2.0/24' })
  })
