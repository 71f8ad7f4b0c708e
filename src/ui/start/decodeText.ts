/** UTF-8, or the UTF-16 that PowerShell writes when it redirects what a program prints. */
export function decodeText(buffer: ArrayBuffer): string {
  const [first, second] = new Uint8Array(buffer)
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(buffer)
}
