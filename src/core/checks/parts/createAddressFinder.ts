import type { ConstructId } from '../../model/kinds/registry.ts'
import { formatAddress, parseAddress } from '../../net/address.ts'
import { contains } from '../../net/block.ts'
import type { Eni, Topology, VpcNet } from '../../topology/topology.ts'

/**
 * Finds the interface that an address names as seen from a network: its own, else that of the one other network that holds the address.
 * null where nobody is known to have it, where several networks might be meant, and where we chose the address.
 */
export function createAddressFinder({
  vpcs,
  onPremises,
}: Topology): (text: string, from: ConstructId | null) => Eni | null {
  const networks = [...vpcs.values(), ...onPremises.values()]
  return (text, from) => {
    const address = parseAddress(text)
    if (address === null) return null
    const at = ({ eniAt, eniAt6 }: VpcNet) =>
      typeof address === 'number' ? eniAt.get(address) : eniAt6.get(formatAddress(address))
    const holding = networks.filter(({ blocks }) => blocks.some((block) => contains(block, address)))
    const own = holding.find(({ id }) => id === from)
    const meant = own ?? (holding.length === 1 ? holding[0] : undefined)
    const eni = meant && at(meant)
    return eni && !eni.sample ? eni : null
  }
}
