import { assemble, type ImportResult } from '../assemble.ts'
import { createImporting } from '../importing.ts'
import type { ParsedFile } from '../parseFile.ts'
import { createNoteTaker } from '../report.ts'
import { missingCommands } from './missingCommands.ts'
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
export function importDescribe(files: readonly ParsedFile[], title: string): ImportResult {
  const taker = createNoteTaker()
  const importing = createImporting(readRecords(files, KNOWN, taker), READERS, taker)
  learnZones(importing)
  drawNamedGateways(importing)
  return assemble(importing, READERS, {
    title,
    description: 'Imported from what the AWS CLI printed.',
    files: files.length,
    complete(read) {
      completePrivateGateways(read)
      completeTransit(read)
    },
    missing: missingCommands,
  })
}
