import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import type { SourceFile } from '../core/import/index.ts'

/** The JSON files of a folder, at any depth, sorted by path. Paths begin with the folder's own name: it may be a Region's or an account's. */
export async function readFolder(folder: string): Promise<readonly SourceFile[]> {
  const root = resolve(folder)
  const names = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = names
    .filter((one) => one.isFile() && /\.json$/i.test(one.name) && !one.name.startsWith('.'))
    .map((one) => join(one.parentPath, one.name))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      path: [basename(root), ...relative(root, path).split(sep)].join('/'),
      text: decodeText(await readFile(path)),
    })),
  )
}

/** Text of a file: UTF-8, or the UTF-16 that PowerShell writes when it redirects what a program prints. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
