/** Of the Encoding Standard: pages, workers and Node have it, the language itself does not declare it. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

/** Text of a file, without its byte order mark: UTF-8, or the UTF-16 that PowerShell writes when it redirects what a program prints. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}
