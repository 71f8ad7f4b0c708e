import { lintAll } from './scripts/deploy/lint.ts'
import { findTools } from './scripts/deploy/tools.ts'
import { everyDesign, seeded } from './scripts/deploy/designs.ts'
import { loadCatalogue } from './src/core/aws/index.ts'
import { exportDesign } from './src/core/export/index.ts'
const catalogue = await loadCatalogue()
console.log(findTools())
const all = await Promise.all([...everyDesign, ...[1,2,3,4,5,6].map(seeded)].map(async t => ({ name: t.name, files: exportDesign(await t.load(), catalogue, 'cloudformation').files.filter(f => /^template.*\.(yaml|json)$/.test(f.path)) })))
const t = Date.now()
const r = lintAll(all, process.argv[2] === 'yes')
console.log((Date.now()-t)/1000)
for (const [n, s] of r) for (const [k, v] of s) if (v.kind !== 'ok') console.log(n, k, v.words.slice(0,1200))
