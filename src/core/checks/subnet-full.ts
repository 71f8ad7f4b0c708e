import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { formatBlock, sizeOf } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'

/** The first four addresses of a subnet and its last are AWS's. Source: VPC guide, subnet sizing. */
const RESERVED = 5

export const subnetFull: Check = {
  id: 'subnet-full',
  severity: 'error',
  title: 'More interfaces than addresses',
  why: 'Every interface in a subnet takes one of its addresses, and five of them are kept by AWS.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *find({ design, topology }) {
    const interfaces = new Map<string, number>()
    for (const vpc of topology.vpcs.values())
      for (const { subnet } of vpc.enis) interfaces.set(subnet.id, (interfaces.get(subnet.id) ?? 0) + 1)
    for (const { id, block } of topology.subnets.values()) {
      const wanted = interfaces.get(id) ?? 0
      if (!block || !isIp4(block.base) || wanted <= Math.max(0, sizeOf(block) - RESERVED)) continue
      yield {
        at: [place(id, 'cidr')],
        message: `The ${called(design, id)} holds ${wanted} interfaces, but ${formatBlock(block)} has addresses for ${Math.max(0, sizeOf(block) - RESERVED)}.`,
        awsError:
          'InsufficientFreeAddressesInSubnet: The specified subnet does not have enough free addresses to satisfy the request.',
      }
    }
  },
  examples: {
    bad: () => buildDesign((b) => fill(b.subnet(b.vpc(), { cidr: '10.0.1.0/28' }), 12, b)),
    good: () => buildDesign((b) => fill(b.subnet(b.vpc(), { cidr: '10.0.1.0/28' }), 11, b)),
  },
}

function fill(subnet: string, count: number, b: Parameters<Parameters<typeof buildDesign>[0]>[0]): void {
  for (let i = 0; i < count; i++) b.ec2(subnet, { name: `app-${i + 1}` })
}
