import { IPv6 } from 'ip-num'

/** IPv6 as four unsigned 32-bit integers, most significant first. */
export type Ip6 = readonly [number, number, number, number]
/** IPv4 is one unsigned 32-bit integer, IPv6 four: nothing else enters the simulation. */
export type Address = number | Ip6

const DOTTED = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/

/** Reads `10.0.1.5` or `2001:db8::5`; null for anything else (leading zeros, spaces, hexadecimal IPv4 and zones included). */
export function parseAddress(text: string): Address | null {
  const parts = DOTTED.exec(text)
  if (parts) {
    const [a, b, c, d] = [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4])]
    return a > 255 || b > 255 || c > 255 || d > 255 ? null : ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
  }
  if (!text.includes(':') || !/^[0-9a-fA-F:.]{2,45}$/.test(text)) return null
  return parseIp6(text)
}

function parseIp6(text: string): Ip6 | null {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (tail) {
    const v4 = parseAddress(tail[2]!)
    if (typeof v4 !== 'number') return null
    return parseIp6(`${tail[1]}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}`)
  }
  try {
    const value = new IPv6(text).getValue()
    const part = (shift: bigint) => Number((value >> shift) & 0xffffffffn)
    return [part(96n), part(64n), part(32n), part(0n)]
  } catch {
    return null // ip-num throws on every malformed text; null is this function's word for that
  }
}

/** `10.0.1.5`, or IPv6 in the shortest form of RFC 5952. */
export function formatAddress(address: Address): string {
  if (typeof address === 'number')
    return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
  const groups = address.flatMap((word) => [word >>> 16, word & 0xffff])
  let start = -1
  let length = 1
  for (let i = 0; i < 8; i++) {
    let end = i
    while (end < 8 && groups[end] === 0) end++
    if (end - i > length) [start, length] = [i, end - i]
    if (end > i) i = end
  }
  const hex = groups.map((group) => group.toString(16))
  return start < 0 ? hex.join(':') : `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

export const isIp4 = (address: Address): address is number => typeof address === 'number'

export function sameAddress(a: Address, b: Address): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]
}

/** The address `offset` places after `address` (offset is a whole number from 0 to 2^32-1; wraps at the end of the space). */
export function addOffset(address: Address, offset: number): Address {
  if (typeof address === 'number') return (address + offset) >>> 0
  const words = [...address] as [number, number, number, number]
  let carry = offset
  for (let i = 3; i >= 0 && carry > 0; i--) {
    const sum = words[i]! + carry
    words[i] = sum >>> 0
    carry = sum > 0xffffffff ? 1 : 0
  }
  return words
}
