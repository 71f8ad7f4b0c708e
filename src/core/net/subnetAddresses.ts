import { type Address, addOffset, sameAddress } from './address.ts'
import { type Block, contains, lastOf, sizeOf } from './block.ts'

/** AWS keeps the first four addresses of a subnet and the last one (VPC user guide, subnet sizing). */
const KEPT_IN_FRONT = 4
const KEPT = 5

/** How many addresses of a subnet can still be given out; addresses outside it, kept ones and repeats count once or not at all. */
export function freeAddresses(subnet: Block, taken: readonly Address[]): number {
  const used = new Set(taken.filter((address) => isGivenOut(subnet, address)).map(String))
  return Math.max(0, sizeOf(subnet) - KEPT - used.size)
}

/** The first address of a subnet that AWS would give out and that none of `taken` is; null when all are used. */
export function nextFreeAddress(subnet: Block, taken: readonly Address[]): Address | null {
  const used = new Set(taken.map(String))
  const last = lastOf(subnet)
  if (sizeOf(subnet) <= KEPT) return null
  let address = addOffset(subnet.base, KEPT_IN_FRONT)
  while (!sameAddress(address, last)) {
    if (!used.has(String(address))) return address
    address = addOffset(address, 1)
  }
  return null
}

/** Whether AWS gives this address of the subnet to interfaces: it lies inside and is none of the five that are kept. */
export function isGivenOut(subnet: Block, address: Address): boolean {
  if (!contains(subnet, address) || sameAddress(address, lastOf(subnet))) return false
  for (let i = 0; i < KEPT_IN_FRONT; i++) if (sameAddress(address, addOffset(subnet.base, i))) return false
  return true
}
