import { buildDesign } from '../model/testing/designBuilder.ts'
import { formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { findOverlaps } from './parts/findOverlaps.ts'
import { place } from './parts/place.ts'

/** Source: transit gateway guide, VPC attachments: overlapping blocks are not propagated. */
export const transitBlocksOverlap: Check = {
  id: 'transit-blocks-overlap',
  severity: 'warning',
  title: 'Overlapping VPCs on one transit gateway',
  why: 'A transit gateway does not route between VPCs whose blocks overlap, and does not propagate the routes of the later one.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *find({ design, topology }) {
    for (const gateway of topology.transitGateways.values()) {
      const held = [...gateway.attachments.values()].flatMap(({ id, vpc }) =>
        (vpc?.blocks ?? []).map((block) => ({ block, item: { id, vpc: vpc!.id, block } })),
      )
      const said = new Set<string>()
      for (const { outer, inner } of findOverlaps(held)) {
        if (outer.vpc === inner.vpc || said.has(`${outer.vpc} ${inner.vpc}`)) continue
        said.add(`${outer.vpc} ${inner.vpc}`)
        yield {
          at: [place(inner.id), place(outer.id)],
          message: `On the ${called(design, gateway.id)} ${formatBlock(inner.block)} of the ${called(design, inner.vpc)} overlaps ${formatBlock(outer.block)} of the ${called(design, outer.vpc)}.`,
        }
      }
    }
  },
  examples: { bad: () => example('10.0.0.0/16'), good: () => example('10.1.0.0/16') },
}

const example = (cidr: string) =>
  buildDesign((b) => {
    const gateway = b.transitGateway()
    b.transitTable(gateway)
    for (const cidrs of [['10.0.0.0/16'], [cidr]]) {
      const vpc = b.vpc({ cidrs })
      b.subnet(vpc, { cidr: cidrs[0]!.replace('/16', '/24') })
      b.attach(vpc, gateway)
    }
  })
