import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { findOverlaps } from './parts/findOverlaps.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

/** Source: VPC guide, VPC CIDR blocks. */
export const vpcBlocksOverlap: Check = {
  id: 'vpc-blocks-overlap',
  severity: 'error',
  title: 'Overlapping blocks in a VPC',
  why: 'The address blocks of one VPC must be apart from each other.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *find({ design }) {
    for (const vpc of listOfKind(design, 'vpc'))
      for (const key of ['cidrs', 'ipv6Cidrs'] as const) {
        const blocks = vpc[key].flatMap((text, index) => {
          const block = readBlock(text)
          return block ? [{ block, item: index }] : []
        })
        for (const { outer, inner } of findOverlaps(blocks)) {
          const [first, later] = [Math.min(outer, inner), Math.max(outer, inner)]
          yield {
            at: [place(vpc.id, key, later), place(vpc.id, key, first)],
            message: `The blocks ${vpc[key][first]} and ${vpc[key][later]} of the ${called(design, vpc.id)} overlap.`,
            fixes: [
              {
                title: `Remove ${vpc[key][later]}`,
                safety: 'review',
                edits: [change('vpc', vpc.id, { [key]: vpc[key].toSpliced(later, 1) })],
              },
            ],
          }
        }
      }
  },
  examples: {
    bad: () => buildDesign((b) => void b.vpc({ cidrs: ['10.0.0.0/16', '10.0.128.0/20'] })),
    good: () => buildDesign((b) => void b.vpc({ cidrs: ['10.0.0.0/16', '10.2.0.0/16'] })),
  },
}
