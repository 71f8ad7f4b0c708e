import { assemble, type ImportResult } from '../assemble.ts'
import { createImporting } from '../importing.ts'
import type { ParsedFile } from '../parseFile.ts'
import type { Records } from '../records.ts'
import { createNoteTaker } from '../report.ts'
import { tellPassedOver } from '../tellPassedOver.ts'
import { completeAccess } from './access/completeAccess.ts'
import { missingCommands } from './missingCommands.ts'
import { completeAddresses } from './readers/completeAddresses.ts'
import { completePrivateGateways } from './readers/completePrivateGateways.ts'
import { completeTransit } from './readers/completeTransit.ts'
import { learnZones } from './readers/subnets.ts'
import { drawNamedGateways } from './readers/transitGateways.ts'
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
  const importing = createImporting(records, READERS, taker)
  learnZones(importing)
  drawNamedGateways(importing)
  const result = assemble(importing, READERS, {
    title,
    description: 'Imported from what the AWS CLI printed.',
    files: files.length,
    complete(read) {
      completePrivateGateways(read)
      completeTransit(read)
      completeAddresses(read)
      completeAccess(read)
    },
    missing: missingCommands,
  })
  return { result, records }
}
