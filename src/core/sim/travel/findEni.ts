import { type Address, formatAddress } from '../../net/address.ts'
import type { Eni, VpcNet } from '../../topology/topology.ts'

/** The interface that has a private address in a network. */
export const findEni = (vpc: VpcNet, address: Address): Eni | undefined =>
  typeof address === 'number' ? vpc.eniAt.get(address) : vpc.eniAt6.get(formatAddress(address))
