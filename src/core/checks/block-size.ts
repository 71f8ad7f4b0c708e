import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { isIp4 } from '../net/address.ts'
import type { Block } from '../net/block.ts'
import type { Check, Sighting } from './check.ts'
import { called } from './parts/called.ts'
import { place } from './parts/place.ts'
import { readBlock } from './parts/readBlock.ts'

interface Sizes {
  readonly from: number
  readonly to: number
  readonly step: number
}
/** Source: VPC guide, VPC CIDR blocks and subnet sizing. */
const SIZES = {
  vpc: { ip4: { from: 16, to: 28, step: 1 }, ip6: { from: 44, to: 60, step: 4 } },
  subnet: { ip4: { from: 16, to: 28, step: 1 }, ip6: { from: 44, to: 64, step: 4 } },
} as const

/** Sizes of blocks; which blocks fit together is for other checks. */
export const blockSize: Check = {
  id: 'block-size',
  severity: 'error',
  title: 'Block of a size that AWS does not give',
  why: 'IPv4 blocks of VPCs and subnets are /16 to /28. IPv6 blocks are /44 to /60 for a VPC and /44 to /64 for a subnet, in steps of four.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *find({ design }) {
    for (const vpc of listOfKind(design, 'vpc'))
      for (const key of ['cidrs', 'ipv6Cidrs'] as const)
        for (const [i, text] of vpc[key].entries())
          yield* judge('vpc', text, place(vpc.id, key, i), called(design, vpc.id))
    for (const subnet of listOfKind(design, 'subnet'))
      for (const key of ['cidr', 'ipv6Cidr'] as const)
        yield* judge('subnet', subnet[key], place(subnet.id, key), called(design, subnet.id))
  },
  examples: {
    bad: () =>
      buildDesign((b) => {
        b.subnet(b.vpc({ cidrs: ['10.0.0.0/8'] }), { cidr: '10.0.0.0/30' })
      }),
    good: () =>
      buildDesign((b) => {
        const vpc = b.vpc({ cidrs: ['10.0.0.0/16'], ipv6Cidrs: ['2001:db8::/56'] })
        b.subnet(vpc, { cidr: '10.0.0.0/28', ipv6Cidr: '2001:db8::/64' })
      }),
  },
}

function* judge(
  what: keyof typeof SIZES,
  text: string | null,
  at: Sighting['at'][0],
  name: string,
): Iterable<Sighting> {
  const block = text === null ? null : readBlock(text)
  if (!block) return
  const sizes = isIp4(block.base) ? SIZES[what].ip4 : SIZES[what].ip6
  if (fits(block, sizes)) return
  const steps = sizes.step > 1 ? ` in steps of ${sizes.step}` : ''
  yield {
    at: [at],
    message: `The block ${text} of the ${name} is a /${block.length}; AWS takes /${sizes.from} to /${sizes.to}${steps}.`,
    ...(isIp4(block.base)
      ? { awsError: `${what === 'vpc' ? 'InvalidVpc' : 'InvalidSubnet'}.Range: The CIDR '${text}' is invalid.` }
      : {}),
  }
}

const fits = ({ length }: Block, { from, to, step }: Sizes): boolean =>
  length >= from && length <= to && (length - from) % step === 0
