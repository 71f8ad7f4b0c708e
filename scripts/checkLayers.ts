import { join } from 'node:path'
import { findLayerBreaks } from './findLayerBreaks.ts'

const { seen, imports, breaks } = findLayerBreaks(join(import.meta.dirname, '../src'))
if (seen < 100 || imports < 300)
  throw new Error(`The layer check saw only ${seen} files and ${imports} imports: it is broken.`)
for (const line of breaks) process.stdout.write(`${line}\n`)
process.stdout.write(`${seen} files, ${imports} imports, ${breaks.length} against the layers\n`)
process.exitCode = breaks.length > 0 ? 1 : 0
