import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import { contains, formatBlock } from '../net/block.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { statedAddresses } from './parts/statedAddresses.ts'

/** Source: EC2 guide, IP addresses of network interfaces. */
export const addressOutsideSubnet: Check = {
  id: 'address-outside-subnet',
  severity: 'error',
  title: 'Address outside of its subnet',
  why: 'A network interface gets its addresses from the block of the subnet it lies in.',
  learnMore: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html',
  *find({ design, topology }) {
    for (const { at, text, address, subnet, clear } of statedAddresses(design)) {
      const net = topology.subnets.get(subnet)
      if (!net) continue
      const block = isIp4(address) ? net.block : net.block6
      const only6 = constructOfKind(design, subnet, 'subnet')?.cidr === null
      if (block ? contains(block, address) : isIp4(address) && !only6) continue
      yield {
        at: [at],
        message: `${text} of the ${called(design, at.construct)} does not lie in the ${called(design, subnet)}, which has ${block ? formatBlock(block) : `no ${isIp4(address) ? 'IPv4' : 'IPv6'} block`}.`,
        awsError: "InvalidParameterValue: Address does not fall within the subnet's address range",
        fixes: [{ title: 'Let AWS choose the address', safety: 'review', edits: [clear()] }],
      }
    }
  },
  examples: { bad: () => example('10.0.2.10'), good: () => example('10.0.1.10') },
}

const example = (privateIp: string) =>
  buildDesign((b) => {
    b.ec2(b.subnet(b.vpc(), { cidr: '10.0.1.0/24' }), { privateIp })
  })
