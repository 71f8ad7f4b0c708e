const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]))

/** Bytes as base64 text, padded. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = (a! << 16) | (b << 8) | c
    parts.push(LETTERS[bits >> 18]! + LETTERS[(bits >> 12) & 63]! + LETTERS[(bits >> 6) & 63]! + LETTERS[bits & 63]!)
  }
  const padding = (3 - (bytes.length % 3)) % 3
  return parts.join('').slice(0, parts.length * 4 - padding) + '='.repeat(padding)
}

/** The bytes that a base64 text stands for, white space left aside; null where it is none. */
export function fromBase64(text: string): Uint8Array | null {
  const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '')
  if (letters.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4))
  let bits = 0
  let at = 0
  for (let index = 0; index < letters.length; index++) {
    const value = VALUES.get(letters[index]!)
    if (value === undefined) return null
    bits = ((bits << 6) | value) & 0xffffff
    // every fourth letter begins a byte and ends none
    if (index % 4 > 0) bytes[at++] = (bits >> (6 - 2 * (index % 4))) & 255
  }
  return bytes
}
