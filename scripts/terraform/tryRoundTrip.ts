import { loadCatalogue } from '../../src/core/aws/index.ts'
import { allExamples } from '../../src/core/export/testing/allExamples.ts'
import { planExport } from '../../src/core/export/plan/planExport.ts'
import { importFiles } from '../../src/core/import/importFiles.ts'
import { reportLines } from '../../src/core/import/report.ts'
import { differencesOf, requestsOf } from '../moto/sameAnswers.ts'
import { shownOf, type Shown } from './shownOf.ts'
import type { Design } from '../../src/core/model/index.ts'
const catalogue = await loadCatalogue()
const [mode = 'state', only] = process.argv.slice(2)
for (const [name, make] of allExamples) {
  if (only && name !== only) continue
  const design = make()
  const plan = planExport(design, catalogue, new Set())
  let files
  try {
  files = shownOf(plan.stacks, () => mode === 'state')
  } catch (e) { console.log(name, 'GEN', (e as Error).stack?.slice(0, 500)); continue }
  const r = importFiles(files.map(({ path, document }) => ({ path, bytes: new TextEncoder().encode(JSON.stringify(document)) })), { catalogue } as never)
  if (!r.ok) { console.log(name, r); continue }
  const named = renamed(design, r.design, files)
  const requests = requestsOf(design).filter((_, i) => i % Number(process.env.EACH ?? 7) === 0).slice(0, 900)
  const d = differencesOf(design, named.design, requests, catalogue)
  console.log(`${name}: ${requests.length - d.length}/${requests.length} same; missing ${named.missing.join('; ')}`)
  const bad = d.filter((one) => !/(drawn|imported): +cannot-tell/.test(one))
  if (process.env.BAD) console.log(bad.join('\n'))
  else if (only) { console.log(d.slice(0, 12).join('\n')); console.log(reportLines(r.report!).join('\n')); if (process.env.FULL) console.log(JSON.stringify(files, null, 1), JSON.stringify(r.design.constructs, null, 1)) }
}

function renamed(drawn: Design, imported: Design, files: readonly Shown[]) {
  const ids = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const f of files) for (const a of f.drawn.keys()) counts.set(a, (counts.get(a) ?? 0) + 1)
  for (const f of files) for (const [address, id] of f.drawn) {
    const real = f.ids.get(address)
    for (const candidate of [real, address, `${f.path.split('/').at(-1)!.replace('.json', '')}.${address}`]) {
      const one = candidate ? imported.constructs[candidate] : undefined
      if (one && one.kind === drawn.constructs[id]?.kind && !ids.has(one.id)) ids.set(one.id, id)
    }
  }
  // by name what is left
  const taken = new Set(ids.values())
  for (const one of Object.values(drawn.constructs)) {
    if (taken.has(one.id) || ['account','region','availability-zone'].includes(one.kind)) continue
    const found = Object.values(imported.constructs).find((o) => o.kind === one.kind && o.name === one.name && !ids.has(o.id))
    if (found) ids.set(found.id, one.id)
  }
  const missing = Object.values(drawn.constructs).filter((one) => ![...ids.values()].includes(one.id) && !['account','region','availability-zone'].includes(one.kind)).map((one) => `${one.kind} ${one.id}`)
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([k, m]) => [k, rename(m)]))
  }
  const constructs = Object.fromEntries(Object.values(imported.constructs).map((one) => { const c = rename(one) as { id: string }; return [c.id, c] }))
  return { design: { ...imported, constructs, layout: {} } as unknown as Design, missing }
}
