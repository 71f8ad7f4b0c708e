import { readFile, stat } from 'node:fs/promises'
import { type Design, parseDesign } from '../core/model/index.ts'
import { Unusable } from './unusable.ts'

/** How a kind of SOURCE is told and read; later formats are lines here. */
interface SourceFormat {
  readonly name: string
  fits(path: string, isFolder: boolean): boolean
  load(path: string): Promise<Design>
}

const FORMATS: readonly SourceFormat[] = [
  { name: 'design file (.json)', fits: (_path, isFolder) => !isFolder, load: loadDesignFile },
]

/** Reads SOURCE, whatever its format, into a design; throws `Unusable` with the place of what is wrong. */
export async function loadSource(path: string): Promise<Design> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(error.code === 'ENOENT' ? `${path}: no such file` : `${path}: ${error.message}`)
  })
  const format = FORMATS.find((one) => one.fits(path, found.isDirectory()))
  if (!format) throw new Unusable(`${path}: is a folder; give a ${FORMATS.map((one) => one.name).join(' or a ')}`)
  return format.load(path)
}

async function loadDesignFile(path: string): Promise<Design> {
  const result = parseDesign(await readText(path))
  if (result.ok) return result.design
  const [first, ...more] = result.problems
  const place = first?.path ? `${first.path}: ` : ''
  throw new Unusable(
    `${path}: ${place}${first?.message ?? 'cannot be read'}${more.length > 0 ? ` (and ${more.length} more)` : ''}`,
  )
}

/** The text of a file; `-` is standard input. Throws `Unusable` where there is none. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')
  } catch (error) {
    throw new Unusable(
      `${path}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message}`,
    )
  }
}
