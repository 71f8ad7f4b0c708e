import { type Address, formatAddress, isIp4, parseAddress } from '../../net/address.ts'
import type { Eni } from '../topology.ts'
import {
  addGap,
  type EniBuild,
  familyOf,
  isGap,
  type Lower,
  lowerBlock,
  type SubnetBuild,
  type VpcBuild,
} from './building.ts'
import { createEni } from './lowerInterfaces.ts'
import { createNetwork, createPlace, createTable } from './standIns.ts'

/** On-premises networks as networks of one subnet. */
export const lowerOnPremisesNetworks: Lower<'on-premises-network'> = (building, networks) => {
  for (const network of networks) {
    const net = createNetwork(network.id, 'on-premises', '', '')
    network.cidrs.forEach((text, index) => {
      const block = lowerBlock(building, text, { construct: network.id, path: ['cidrs', index] })
      if (isGap(block)) net.unread.push({ family: familyOf(text), gap: block })
      else net.blocks.push(block)
    })
    const table = { ...createTable(net), id: network.id }
    net.tables.push(table)
    net.only = createPlace(net, network.id, table)
    building.onPremises.set(network.id, net)
  }
}

/** On-premises hosts as interfaces that nothing filters. */
export const lowerOnPremisesHosts: Lower<'on-premises-host'> = (building, hosts) => {
  for (const host of hosts) {
    const net = building.onPremises.get(host.network)
    const at = (field: string) => ({ construct: host.id, path: [field] })
    if (!net) {
      addGap(building, 'dangling-reference', at('network'), `no on-premises network “${host.network}”`)
      continue
    }
    const address = parseAddress(host.privateIp)
    if (address === null) {
      addGap(building, 'invalid-value', at('privateIp'), `“${host.privateIp}” is not an address`)
      continue
    }
    const listens = host.listens && new Set(host.listens.map((one) => `${one.protocol}/${one.port}`))
    const eni = { ...createEni({ construct: host.id, path: [] }, 'client', net.only as SubnetBuild, []), listens }
    place(net, eni, address)
    building.enisOf.set(host.id, [eni])
  }
}

function place(net: VpcBuild, eni: EniBuild, address: Address): void {
  if (isIp4(address)) {
    eni.address = address
    if (!net.eniAt.has(address)) net.eniAt.set(address, eni)
  } else {
    eni.address6 = address
    const text = formatAddress(address)
    if (!net.eniAt6.has(text)) net.eniAt6.set(text, eni)
  }
  net.enis.push(eni as Eni)
}
