import { readFile } from 'node:fs/promises'
import { type Imported, importFiles, summaryOf } from '../core/import/index.ts'
import type { Design } from '../core/model/index.ts'
import { readGiven, unreadable } from './readGiven.ts'
import { Unusable } from './unusable.ts'

type Opened = Extract<Imported, { ok: true }>

/**
 * Opens SOURCE: a design file, or a folder, a zip archive or a file of what the AWS CLI printed. Throws `Unusable` with the place of what is
 * wrong.
 */
export async function openSource(path: string): Promise<Opened> {
  const imported = importFiles(await readGiven(path))
  if (imported.ok) return imported
  const { refusal } = imported
  if (typeof refusal === 'string') throw new Unusable(`${path}: ${refusal}`)
  const [first, ...more] = refusal
  const place = first.path ? `${first.path}: ` : ''
  throw new Unusable(`${path}: ${place}${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`)
}

/** The design of SOURCE. What an import left out belongs to the answer, but not into it. */
export async function loadSource(path: string): Promise<Design> {
  const { design, report } = await openSource(path)
  if (report) process.stderr.write(`${path}: ${summaryOf(report)} “hopwise import” tells the rest.\n`)
  return design
}

/** The text of a file; `-` is standard input. Throws `Unusable` where there is none. */
export async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path === '-' ? '/dev/stdin' : path, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    throw unreadable(path, error)
  }
}
