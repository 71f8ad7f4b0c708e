import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type GivenFile, isWanted } from '../core/import/index.ts'
import { Unusable } from './unusable.ts'

/** A file, or what is read of a folder. Throws `Unusable` where there is nothing. */
export async function readGiven(path: string): Promise<readonly GivenFile[]> {
  try {
    return (await stat(path)).isDirectory()
      ? await readFolder(path)
      : [{ path: basename(path), bytes: await readFile(path) }]
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** The files of a folder that are read, at any depth, sorted by path. Paths begin with the folder's own name: it may be a Region's or an account's. */
export async function readFolder(folder: string): Promise<readonly GivenFile[]> {
  const root = resolve(folder)
  const inside = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join('/'))
    .filter(isWanted)
    .sort()
  return Promise.all(
    inside.map(async (path) => ({ path: `${basename(root)}/${path}`, bytes: await readFile(join(root, path)) })),
  )
}

/** Why a file cannot be read, in words. */
export function unreadable(path: string, error: unknown): Unusable {
  const { code, message } = error as NodeJS.ErrnoException
  return new Unusable(`${path}: ${code === 'ENOENT' ? 'no such file' : message}`)
}
