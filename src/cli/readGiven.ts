import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type GivenFile, isHidden, isWanted, MOST_BYTES, TOO_LARGE } from '../core/import/index.ts'
import { Unusable } from './unusable.ts'

/** A file, or what is read of a folder. Throws `Unusable` where there is nothing. */
export async function readGiven(path: string): Promise<readonly GivenFile[]> {
  try {
    return (await stat(path)).isDirectory()
      ? await readFolder(path)
      : [{ path: basename(path), bytes: await readFile(path) }]
  } catch (error) {
    throw error instanceof Unusable ? error : unreadable(path, error)
  }
}

/** The files of a folder that are read, at any depth, sorted by path. Paths begin with the folder's own name: it may be a Region's or an account's. */
export async function readFolder(folder: string): Promise<readonly GivenFile[]> {
  const root = resolve(folder)
  const inside = (await readdir(root, { recursive: true, withFileTypes: true }))
    .map((one) => ({ one, path: relative(root, join(one.parentPath, one.name)).split(sep).join('/') }))
    .filter(({ one, path }) => !one.isDirectory() && !isHidden(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  const files: GivenFile[] = []
  let left = MOST_BYTES
  for (const { one, path } of inside) {
    const file = await readInside(join(root, path), one)
    left -= file.bytes.length
    if (left < 0) throw new Unusable(`${folder}: ${TOO_LARGE}`)
    files.push({ ...file, path: `${basename(root)}/${path}` })
  }
  return files
}

/** A file of a folder; what is none, or cannot be read, costs itself alone. */
async function readInside(path: string, one: Dirent): Promise<Omit<GivenFile, 'path'>> {
  const nothing = (problem: string) => ({ bytes: new Uint8Array(), problem: `The file ${problem}` })
  if (!isWanted(path) && !one.isSymbolicLink()) return { bytes: new Uint8Array(), isPassedOver: true }
  if (one.isSymbolicLink()) return nothing('is a symbolic link, which is not followed')
  if (!one.isFile()) return nothing('is a pipe, a device or a socket')
  try {
    return { bytes: await readFile(path) }
  } catch (error) {
    return nothing(`cannot be read: ${(error as Error).message}`)
  }
}

/** Why a file cannot be read, in words. */
export function unreadable(path: string, error: unknown): Unusable {
  const { code, message } = error as NodeJS.ErrnoException
  return new Unusable(`${path}: ${code === 'ENOENT' ? 'no such file' : message}`)
}
