const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The letters, digits and signs of ASCII that a text says in Base64; a text that is none as it is. */
export function decodeBase64(text: string): string {
  const digits = text.replace(/\s+/g, '').replace(/=+$/, '')
  if (digits.length < 8 || /[^A-Za-z0-9+/]/.test(digits)) return text
  let out = ''
  let bits = 0
  let held = 0
  for (const digit of digits) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    out += String.fromCharCode((held >> bits) & 0xff)
  }
  return out
}
