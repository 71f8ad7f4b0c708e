/** A file as it was given: its path, inside of the folder that it came with, and its bytes. */
export interface GivenFile {
  readonly path: string
  readonly bytes: Uint8Array
  /** Why its bytes could not be had, in a sentence; absent = they could. */
  readonly problem?: string
  /** It is not looked at, its name being none of those that are read. */
  readonly isPassedOver?: true
}

/** All that is imported at once, unpacked. No text can be much longer either. */
export const MOST_BYTES = 512 * 1024 * 1024
/** What is said of something larger, behind its name. */
export const TOO_LARGE = `holds more than ${MOST_BYTES / 1048576} MB`

const HIDDEN = /(?:^|[/\\])(?:\.(?!\.?[/\\])|__MACOSX[/\\])/
/** Whether systems have added it to a folder or archive, or keep it out of sight there. */
export const isHidden = (path: string): boolean => HIDDEN.test(path)

export const isZip = (path: string): boolean => /\.zip$/i.test(path)
/** Whether a file is compressed by itself. */
export const isGzip = (path: string): boolean => /\.gz$/i.test(path)
/** Whether a path inside of a folder or an archive is a file with something to read: JSON, JSON a line, YAML, or a template, perhaps compressed. */
export const isReadable = (path: string): boolean =>
  /\.(?:json|jsonl|ndjson|tfstate|ya?ml|template)(?:\.gz)?$/i.test(path) && !isHidden(path)
/** The same of a folder, which may have archives in it. */
export const isWanted = (path: string): boolean => isReadable(path) || (isZip(path) && !isHidden(path))

/** Whether what was given is one file that is no archive: it is read whatever it is called. */
export const isOnItsOwn = (given: readonly Pick<GivenFile, 'path'>[]): boolean =>
  given.length === 1 && !isZip(given[0]!.path) && !/[/\\]/.test(given[0]!.path)

/** What to call that which was given: the folder that all of it is in, or the one file. */
export function nameOf(given: readonly Pick<GivenFile, 'path'>[]): string {
  const tops = new Set(given.map(({ path }) => path.split('/')[0]!))
  const [top] = tops
  return tops.size === 1 && top ? top : 'Imported network'
}
/** The title of a design that is made of it. */
export const titleOf = (given: readonly Pick<GivenFile, 'path'>[]): string =>
  nameOf(given)
    .replace(/\.gz$/i, '')
    .replace(/\.(?:zip|json|jsonl|ndjson|ya?ml|template)$/i, '')
