import type { ExportFile } from '../../core/export/index.ts'
import { createPart } from '../../state/parts.ts'

const fflate = createPart(() => import('fflate'))

/** A time that every archive carries, so that the same files give the same bytes. The earliest that a zip can hold. */
const MTIME = new Date(1980, 0, 1)
const EXECUTABLE = 0o100755
const PLAIN = 0o100644
const UNIX = 3

/** The files as one zip archive under a folder, scripts marked as executable. */
export async function zipFiles(folder: string, files: readonly ExportFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await fflate.load()
  return zipSync(
    Object.fromEntries(
      files.map(({ path, text, executable }) => [
        `${folder}/${path}`,
        [strToU8(text), { mtime: MTIME, os: UNIX, attrs: (executable ? EXECUTABLE : PLAIN) << 16 }],
      ]),
    ),
  )
}
