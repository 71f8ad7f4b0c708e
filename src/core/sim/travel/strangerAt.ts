import { remember } from '../../base/remember.ts'
import { type Address, formatAddress, isIp4 } from '../../net/address.ts'
import type { Eni, VpcNet } from '../../topology/topology.ts'

/** A host of an on-premises network that is not drawn, the same one whenever it is asked for: at the address that somebody has named. */
export const strangerAt = (network: VpcNet, address: Address): Eni =>
  remember(
    remember(strangers, network, () => new Map<string, Eni>()),
    formatAddress(address),
    () => createStranger(network, address),
  )

const strangers = new WeakMap<VpcNet, Map<string, Eni>>()

const createStranger = (network: VpcNet, address: Address): Eni => ({
  owner: network.id,
  role: 'client',
  origin: { construct: network.id, path: ['cidrs'] },
  subnet: network.only!,
  ...(isIp4(address) ? { address, address6: null } : { address: null, address6: address }),
  sample: false,
  publicAddress: null,
  groups: [],
  ephemeral: { from: 1024, to: 65535 },
  isFunction: false,
  listens: null,
  endpoint: null,
  balancer: null,
  inspection: null,
  leadsTo: null,
  interfaceId: null,
  sourceDestCheck: true,
  forwarding: 'none',
  policyRouting: 'yes',
  translation: 'none',
  gaps: {},
})
