import { Inflate } from 'fflate'
import { joined, pieces } from './pieces.ts'

/** What compressed bytes hold; null as soon as that is more than `most`, whatever they say of their size. Throws where they are none. */
export function inflateUpTo(bytes: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = []
  let size = 0
  const stream = new Inflate((part) => {
    parts.push(part)
    size += part.length
  })
  for (const [piece, isLast] of pieces(bytes)) {
    stream.push(piece, isLast)
    if (size > most) return null
  }
  return joined(parts)
}
