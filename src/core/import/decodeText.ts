/** Of the Encoding Standard: pages, workers and Node have it, the language itself does not declare it. */
declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

const MARK = '\ufeff'

/**
 * Text of a file, without its byte order mark: UTF-8, or the UTF-16 that PowerShell writes when it redirects what a program prints. `original` is the
 * text that gives the same bytes in UTF-8, where that is another one; null where none does.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly original?: string | null } {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), original: null }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), original: null }
  const text = new TextDecoder('utf-8').decode(bytes)
  // what stands for bytes that are no UTF-8
  if (text.includes('\ufffd')) return { text, original: null }
  return first === 0xef && second === 0xbb && third === 0xbf ? { text, original: `${MARK}${text}` } : { text }
}
