import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { runChecks } from '../src/core/checks/index.ts'
import { importFiles } from '../src/core/import/index.ts'
import { compileTopology } from '../src/core/topology/index.ts'

const CASES = join(import.meta.dirname, '../src/core/import/cloudformation/cases')
const catalogue = await loadCatalogue()

test.each(readdirSync(CASES))('nothing in the template “%s” becomes a value that no design may hold', (name) => {
  const given = readdirSync(join(CASES, name))
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(join(CASES, name, path))) }))
  const imported = importFiles(given, { catalogue })
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusal))
  const { design } = imported
  const findings = runChecks({ design, topology: compileTopology(design, catalogue), catalogue })
  const wrong = findings.filter(({ check, message }) => check === 'invalid-value' && !message.includes('not known'))
  expect(wrong.map(({ message }) => message)).toEqual([])
})
