/** IPv6 as four unsigned 32-bit integers, most significant first. */
export type Ip6 = readonly [number, number, number, number]
/** IPv4 is one unsigned 32-bit integer, IPv6 four: nothing else enters the simulation. */
export type Address = number | Ip6

const DOTTED = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-f]{1,4}$/i
/** `0000:0000:0000:0000:0000:ffff:255.255.255.255`, the longest way to write an address. */
const LONGEST = 45

/** Reads `10.0.1.5` or `2001:db8::5`; null for anything else (leading zeros, spaces, hexadecimal IPv4 and zones included). */
export function parseAddress(text: string): Address | null {
  if (text.length > LONGEST) return null
  return text.includes(':') ? parseIp6(text) : parseIp4(text)
}

function parseIp4(text: string): number | null {
  const parts = DOTTED.exec(text)
  if (!parts) return null
  const [a, b, c, d] = [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4])]
  return a > 255 || b > 255 || c > 255 || d > 255 ? null : ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
}

function parseIp6(text: string): Ip6 | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const head = parseGroups(halves[0]!, halves.length === 1)
  const tail = halves.length === 1 ? [] : parseGroups(halves[1]!, true)
  if (!head || !tail) return null
  const missing = 8 - head.length - tail.length
  // `::` stands for at least one group of zeros; without it all eight must be written.
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail]
  const word = (i: number) => ((groups[i]! << 16) | groups[i + 1]!) >>> 0
  return [word(0), word(2), word(4), word(6)]
}

/** The 16-bit groups of one side of `::`. The end of the whole text may be dotted IPv4. */
function parseGroups(text: string, last: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    const ip4 = last && i === parts.length - 1 ? parseIp4(part) : null
    if (ip4 !== null) groups.push(ip4 >>> 16, ip4 & 0xffff)
    else if (GROUP.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

/** `10.0.1.5`, or IPv6 in the shortest form of RFC 5952 (IPv4-mapped addresses end in dotted IPv4, its section 5). */
export function formatAddress(address: Address): string {
  if (typeof address === 'number') return formatIp4(address)
  const [a, b, c, d] = address
  if (a === 0 && b === 0 && c === 0xffff) return `::ffff:${formatIp4(d)}`
  const groups = address.flatMap((word) => [word >>> 16, word & 0xffff])
  const [start, length] = longestZeroRun(groups)
  const hex = groups.map((group) => group.toString(16))
  return length < 2 ? hex.join(':') : `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

const formatIp4 = (ip: number): string => `${ip >>> 24}.${(ip >>> 16) & 255}.${(ip >>> 8) & 255}.${ip & 255}`

/** Start and length of the longest run of zeros; the first of equals. */
function longestZeroRun(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0]
  let run = 0
  for (const [i, group] of groups.entries()) {
    run = group === 0 ? run + 1 : 0
    if (run > best[1]) best = [i - run + 1, run]
  }
  return best
}

/** Whether the address is IPv4. */
export const isIp4 = (address: Address): address is number => typeof address === 'number'

/** Whether both are the same address of the same family. */
export function sameAddress(a: Address, b: Address): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]
}

/** Orders IPv4 before IPv6, and each by value. */
export function compareAddress(a: Address, b: Address): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1
  if (typeof b === 'number') return 1
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]
}

/** The address `offset` places after `address` (offset is a whole number from 0 to 2^32-1; wraps at the end of the space). */
export function addOffset(address: Address, offset: number): Address {
  if (typeof address === 'number') return (address + offset) >>> 0
  const words: [number, number, number, number] = [...address]
  let carry = offset
  for (let i = 3; i >= 0 && carry > 0; i--) {
    const sum = words[i]! + carry
    words[i] = sum >>> 0
    carry = sum > 0xffffffff ? 1 : 0
  }
  return words
}
