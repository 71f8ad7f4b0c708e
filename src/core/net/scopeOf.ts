import type { Address } from './address.ts'
import { type Block, blockOf, contains } from './block.ts'

const blocks = (...texts: string[]): readonly Block[] => texts.map((text) => blockOf(text)!)
const RFC1918 = blocks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16')
const RFC6598 = blocks('100.64.0.0/10')
/**
 * Not globally reachable by IANA's special-purpose registries (RFC 6890), with multicast and the old class E.
 * The documentation blocks (RFC 5737, RFC 3849) and the benchmarking block 198.18.0.0/15 are left out on purpose: designs use the
 * former as sample hosts of the internet, the simulator the latter as sample public addresses.
 */
const SPECIAL = blocks(
  ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '224.0.0.0/3'],
  ...['::/127', '::ffff:0:0/96', '100::/64', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
)

/** What kind of address this is to an internet gateway: private (RFC 1918), shared (RFC 6598), special-purpose (with RFC 4193's fc00::/7) or public. */
export function scopeOf(address: Address): 'rfc1918' | 'rfc6598' | 'special' | 'public' {
  if (RFC1918.some((block) => contains(block, address))) return 'rfc1918'
  if (RFC6598.some((block) => contains(block, address))) return 'rfc6598'
  return SPECIAL.some((block) => contains(block, address)) ? 'special' : 'public'
}
