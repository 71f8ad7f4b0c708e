import { type Address, blockOf, contains, formatAddress, isAmazonResolver, scopeOf } from '../../net/index.ts'
import type { Eni } from '../../topology/topology.ts'
import { unknownSetting } from '../dns/nameAnswer.ts'
import { addBlocker, addNote, type Walk } from '../walk.ts'
import { isIcmp, type Packet } from './packet.ts'
import { recordHandOver } from './recordHandOver.ts'

const UNIQUE_LOCAL = blockOf('fc00::/7')!
const OF_AWS = blockOf('fd00:ec2::/32')!
/** Private IPv6 addresses are routed like others, but for those of AWS's own services. Source: VPC guide, IPv6 addressing. */
const isUniqueLocal = (address: Address): boolean => contains(UNIQUE_LOCAL, address) && !contains(OF_AWS, address)

/** Addresses that are answered before any route or filter is asked: Amazon's resolver, and those of the host itself. True when it was one. Source: VPC guide, DNS and network ACLs. */
export function answerOnHost(walk: Walk, caller: Eni, packet: Packet): boolean {
  const { vpc } = caller.subnet
  const resolver = isAmazonResolver(packet.dst, vpc.primary ?? undefined)
  if (!resolver && (scopeOf(packet.dst) !== 'special' || isUniqueLocal(packet.dst))) return false
  if (resolver && !isIcmp(packet.protocol) && packet.ports.from === 53) {
    const known = vpc.dnsSupport !== null
    const code = vpc.dnsSupport ? null : known ? 'NO_POSSIBLE_DESTINATION' : 'DNS_SETTING_NOT_KNOWN'
    const decidedBy = { construct: vpc.id, path: ['dnsSupport'] }
    walk.path = 'local'
    const outcome = code === null ? 'delivered' : known ? 'dropped' : 'unknown'
    if (walk.recorder) recordHandOver(walk, { outcome, to: vpc.id, how: 'local', packet, decidedBy, code })
    if (!known) walk.gaps.push(unknownSetting(vpc.id, 'dnsSupport'))
    else if (code !== null) addBlocker(walk, code, decidedBy)
    return true
  }
  const message = `${formatAddress(packet.dst)} is answered by the host or by AWS itself`
  if (walk.recorder)
    recordHandOver(walk, { outcome: 'unknown', to: null, how: 'nobody', packet, decidedBy: null, code: 'NOT_MODELLED' })
  addNote(walk.gaps, 'NOT_MODELLED', null, { message })
  return true
}
