import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSource } from '../src/cli/loadSource.ts'
import { type Catalogue, loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import type { ImportReport } from '../src/core/import/index.ts'
import type { Design } from '../src/core/model/index.ts'
import { motoExamples } from './moto/motoExamples.ts'
import { differencesOf, nameImported, requestsOf } from './moto/sameAnswers.ts'
import { startMoto, whyNoMoto } from './moto/startMoto.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Designs that are asked when none is named. */
const ASKED: readonly (keyof typeof motoExamples)[] = ['vpc', 'peering', 'transit']

/**
 * There and back: the scripts of a design make it in moto, collect.sh gathers what is there, the import reads it, and every request must have the
 * same answer on what was imported as on what was drawn.
 *
 *   npx tsx scripts/roundTrip.ts [NAME…]     names of scripts/moto/motoExamples.ts; ROUND_TRIP_KEEP=1 keeps what was gathered
 */
async function main(names: readonly string[]): Promise<number> {
  const missing = whyNoMoto()
  if (missing) {
    say(`Not run: ${missing}.`)
    return 0
  }
  const catalogue = await loadCatalogue()
  let differences = 0
  for (const name of names) {
    const example = Object.entries(motoExamples).find(([key]) => key === name)?.[1]
    if (!example) {
      say(`There is no example ${name}: ${Object.keys(motoExamples).join(', ')}.`)
      return 2
    }
    differences += await goAndReturn(name, example(), catalogue)
  }
  return differences === 0 ? 0 : 1
}

/** One design there and back; how many requests are answered differently. */
async function goAndReturn(name: string, design: Design, catalogue: Catalogue): Promise<number> {
  const { imported, report, unanswered } = await deployAndGather(design, catalogue)
  const named = nameImported(design, imported)
  const requests = requestsOf(design)
  const differences = differencesOf(design, named.design, requests, catalogue)
  say(`${name}: ${requests.length - differences.length} of ${requests.length} requests have the same answer`)
  for (const one of named.missing) say(`  not imported: ${one}`)
  for (const one of differences) say(`  ${one}`)
  for (const one of unanswered) say(`  not gathered: ${one}`)
  if (differences.length > 0) for (const one of report.notes) say(`  import: ${one.message}`)
  return differences.length + named.missing.length
}

interface Gathered {
  readonly imported: Design
  readonly report: ImportReport
  /** Calls of collect.sh that moto does not know. */
  readonly unanswered: readonly string[]
}

async function deployAndGather(design: Design, catalogue: Catalogue): Promise<Gathered> {
  const folder = mkdtempSync(join(tmpdir(), 'hopwise-round-trip-'))
  const keep = process.env.ROUND_TRIP_KEEP !== undefined
  const moto = await startMoto(folder)
  try {
    for (const file of exportDesign(design, catalogue, 'cli').files) writeFileSync(join(folder, file.path), file.text)
    const run = (script: string, ...given: string[]): void => {
      const { status, stdout, stderr } = spawnSync('bash', [script, ...given], { env: moto.env, encoding: 'utf8' })
      if (status !== 0) throw new Error([...moto.troubles(), stdout, stderr].join('\n'))
    }
    run(join(folder, 'create.sh'))
    const out = join(folder, 'gathered')
    const regions = Object.values(design.constructs).flatMap((one) => (one.kind === 'region' ? one.code : []))
    run(resolve('public/collect.sh'), '--out', out, ...regions)
    const errors = join(out, 'errors.txt')
    const { design: imported, report } = await openSource(out)
    if (!report) throw new Error(`${out} holds a design`)
    return { imported, report, unanswered: existsSync(errors) ? callsIn(readFileSync(errors, 'utf8')) : [] }
  } finally {
    moto.stop()
    if (keep) say(`  kept: ${folder}`)
    else rmSync(folder, { recursive: true })
  }
}

/** The calls that errors.txt names. */
const callsIn = (errors: string): readonly string[] => [
  ...new Set(errors.split('\n').flatMap((line) => /: aws (\S+ \S+)/.exec(line)?.[1] ?? [])),
]

const named = process.argv.slice(2)
process.exitCode = await main(named.length > 0 ? named : ASKED)
