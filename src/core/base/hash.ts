/** FNV-1a of a text as an unsigned 32-bit integer: the source of sample addresses and ids, never of security. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** `length` hexadecimal digits that depend on `text` alone. */
export function hexOf(text: string, length: number): string {
  let out = ''
  for (let i = 0; out.length < length; i++) out += hashText(`${i}:${text}`).toString(16).padStart(8, '0')
  return out.slice(0, length)
}
