import { type Address, formatAddress } from '../../net/address.ts'
import { blockOf, contains } from '../../net/block.ts'
import { isAmazonResolver } from '../../net/isAmazonResolver.ts'
import { scopeOf } from '../../net/scopeOf.ts'
import type { Eni, VpcNet } from '../../topology/topology.ts'
import { isIcmp, type Packet } from './packet.ts'
import { cannotTell, sayHere } from './place.ts'
import { addBlocker, addGap, namePath } from './tell.ts'
import type { Walk } from './walk.ts'

const UNIQUE_LOCAL = blockOf('fc00::/7')!
const OF_AWS = blockOf('fd00:ec2::/32')!
const isForMany = (address: Address): boolean =>
  typeof address === 'number' ? address >= 0xe0000000 : address[0] >>> 24 === 0xff
/** Private IPv6 addresses are routed like others, but for those of AWS's own services. Source: VPC guide, IPv6 addressing. */
const isUniqueLocal = (address: Address): boolean => contains(UNIQUE_LOCAL, address) && !contains(OF_AWS, address)

/** Addresses that are answered before any route or filter is asked: Amazon's resolver, and those of the host itself. True when it was one. Source: VPC guide, DNS and network ACLs. */
export function answerOnHost(walk: Walk, caller: Eni, packet: Packet): boolean {
  const { vpc } = caller.subnet
  const resolver = isAmazonResolver(packet.dst, vpc.primary ?? undefined)
  if (!resolver && (scopeOf(packet.dst) !== 'special' || isUniqueLocal(packet.dst))) return false
  if (resolver && !isIcmp(packet.protocol) && packet.ports.from === 53) answerAsResolver(walk, vpc, packet)
  else {
    const address = formatAddress(packet.dst)
    const message = isForMany(packet.dst)
      ? `${address} is an address of multicast or kept for later use`
      : `${address} is answered by the host or by AWS itself`
    cannotTell({ walk, id: null, how: 'nobody', packet }, null, message)
  }
  return true
}

function answerAsResolver(walk: Walk, { id, dnsSupport }: VpcNet, packet: Packet): void {
  const place = { walk, id, how: 'local', packet } as const
  const setting = { construct: id, path: ['dnsSupport'] }
  namePath(walk, 'local')
  if (dnsSupport) sayHere(place, 'delivered', setting)
  else if (dnsSupport === null) {
    sayHere(place, 'unknown', setting, { code: 'DNS_SETTING_NOT_KNOWN' })
    addGap(walk, 'DNS_SETTING_NOT_KNOWN', setting)
  } else {
    sayHere(place, 'dropped', setting, { code: 'NO_POSSIBLE_DESTINATION' })
    addBlocker(walk, 'NO_POSSIBLE_DESTINATION', setting)
  }
}
