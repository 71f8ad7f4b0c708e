import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { covers, formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { createFreeBlockFinder } from './parts/createFreeBlockFinder.ts'
import { place } from './parts/place.ts'

/** Source: VPC guide, subnet sizing. */
export const subnetOutsideVpc: Check = {
  id: 'subnet-outside-vpc',
  severity: 'error',
  title: 'Subnet outside of its VPC',
  why: 'The block of a subnet is a part of one of the blocks of its VPC.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *find({ design, topology }) {
    const findFreeBlock = createFreeBlockFinder(design)
    for (const { id, vpc, block, block6 } of topology.subnets.values())
      for (const [key, own] of [['cidr', block] as const, ['ipv6Cidr', block6] as const]) {
        if (!own || vpc.blocks.some((outer) => covers(outer, own))) continue
        const free = isIp4(own.base) ? findFreeBlock(vpc.id, own.length) : null
        const blocks = vpc.blocks.filter((one) => isIp4(one.base) === isIp4(own.base)).map(formatBlock)
        yield {
          at: [place(id, key), place(vpc.id, isIp4(own.base) ? 'cidrs' : 'ipv6Cidrs')],
          message: `The block ${formatBlock(own)} of the ${called(design, id)} lies outside of the ${called(design, vpc.id)}, which has ${blocks.join(', ') || 'no block of that family'}.`,
          awsError: `InvalidSubnet.Range: The CIDR '${formatBlock(own)}' is invalid.`,
          fixes:
            free === null
              ? []
              : [
                  {
                    title: `Give the subnet the free block ${free}`,
                    safety: 'review',
                    edits: [change('subnet', id, { cidr: free })],
                  },
                ],
        }
      }
  },
  examples: {
    bad: () => buildDesign((b) => void b.subnet(b.vpc(), { cidr: '192.168.1.0/24' })),
    good: () => buildDesign((b) => void b.subnet(b.vpc(), { cidr: '10.0.1.0/24' })),
  },
}
