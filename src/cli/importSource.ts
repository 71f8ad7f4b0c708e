import { basename, resolve } from 'node:path'
import { type ImportResult, importDescribe } from '../core/import/index.ts'
import { readFolder } from './readFolder.ts'
import { readZip } from './readZip.ts'
import { Unusable } from './unusable.ts'

/** A folder or a zip archive of what the AWS CLI printed, as a design with its report. Throws `Unusable` where there is nothing of it. */
export async function importSource(path: string, isFolder: boolean): Promise<ImportResult> {
  const files = isFolder ? await readFolder(path) : await readZip(path)
  if (files.length === 0) throw new Unusable(`${path}: holds no .json file`)
  const result = importDescribe(files, basename(resolve(path)).replace(/\.zip$/i, ''))
  if (Object.keys(result.report.constructs).length > 0) return result
  const [first] = result.report.notes
  throw new Unusable(
    `${path}: holds nothing of what “aws … describe-…” prints that could be drawn${first ? `; ${first.place?.file ?? ''}: ${first.message}` : ''}`,
  )
}
