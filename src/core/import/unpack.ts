import { gunzipUpTo } from './archive/gunzipUpTo.ts'
import { readZip } from './archive/readZip.ts'
import { decodeText } from './decodeText.ts'
import { type GivenFile, isGzip, isHidden, isReadable, isZip, MOST_BYTES, TOO_LARGE } from './givenFile.ts'

/** A file's path inside the folder that was given, and what it holds. */
export interface SourceFile {
  readonly path: string
  readonly text: string
  /** What its bytes are in UTF-8, where that is not `text`; null where they are something else. */
  readonly original?: string | null
  /** Why it holds nothing that can be read: a sentence. */
  readonly problem?: string
  /** What else there is to say of it. */
  readonly remarks?: readonly string[]
}

/** The texts of all files, those of archives too; `passOver` is told of those that are not looked at. A refusal, to go on behind the name of what was given, where one is no archive or all is too much. */
export function unpack(
  given: readonly GivenFile[],
  passOver: (path: string) => void = () => {},
): readonly SourceFile[] | string {
  const files: SourceFile[] = []
  let left = MOST_BYTES
  for (const one of given) {
    const members = one.problem === undefined && !one.isPassedOver && isZip(one.path) ? unzip(one.bytes, left) : [one]
    if (typeof members === 'string') {
      if (members === TOO_LARGE || given.length === 1) return members
      files.push({ path: one.path, text: '', problem: `The file ${members}` })
      continue
    }
    for (const { path, bytes, problem, isPassedOver } of members) {
      if (isPassedOver) {
        passOver(path)
        continue
      }
      const plain = problem === undefined && isGzip(path) ? gunzip(bytes, left) : bytes
      if (plain === TOO_LARGE || (typeof plain === 'string' && given.length === 1)) return plain
      if (typeof plain === 'string' || problem !== undefined) {
        files.push({ path, text: '', problem: problem ?? `The file ${plain}` })
        continue
      }
      left -= plain.length
      if (left < 0) return TOO_LARGE
      files.push({ path, ...decodeText(plain) })
    }
  }
  return withRepeated(files)
}

/** Files of one name are all read, and it is said: what unpacks them elsewhere keeps one. */
function withRepeated(files: readonly SourceFile[]): readonly SourceFile[] {
  const seen = new Set<string>()
  return files.map((file) => {
    const isRepeated = seen.has(file.path)
    seen.add(file.path)
    return isRepeated ? { ...file, remarks: ['There is another file of this name: both are read'] } : file
  })
}

/** A file that is compressed by itself. */
function gunzip(bytes: Uint8Array, most: number): Uint8Array | string {
  try {
    return gunzipUpTo(bytes, most) ?? TOO_LARGE
  } catch (error) {
    return `is no gzip file: ${(error as Error).message}`
  }
}

/** The files of an archive, sorted by path; those that cannot be read with the reason. */
function unzip(archive: Uint8Array, most: number): readonly GivenFile[] | string {
  try {
    const members = readZip(archive).filter(({ path }) => !isHidden(path))
    const readable = members.filter(({ path }) => isReadable(path))
    if (readable.reduce((sum, { size }) => sum + size, 0) > most) return TOO_LARGE
    return members
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
      .map(({ path, read }): GivenFile => {
        if (!isReadable(path)) return { path, bytes: new Uint8Array(), isPassedOver: true }
        const content = read()
        return typeof content === 'string'
          ? { path, bytes: new Uint8Array(), problem: `The file ${content}` }
          : { path, bytes: content }
      })
  } catch (error) {
    return `is no zip archive: ${(error as Error).message}`
  }
}
