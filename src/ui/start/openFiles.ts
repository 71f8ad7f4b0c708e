import type { SourceFile } from '../../core/import/index.ts'
import type { OpenableFile, Stores } from '../../state/types.ts'
import { decodeText } from './decodeText.ts'
import { unzipTexts } from './unzipTexts.ts'

/** A file as a person gives it, with its path inside of the folder that was dropped. */
export interface GivenFile {
  readonly path: string
  readonly file: OpenableFile & { arrayBuffer(): Promise<ArrayBuffer> }
}

const MOST_BYTES = 256 * 1024 * 1024

/** Opens a design file; anything else is taken for what the AWS CLI printed, and imported. */
export async function openFiles({ actions, view }: Pick<Stores, 'actions' | 'view'>, given: readonly GivenFile[]) {
  const [first] = given
  if (!first) return false
  try {
    // A single file that is no output of the AWS CLI is a design, or is refused with what is wrong with it as one.
    if (given.length === 1 && !isZip(first) && !(await isDescribeOutput(first))) return actions.openFile(first.file)
    return actions.importFiles(await textsOf(given), titleOf(given))
  } catch (error) {
    view
      .getState()
      .say(`“${titleOf(given)}” could not be read. ${error instanceof Error ? error.message : error}`, 'error')
    return false
  }
}

const isZip = ({ path }: GivenFile): boolean => /\.zip$/i.test(path)

async function textsOf(given: readonly GivenFile[]): Promise<readonly SourceFile[]> {
  const files: SourceFile[] = []
  let bytes = 0
  for (const one of given) {
    if (!isZip(one) && !/\.json$/i.test(one.path)) continue
    bytes += one.file.size
    if (bytes > MOST_BYTES) throw new Error(`It is larger than ${MOST_BYTES / 1048576} MB.`)
    const buffer = await one.file.arrayBuffer()
    if (isZip(one)) files.push(...(await unzipTexts(buffer)))
    else files.push({ path: one.path, text: decodeText(buffer) })
  }
  return files
}

/** An object of lists that does not say that it is a design. */
async function isDescribeOutput({ file }: GivenFile): Promise<boolean> {
  if (file.size > MOST_BYTES) return false
  try {
    const value: unknown = JSON.parse(decodeText(await file.arrayBuffer()))
    return (
      typeof value === 'object' && value !== null && !('format' in value) && Object.values(value).some(Array.isArray)
    )
  } catch {
    return false // not JSON: opening it as a design says where it is wrong
  }
}

/** The folder that all files are in, the archive, or what they are. */
function titleOf(given: readonly GivenFile[]): string {
  const tops = new Set(given.map(({ path }) => path.split('/')[0]!))
  const [top] = tops
  return tops.size === 1 && top ? top.replace(/\.(?:zip|json)$/i, '') : 'Imported network'
}
