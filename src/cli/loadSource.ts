import { readFile, stat } from 'node:fs/promises'
import { summaryOf } from '../core/import/index.ts'
import { type Design, parseDesign } from '../core/model/index.ts'
import { importSource } from './importSource.ts'
import { Unusable } from './unusable.ts'

/** How a kind of SOURCE is told and read; later formats are lines here. */
interface SourceFormat {
  fits(path: string, isFolder: boolean): boolean
  load(path: string): Promise<Design>
}

const FORMATS: readonly SourceFormat[] = [
  { fits: (_path, isFolder) => isFolder, load: (path) => loadImported(path, true) },
  { fits: (path) => /\.zip$/i.test(path), load: (path) => loadImported(path, false) },
  { fits: () => true, load: loadDesignFile },
]

/**
 * Reads SOURCE into a design: a design file, or a folder or zip archive of what the AWS CLI printed. Throws `Unusable` with the place of what is
 * wrong.
 */
export async function loadSource(path: string): Promise<Design> {
  const isFolder = await isFolderAt(path)
  return FORMATS.find((one) => one.fits(path, isFolder))!.load(path)
}

/** Whether a path is a folder; throws `Unusable` where there is nothing. */
export async function isFolderAt(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Unusable(error.code === 'ENOENT' ? `${path}: no such file` : `${path}: ${error.message}`)
  })
  return found.isDirectory()
}

/** What an import left out belongs to the answer, but not into it. */
async function loadImported(path: string, isFolder: boolean): Promise<Design> {
  const { design, report } = await importSource(path, isFolder)
  process.stderr.write(`${path}: ${summaryOf(report)} “hopwise import” tells the rest.\n`)
  return design
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
