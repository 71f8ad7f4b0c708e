import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, quotas: IPv4 and IPv6 CIDR blocks per VPC, default 5. */
const MOST = 5

/** IPv4 blocks only: a VPC does without IPv6. */
export const vpcBlockCount: Check = {
  id: 'vpc-block-count',
  severity: 'error',
  title: 'Too few or too many blocks in a VPC',
  why: 'A VPC has at least one IPv4 block, the primary one, and at most five until AWS raises the quota.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  *find({ design }) {
    for (const vpc of listOfKind(design, 'vpc')) {
      if (vpc.cidrs.length === 0)
        yield {
          at: [place(vpc.id, 'cidrs')],
          message: `The ${called(design, vpc.id)} has no IPv4 block. AWS needs one to create it.`,
          fixes: [
            {
              title: 'Give it 10.0.0.0/16',
              safety: 'review',
              edits: [change('vpc', vpc.id, { cidrs: ['10.0.0.0/16'] })],
            },
          ],
        }
      if (vpc.cidrs.length > MOST)
        yield {
          at: [place(vpc.id, 'cidrs', MOST)],
          message: `The ${called(design, vpc.id)} has ${vpc.cidrs.length} IPv4 blocks. AWS allows ${MOST} unless the quota is raised.`,
        }
    }
  },
  examples: {
    bad: () => buildDesign((b) => void b.vpc({ cidrs: [] })),
    good: () => buildDesign((b) => void b.vpc({ cidrs: ['10.0.0.0/16', '10.2.0.0/16'] })),
  },
}
