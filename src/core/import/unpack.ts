import { unzipSync } from 'fflate'
import { decodeText } from './decodeText.ts'
import { type GivenFile, isJson, isZip, MOST_BYTES, TOO_LARGE } from './givenFile.ts'

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
    for (const { bytes } of members) left -= bytes.length
    if (left < 0) return TOO_LARGE
    for (const { path, bytes } of members) files.push({ path, text: decodeText(bytes) })
  }
  return files
}

/** The JSON files of an archive, sorted by path. */
function unzip(archive: Uint8Array, most: number): readonly GivenFile[] | string {
  let size = 0
  try {
    const files = unzipSync(archive, {
      filter({ name, originalSize }) {
        if (!isJson(name)) return false
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
