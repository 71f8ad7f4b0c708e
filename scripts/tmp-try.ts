import { readFileSync } from 'node:fs'
import { importFiles } from '../src/core/import/importFiles.ts'
import { reportLines } from '../src/core/import/report.ts'
import { examplePlan } from '../src/core/import/terraform/testing/examplePlan.ts'
const files = process.argv.slice(2)
const given = files.length ? files.map((path) => ({ path: path.split('/').at(-1)!, bytes: new Uint8Array(readFileSync(path)) })) : [{ path: 'plan.json', bytes: new TextEncoder().encode(JSON.stringify(examplePlan())) }]
const t = performance.now()
const r = importFiles(given, {} as never)
console.error(performance.now() - t, 'ms')
if (!r.ok) console.log(r)
else {
  if (!process.env.QUIET) console.log(JSON.stringify(r.design.constructs, null, 1))
  console.log(reportLines(r.report!).join('\n'))
}
