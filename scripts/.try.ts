import { mkdirSync, writeFileSync } from 'node:fs'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import * as designs from '../src/core/export/testing/exampleDesigns.ts'
const c = await loadCatalogue()
for (const [name, make] of Object.entries(designs)) for (const format of ['cloudformation', 'cli'] as const) {
  const r = exportDesign((make as any)(), c, format)
  const dir = `/tmp/ex/out/${name}/${format}`
  mkdirSync(dir, { recursive: true })
  for (const f of r.files) writeFileSync(`${dir}/${f.path}`, f.text, { mode: f.executable ? 0o755 : 0o644 })
  console.log(name, format, r.files.map(f => f.path + ':' + f.text.split('\n').length), r.remarks.length)
}
