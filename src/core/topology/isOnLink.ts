import { type Address, isIp4 } from '../net/address.ts'
import { contains } from '../net/block.ts'
import type { SubnetNet } from './topology.ts'

/** Whether an address lies in the subnet's own block: what is sent there from inside asks no route and no network ACL. */
export function isOnLink({ block, block6 }: SubnetNet, to: Address): boolean {
  const own = isIp4(to) ? block : block6
  return own !== null && contains(own, to)
}
