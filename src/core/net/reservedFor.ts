import { type Address, isIp4 } from './address.ts'
import { blockOf, contains } from './block.ts'

const kept = (what: string, ...texts: string[]) => texts.map((text) => ({ what, block: blockOf(text)! }))

/*
 * Blocks that nobody on the internet has. Those that every host answers itself, and private ones, are told apart by `scopeOf`.
 * Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890); IANA IPv6 address space (global unicast is 2000::/3).
 */
const KEPT4 = [
  ...kept('documentation', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'),
  ...kept('benchmarks', '198.18.0.0/15'),
  // Source: VPC Lattice guide, types of service networks: owned by AWS and not routable
  ...kept('VPC Lattice', '129.224.0.0/17'),
]
const KEPT6 = [
  ...kept('documentation', '2001:db8::/32', '3fff::/20'),
  ...kept('benchmarks', '2001:2::/48'),
  ...kept('NAT64', '64:ff9b::/96', '64:ff9b:1::/48'),
]
const GLOBAL_UNICAST = blockOf('2000::/3')!

/** The blocks that are kept for something. */
export const reservedBlocks = [...KEPT4, ...KEPT6].map(({ block }) => block)

/** What an address is kept for that nobody on the internet has; null where somebody may have it. */
export function reservedFor(address: Address): string | null {
  for (const { what, block } of isIp4(address) ? KEPT4 : KEPT6) if (contains(block, address)) return what
  return isIp4(address) || contains(GLOBAL_UNICAST, address) ? null : 'later use'
}
