import { buildDesign } from '../model/testing/designBuilder.ts'
import { type Address, addOffset, isIp4, sameAddress } from '../net/address.ts'
import { type Block, contains } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { statedAddresses } from './parts/statedAddresses.ts'

/** The first four, and after them the last. Source: VPC guide, subnet sizing (also for IPv6). */
const FIRST = [
  'the network’s own address',
  'kept for the VPC’s router',
  'kept for the DNS server',
  'kept for later use',
]

/** IPv4 and IPv6 alike. */
export const reservedAddress: Check = {
  id: 'reserved-address',
  severity: 'error',
  title: 'Address that AWS keeps for itself',
  why: 'The first four addresses and the last one of every subnet belong to AWS.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *find({ design, topology }) {
    for (const { at, text, address, subnet, clear } of statedAddresses(design)) {
      const net = topology.subnets.get(subnet)
      const block = isIp4(address) ? net?.block : net?.block6
      const use = block ? reservedUse(block, address) : null
      if (use === null) continue
      yield {
        at: [at],
        message: `${text} of the ${called(design, at.construct)} is reserved in the ${called(design, subnet)}: it is ${use}.`,
        awsError: `InvalidParameterValue: Address ${text} is in subnet's reserved address range`,
        fixes: [{ title: 'Let AWS choose the address', safety: 'review', edits: [clear()] }],
      }
    }
  },
  examples: { bad: () => example('10.0.1.2'), good: () => example('10.0.1.4') },
}

function reservedUse(block: Block, address: Address): string | null {
  if (!contains(block, address)) return null
  const index = FIRST.findIndex((_, offset) => sameAddress(addOffset(block.base, offset), address))
  if (index >= 0) return FIRST[index]!
  return contains(block, addOffset(address, 1)) ? null : 'the last one'
}

const example = (privateIp: string) =>
  buildDesign((b) => {
    b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { privateIp })
  })
