import { type Address, addOffset, formatAddress, isIp4, parseAddress, sameAddress } from './address.ts'

/** A CIDR block with its host bits cleared. `length` is 0 to 32 (IPv4) or 0 to 128 (IPv6). */
export interface Block {
  readonly base: Address
  readonly length: number
}

/** What is wrong with a text that should be a CIDR block. */
export type BlockProblem = 'not-a-cidr' | 'bad-address' | 'bad-length' | 'host-bits'
/** A block, or what is wrong with its text. */
export type BlockResult =
  | { readonly ok: true; readonly block: Block }
  | { readonly ok: false; readonly problem: BlockProblem; readonly message: string; readonly suggestion?: string }

/** Reads `10.0.0.0/16` or `2001:db8::/56`. Refusals say what is wrong; host bits (and only they) come with the network as `suggestion`. */
export function parseBlock(text: string): BlockResult {
  const slash = text.indexOf('/')
  if (slash < 0) return { ok: false, problem: 'not-a-cidr', message: explainNoLength(text) }
  const address = parseAddress(text.slice(0, slash))
  if (address === null)
    return { ok: false, problem: 'bad-address', message: `${quote(text.slice(0, slash))} is not an IP address` }
  const digits = text.slice(slash + 1)
  const most = isIp4(address) ? 32 : 128
  const length = /^(0|[1-9]\d{0,2})$/.test(digits) ? Number(digits) : -1
  if (length < 0 || length > most)
    return {
      ok: false,
      problem: 'bad-length',
      message: `${quote(`/${digits}`)} is not a prefix length from /0 to /${most}`,
    }
  const block = blockAt(address, length)
  if (sameAddress(block.base, address)) return { ok: true, block }
  const suggestion = formatBlock(block)
  const message = `${quote(text)} has host bits set; the block is ${suggestion}`
  return { ok: false, problem: 'host-bits', message, suggestion }
}

function explainNoLength(text: string): string {
  const address = parseAddress(text)
  if (address === null) return `${quote(text)} is not a CIDR block such as 10.0.0.0/16`
  return `${quote(text)} has no prefix length; as a single address it is ${text}/${isIp4(address) ? 32 : 128}`
}

/** Quotes what was typed; long texts are cut so that a message stays one line. */
const quote = (text: string): string => (text.length > 60 ? `“${text.slice(0, 60)}…”` : `“${text}”`)

/** As `parseBlock`, null for a refusal. */
export function blockOf(text: string): Block | null {
  const result = parseBlock(text)
  return result.ok ? result.block : null
}

/** The block of `length` that holds `address`. */
export function blockAt(address: Address, length: number): Block {
  if (isIp4(address)) return { base: (address & mask32(length)) >>> 0, length }
  const [a, b, c, d] = address
  const word = (value: number, before: number) => (value & mask32(length - before)) >>> 0
  return { base: [word(a, 0), word(b, 32), word(c, 64), word(d, 96)], length }
}

/** A 32-bit mask of `length` leading ones; lengths outside 0 to 32 are clamped (JavaScript would shift modulo 32). */
export const mask32 = (length: number): number =>
  length <= 0 ? 0 : length >= 32 ? 0xffffffff : (0xffffffff << (32 - length)) >>> 0

/** Whether `address` lies in `block`; never so across families. */
export function contains(block: Block, address: Address): boolean {
  const { base, length } = block
  if (typeof base === 'number') return typeof address === 'number' && (address & mask32(length)) >>> 0 === base
  if (typeof address === 'number') return false
  for (let i = 0; i < 4; i++) if ((address[i]! & mask32(length - 32 * i)) >>> 0 !== base[i]) return false
  return true
}

/** Whether all of `inner` lies in `outer`. */
export const covers = (outer: Block, inner: Block): boolean =>
  outer.length <= inner.length && contains(outer, inner.base)

/** Whether the blocks share an address (CIDR blocks either nest or are apart). */
export const overlaps = (a: Block, b: Block): boolean => covers(a, b) || covers(b, a)

/** Whether both are the same block. */
export const sameBlock = (a: Block, b: Block): boolean => a.length === b.length && sameAddress(a.base, b.base)

/** `10.0.0.0/16` */
export const formatBlock = (block: Block): string => `${formatAddress(block.base)}/${block.length}`

/** How many addresses the block has (exact up to 2^53, which larger IPv6 blocks pass). */
export const sizeOf = (block: Block): number => 2 ** ((isIp4(block.base) ? 32 : 128) - block.length)

/** The last address of the block. */
export function lastOf(block: Block): Address {
  const { base, length } = block
  if (typeof base === 'number') return addOffset(base, ~mask32(length) >>> 0)
  const word = (value: number, before: number) => (value | ~mask32(length - before)) >>> 0
  return [word(base[0], 0), word(base[1], 32), word(base[2], 64), word(base[3], 96)]
}
