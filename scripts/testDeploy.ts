import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { everyDesign, seeded } from './deploy/designs.ts'
import { createLab } from './deploy/lab.ts'
import { tryDesign } from './deploy/trial.ts'
import { startMoto } from './moto/startMoto.ts'

const catalogue = await loadCatalogue()
const names = process.argv.slice(2)
const root = mkdtempSync(join(tmpdir(), 'hopwise-deploy-'))
const moto = await startMoto(root)
const lab = createLab(root, moto)
try {
  for (const name of names) {
    const tried = name.startsWith('seed-') ? seeded(Number(name.slice(5))) : everyDesign.find((x) => x.name === name)!
    const design = await tried.load()
    const t = Date.now()
    const steps = await tryDesign(name, design, design, lab, { catalogue, seed: 1, kills: 2, isLong: process.env.LONG === "1", environment: '' })
    console.log(name, (Date.now() - t) / 1000)
    for (const [k, v] of steps) console.log('  ', k, v.kind, v.words.slice(0, 1500))
  }
} finally {
  moto.stop()
  rmSync(root, { recursive: true })
}
