import { type Address, addOffset, isIp4, parseAddress, sameAddress } from './address.ts'
import type { Block } from './block.ts'

const [FIXED4, FIXED6] = [parseAddress('169.254.169.253')!, parseAddress('fd00:ec2::253')!]

/** Whether `address` is Amazon's resolver in a VPC whose first IPv4 block is `primary`: two above its base, or one of two fixed addresses. Source: VPC guide, DNS concepts. */
export const isAmazonResolver = (address: Address, primary: Block | undefined): boolean =>
  isIp4(address)
    ? address === FIXED4 || (primary !== undefined && isIp4(primary.base) && address === addOffset(primary.base, 2))
    : sameAddress(address, FIXED6)
