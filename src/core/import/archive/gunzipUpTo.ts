import { Gunzip } from 'fflate'
import { crc32 } from './crc32.ts'
import { joined, pieces } from './pieces.ts'

/** What a gzip file holds, one of several members too; null as soon as that is more than `most`. Throws where it is none, or its checksum is wrong. */
export function gunzipUpTo(bytes: Uint8Array, most: number): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: Uint8Array[] = []
  let size = 0
  let checksum = 0
  const stream = new Gunzip((part) => {
    parts.push(part)
    size += part.length
    checksum = crc32(part, checksum)
  })
  // A member ends with its checksum and its size. Source: RFC 1952.
  const check = (end: number) => {
    if (end < 8 || view.getUint32(end - 8, true) !== checksum) throw new Error('its checksum is wrong')
    checksum = 0
  }
  stream.onmember = check
  for (const [piece, isLast] of pieces(bytes)) {
    stream.push(piece, isLast)
    if (size > most) return null
  }
  check(bytes.length)
  return joined(parts)
}
