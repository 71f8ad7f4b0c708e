import { type Address } from './address.ts'
import { type Block, blockOf, contains } from './block.ts'

const blocks = (...texts: string[]): readonly Block[] => texts.map((text) => blockOf(text)!)
const RFC1918 = blocks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16')
const RFC6598 = blocks('100.64.0.0/10')
const OTHER_PRIVATE = blocks('0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3', '::/127', 'fc00::/7', 'fe80::/10', 'ff00::/8')

/** What kind of address this is to an internet gateway (RFC 1918, RFC 6598, RFC 4193 and the special-purpose registries). */
export function scopeOf(address: Address): 'rfc1918' | 'rfc6598' | 'special' | 'public' {
  if (RFC1918.some((block) => contains(block, address))) return 'rfc1918'
  if (RFC6598.some((block) => contains(block, address))) return 'rfc6598'
  return OTHER_PRIVATE.some((block) => contains(block, address)) ? 'special' : 'public'
}
