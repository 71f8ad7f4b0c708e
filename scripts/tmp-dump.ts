import { loadCatalogue } from '../src/core/aws/index.ts'
import { allExamples } from '../src/core/export/testing/allExamples.ts'
import { planExport } from '../src/core/export/plan/planExport.ts'
import { shownOf } from './terraform/shownOf.ts'
import { writeFileSync } from 'node:fs'
const catalogue = await loadCatalogue()
const [mode, only] = process.argv.slice(2)
const [, make] = allExamples.find(([n]) => n === only)!
for (const f of shownOf(planExport(make(), catalogue, new Set()).stacks, () => mode === 'state')) writeFileSync(`/tmp/dump-${only}-${f.path.replaceAll('/', '_')}`, JSON.stringify(f.document, null, 1))
