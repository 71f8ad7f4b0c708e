import type { SourceFile } from '../../core/import/index.ts'
import { decodeText } from './decodeText.ts'

/** More than this is no output of `describe` calls. */
const MOST_BYTES = 256 * 1024 * 1024

/** The JSON files of a zip archive; none where it is no archive, or too large. */
export async function unzipTexts(buffer: ArrayBuffer): Promise<readonly SourceFile[]> {
  const { unzipSync } = await import('fflate')
  let bytes = 0
  const files = unzipSync(new Uint8Array(buffer), {
    filter: ({ name, originalSize }) => {
      if (!/\.json$/i.test(name) || /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) return false
      bytes += originalSize
      if (bytes > MOST_BYTES) throw new Error(`It holds more than ${MOST_BYTES / 1048576} MB.`)
      return true
    },
  })
  return Object.keys(files)
    .sort()
    .map((path) => ({ path, text: decodeText(files[path]!.slice().buffer) }))
}
