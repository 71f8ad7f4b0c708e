import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bom, markShipped } from './ship/markShipped.ts'
import { keyOf, readShipped } from './ship/readShipped.ts'

/** Writes the bill of materials of the last build: what ships inside of it, and the tools that it was made with. */
const ROOT = join(import.meta.dirname, '..')
const OUT = 'dist/hopwise.cdx.json'
const printed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
const shipped = readShipped(ROOT)
const bom = markShipped(JSON.parse(printed) as Bom, 'hopwise', new Set(shipped.map(keyOf)))
writeFileSync(join(ROOT, OUT), `${JSON.stringify(bom, null, 2)}\n`)
process.stdout.write(`${OUT}: ${shipped.length} packages ship, ${bom.components.length - shipped.length} are tools\n`)
