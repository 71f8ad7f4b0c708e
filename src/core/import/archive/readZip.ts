import { crc32 } from './crc32.ts'
import { inflateUpTo } from './inflateUpTo.ts'

declare const TextDecoder: new (encoding: string) => { decode(bytes: Uint8Array): string }

/** A file of an archive. What it holds is unpacked when it is asked for. */
export interface ZipMember {
  readonly path: string
  /** As the archive states it, which may be false. */
  readonly size: number
  /** What it holds, or why that cannot be had: a clause. */
  read(): Uint8Array | string
}

const END = 0x06054b50
const END_64 = 0x06064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
/** The end of an archive may be followed by a comment of that size. */
const MOST_COMMENT = 65_535

/** The files that an archive lists, folders left out. Throws where it is no archive. Source: APPNOTE.TXT, the .ZIP file format, 4.3 to 4.5. */
export function readZip(bytes: Uint8Array): readonly ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = findEnd(view)
  if (end === null) throw new Error('its list of files is not there')
  const { count, start } = listOf(view, end)
  const members: ZipMember[] = []
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new Error('its list of files is cut off')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const next = at + 46 + nameLength! + extraLength! + commentLength!
    const path = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength!))
    if (!path.endsWith('/')) members.push(memberAt(view, bytes, at, path, nameLength!, extraLength!))
    at = next
  }
  return members
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - MOST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

/** Where the list of files begins and how many it has; large archives say it in a record of their own. */
function listOf(view: DataView, end: number): { readonly count: number; readonly start: number } {
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if ((count !== 0xffff && start !== 0xffffffff) || end < 20) return { count, start }
  const far = Number(view.getBigUint64(end - 12, true))
  if (far + 56 > view.byteLength || view.getUint32(far, true) !== END_64) return { count, start }
  return { count: Number(view.getBigUint64(far + 32, true)), start: Number(view.getBigUint64(far + 48, true)) }
}

function memberAt(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  path: string,
  nameLength: number,
  extraLength: number,
): ZipMember {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0
  const method = view.getUint16(at + 10, true)
  const checksum = view.getUint32(at + 16, true)
  const { size, packed, start } = extentOf(view, at, at + 46 + nameLength, extraLength)
  // The upper half of the attributes is the file's mode where Unix wrote it.
  const isLink = view.getUint8(at + 5) === 3 && ((view.getUint32(at + 38, true) >>> 16) & 0xf000) === 0xa000
  return {
    path,
    size,
    read() {
      if (isLink) return 'is a symbolic link, which is not followed'
      if (isEncrypted) return 'is encrypted'
      if (method !== 0 && method !== 8) return `is compressed in a way that is not read here (method ${method})`
      if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL) return 'is not where the archive says'
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      if (from + packed > bytes.length) return 'is cut off'
      const content = bytes.subarray(from, from + packed)
      let plain: Uint8Array | null
      try {
        plain = method === 0 ? content : inflateUpTo(content, size)
      } catch (error) {
        return `cannot be unpacked: ${(error as Error).message}`
      }
      if (plain?.length !== size) return 'is not as large as the archive says: it was not read'
      return crc32(plain) === checksum ? plain : 'has another checksum than the archive says: it was not read'
    },
  }
}

/** Sizes and place of a member, out of its extra field where they are too large for the list. */
function extentOf(view: DataView, at: number, extra: number, length: number) {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let start = view.getUint32(at + 42, true)
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    const take = () => {
      next += 8
      return next <= extra + length ? Number(view.getBigUint64(next - 8, true)) : 0
    }
    if (size === 0xffffffff) size = take()
    if (packed === 0xffffffff) packed = take()
    if (start === 0xffffffff) start = take()
  }
  return { packed, size, start }
}
