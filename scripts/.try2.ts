import { mkdirSync, writeFileSync, readdirSync, rmSync } from 'node:fs'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import { checks } from '../src/core/checks/index.ts'
import { templates } from '../src/core/templates/index.ts'
const c = await loadCatalogue()
rmSync('/tmp/ex/all', { recursive: true, force: true })
const put = (name: string, d: any) => {
 for (const format of ['cloudformation', 'cli'] as const) {
  const r = exportDesign(d, c, format)
  mkdirSync(`/tmp/ex/all/${format}`, { recursive: true })
  for (const f of r.files) writeFileSync(`/tmp/ex/all/${format}/${name}-${f.path}`, f.text)
 }
}
for (const ch of checks) { put(`${ch.id}-good`, ch.examples.good()); put(`${ch.id}-bad`, ch.examples.bad()) }
for (const t of templates) put(t.id, await t.load())
