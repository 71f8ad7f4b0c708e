import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { SourceFile } from '../core/import/index.ts'
import { decodeText } from './readFolder.ts'
import { Unusable } from './unusable.ts'

/** More than this is no output of `describe` calls. */
const MOST_BYTES = 512 * 1024 * 1024

/** The JSON files of a zip archive, sorted by path. Throws `Unusable` where it is none. */
export async function readZip(path: string): Promise<readonly SourceFile[]> {
  let bytes = 0
  try {
    const files = unzipSync(await readFile(path), {
      filter: ({ name, originalSize }) => {
        if (!/\.json$/i.test(name) || /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) return false
        bytes += originalSize
        if (bytes > MOST_BYTES) throw new Unusable(`${path}: holds more than ${MOST_BYTES / 1048576} MB`)
        return true
      },
    })
    return Object.keys(files)
      .sort()
      .map((name) => ({ path: name, text: decodeText(files[name]!) }))
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable(`${path}: is no zip archive: ${(error as Error).message}`)
  }
}
