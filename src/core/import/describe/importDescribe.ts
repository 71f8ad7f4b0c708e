import type { ImportResult } from '../assemble.ts'
import type { ParsedFile } from '../parseFile.ts'
import type { Records } from '../records.ts'
import { createNoteTaker } from '../report.ts'
import { tellPassedOver } from '../tellPassedOver.ts'
import { assembleRecords } from './assembleRecords.ts'
import { missingCommands } from './missingCommands.ts'
import { READERS } from './readers.ts'
import { readRecords } from './readRecords.ts'

/** Keys whose records are read. */
export const KNOWN: ReadonlySet<string> = new Set(READERS.map(({ key }) => key))

/**
 * Makes a design of what the AWS CLI printed. File names do not matter, the top-level keys do; folders named as an account or a Region say where
 * their files are from. AWS's ids become construct ids. Never throws.
 */
export const importDescribe = (
  files: readonly ParsedFile[],
  title: string,
  passedOver: readonly string[] = [],
): ImportResult => importAccounted(files, title, passedOver).result

/** The same, with what became of everything in the files. */
export function importAccounted(
  files: readonly ParsedFile[],
  title: string,
  passedOver: readonly string[] = [],
): { readonly result: ImportResult; readonly records: Records } {
  const taker = createNoteTaker()
  tellPassedOver(taker, passedOver)
  const records = readRecords(files, KNOWN, taker)
  const result = assembleRecords(records, taker, {
    title,
    description: 'Imported from what the AWS CLI printed.',
    files: files.length,
    missing: missingCommands,
  })
  return { result, records }
}
