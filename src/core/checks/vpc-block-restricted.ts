import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Block, blockOf, overlaps } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

const block = (text: string): Block => blockOf(text)!
const [TEN, TWELVE, SIXTEEN] = [block('10.0.0.0/8'), block('172.16.0.0/12'), block('192.168.0.0/16')]
const NINETEEN = block('198.19.0.0/16')
/** What a further block may not touch, by the range of the primary one. Source: VPC guide, IPv4 CIDR block association restrictions. */
const RESTRICTED: readonly { readonly primary: Block; readonly refused: readonly Block[] }[] = [
  { primary: block('10.0.0.0/15'), refused: [TWELVE, SIXTEEN, NINETEEN, block('10.0.0.0/16')] },
  { primary: TEN, refused: [TWELVE, SIXTEEN, NINETEEN] },
  { primary: TWELVE, refused: [TEN, SIXTEEN, NINETEEN, block('172.31.0.0/16')] },
  { primary: SIXTEEN, refused: [TEN, TWELVE, NINETEEN] },
  { primary: NINETEEN, refused: [TEN, TWELVE, SIXTEEN] },
  { primary: block('0.0.0.0/0'), refused: [TEN, TWELVE, SIXTEEN, NINETEEN] },
]

/** Looks at the primary block, the one that AWS goes by. */
export const vpcBlockRestricted: Check = {
  id: 'vpc-block-restricted',
  severity: 'error',
  title: 'Further block from a range that AWS refuses',
  why: 'Which blocks a VPC may take on depends on the range of its primary block: a VPC in 10.0.0.0/8 takes no blocks of the other private ranges, and so on.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *find({ design }) {
    for (const vpc of listOfKind(design, 'vpc')) {
      const primary = readBlock(vpc.cidrs[0] ?? '')
      const row = primary && RESTRICTED.find((one) => overlaps(one.primary, primary))
      if (!row) continue
      for (const [i, text] of vpc.cidrs.entries()) {
        const further = i === 0 ? null : readBlock(text)
        if (!further || !row.refused.some((refused) => overlaps(refused, further))) continue
        yield {
          at: [place(vpc.id, 'cidrs', i)],
          message: `The ${called(design, vpc.id)} cannot take on ${text}: its primary block is ${vpc.cidrs[0]}.`,
          awsError: `InvalidVpc.Range: The CIDR '${text}' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR.`,
          fixes: [
            {
              title: `Remove ${text}`,
              safety: 'review',
              edits: [change('vpc', vpc.id, { cidrs: vpc.cidrs.toSpliced(i, 1) })],
            },
          ],
        }
      }
    }
  },
  examples: {
    bad: () => buildDesign((b) => void b.vpc({ cidrs: ['10.0.0.0/16', '192.168.0.0/16'] })),
    good: () => buildDesign((b) => void b.vpc({ cidrs: ['10.0.0.0/16', '100.64.0.0/16'] })),
  },
}
