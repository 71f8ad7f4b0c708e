import type { ImportResult } from '../../assemble.ts'
import { parseFile } from '../../parseFile.ts'
import { importTerraform } from '../importTerraform.ts'

/** What documents come to, by the names of their files. */
export const importDocuments = (documents: Readonly<Record<string, unknown>>): ImportResult =>
  importTerraform(
    Object.entries(documents).map(([path, value]) => parseFile({ path, text: JSON.stringify(value) })),
    'Imported network',
  )
