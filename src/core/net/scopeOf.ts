import { type Address, isIp4 } from './address.ts'
import { blockOf, contains, overlaps } from './block.ts'

/** What kind of address this is to an internet gateway: private (RFC 1918), shared (RFC 6598), special-purpose (with RFC 4193's fc00::/7) or public. */
export type Scope = 'rfc1918' | 'rfc6598' | 'special' | 'public'

const scoped = (scope: Scope, ...texts: string[]) => texts.map((text) => ({ scope, block: blockOf(text)! }))
const SCOPES4 = [
  ...scoped('rfc1918', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'),
  ...scoped('rfc6598', '100.64.0.0/10'),
  /*
   * Not globally reachable by IANA's special-purpose registries (RFC 6890), with multicast and the old class E.
   * The documentation blocks (RFC 5737, RFC 3849) and the benchmarking block 198.18.0.0/15 are left out on purpose: designs use the
   * former as sample hosts of the internet, the simulator the latter as sample public addresses.
   */
  ...scoped('special', '0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '224.0.0.0/3'),
]
const SCOPES6 = scoped('special', '::/127', '::ffff:0:0/96', '100::/64', 'fc00::/7', 'fe80::/10', 'ff00::/8')

/** The blocks of every scope but `public`. */
export const unpublicBlocks = [...SCOPES4, ...SCOPES6].map(({ block }) => block)

/** Blocks by the first byte of an address: most have none, and every packet asks. */
const BY_FIRST_BYTE = Array.from({ length: 256 }, (_, byte) =>
  SCOPES4.filter(({ block }) => overlaps(block, { base: (byte << 24) >>> 0, length: 8 })),
)

export function scopeOf(address: Address): Scope {
  const blocks = isIp4(address) ? BY_FIRST_BYTE[address >>> 24]! : SCOPES6
  for (let i = 0; i < blocks.length; i++) if (contains(blocks[i]!.block, address)) return blocks[i]!.scope
  return 'public'
}
