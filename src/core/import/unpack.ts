import { gunzipSync, unzipSync } from 'fflate'
import { decodeText } from './decodeText.ts'
import { type GivenFile, isGzip, isReadable, isZip, MOST_BYTES, TOO_LARGE } from './givenFile.ts'

/** A file's path inside the folder that was given, and what it holds. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

/** The texts of all files, those of archives too; a refusal, to go on behind the name of what was given, where one is no archive or all is too much. */
export function unpack(given: readonly GivenFile[]): readonly SourceFile[] | string {
  const files: SourceFile[] = []
  let left = MOST_BYTES
  for (const one of given) {
    const members = isZip(one.path) ? unzip(one.bytes, left) : [one]
    if (typeof members === 'string') return members
    for (const { path, bytes } of members) {
      const plain = isGzip(path) ? gunzip(bytes, left) : bytes
      if (typeof plain === 'string') return plain
      left -= plain.length
      if (left < 0) return TOO_LARGE
      files.push({ path, text: decodeText(plain) })
    }
  }
  return files
}

/** A file that is compressed by itself; its last four bytes say how much it holds. Source: RFC 1952. */
function gunzip(bytes: Uint8Array, most: number): Uint8Array | string {
  if (bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0, true) > most)
    return TOO_LARGE
  try {
    return gunzipSync(bytes)
  } catch (error) {
    return `is no gzip file: ${(error as Error).message}`
  }
}

/** The readable files of an archive, sorted by path. */
function unzip(archive: Uint8Array, most: number): readonly GivenFile[] | string {
  let size = 0
  try {
    const files = unzipSync(archive, {
      filter({ name, originalSize }) {
        if (!isReadable(name)) return false
        size += originalSize
        return size <= most
      },
    })
    if (size > most) return TOO_LARGE
    return Object.keys(files)
      .sort()
      .map((path) => ({ path, bytes: files[path]! }))
  } catch (error) {
    return `is no zip archive: ${(error as Error).message}`
  }
}
