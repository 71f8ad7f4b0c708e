const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A text in UTF-8 as Base64. */
export function encodeBase64(text: string): string {
  const bytes = utf8Of(text)
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(three >> shift) & 63]!)
    const left = bytes.length - at
    out += digits.slice(0, left + 1).join('') + '='.repeat(Math.max(0, 3 - left))
  }
  return out
}

/** As `encodeURIComponent` writes them; half letters, which it refuses, are replaced. */
const utf8Of = (text: string): readonly number[] =>
  [...encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).matchAll(/%(..)|(.)/g)].map(([, hex, letter]) =>
    hex === undefined ? letter!.charCodeAt(0) : Number.parseInt(hex, 16),
  )
