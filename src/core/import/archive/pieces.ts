/** Small enough that what one piece unpacks to, at most 1032 times as much, fits anywhere. */
const PIECE = 16 * 1024

/** The bytes in pieces, with a word for the last. */
export function* pieces(bytes: Uint8Array): Generator<readonly [piece: Uint8Array, isLast: boolean]> {
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE)
    yield [bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length]
}

/** Pieces as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
