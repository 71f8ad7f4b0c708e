import { type Address, addOffset, isIp4, parseAddress, sameAddress } from './address.ts'
import type { Block } from './block.ts'

const FIXED: readonly Address[] = [parseAddress('169.254.169.253')!, parseAddress('fd00:ec2::253')!]

/** Whether `address` is Amazon's resolver in a VPC whose first IPv4 block is `primary`: two above its base, or one of two fixed addresses. Source: VPC guide, DNS concepts. */
export const isAmazonResolver = (address: Address, primary: Block | undefined): boolean =>
  FIXED.some((own) => sameAddress(own, address)) ||
  (primary !== undefined && isIp4(primary.base) && address === addOffset(primary.base, 2))
