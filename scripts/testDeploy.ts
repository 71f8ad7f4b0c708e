import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { exportDesign } from '../src/core/export/index.ts'
import type { Counts } from './countTests.ts'
import { designsFor, everyDesign, seeded, type Tried } from './deploy/designs.ts'
import { probeGaps } from './deploy/gaps.ts'
import { ENVIRONMENTS, environmentNamed, inEnvironment } from './deploy/inEnvironment.ts'
import { createLab, type Lab } from './deploy/lab.ts'
import { lintAll } from './deploy/lint.ts'
import { readOptions } from './deploy/options.ts'
import type { Outcome, Row } from './deploy/outcome.ts'
import { printTable } from './deploy/printTable.ts'
import { findTools } from './deploy/tools.ts'
import { tryDesign } from './deploy/trial.ts'
import { startMoto } from './moto/startMoto.ts'

/**
 * `npm run test:deploy`: exports on real tools. Templates are linted; scripts and stacks are deployed to moto, a stand-in for AWS on this
 * machine, by the AWS CLI itself, and what is there afterwards is gathered, imported, and has to answer every request as the drawing does.
 *
 *   npm run test:deploy -- [--short] [--seeds N] [--seed S] [--only NAME,NAME@dev] [--lanes N] [--no-lint] [--report FILE]
 */
const options = readOptions(process.argv.slice(2))
const say = (text: string) => process.stdout.write(`${text}\n`)
const catalogue = await loadCatalogue()
const began = Date.now()

const tools = findTools()
say(tools.words.join(', '))
for (const one of tools.missing) say(one)

const rows = new Map<string, Map<string, Outcome>>()
const note = (name: string, steps: ReadonlyMap<string, Outcome>) => {
  const all = rows.get(name) ?? new Map<string, Outcome>()
  for (const [step, outcome] of steps) all.set(step, outcome)
  rows.set(name, all)
}

const named = (name: string): Tried => {
  const found = /^seed-\d+$/.test(name) ? seeded(Number(name.slice(5))) : everyDesign.find((one) => one.name === name)
  if (!found) throw new Error(`There is no design ${name}: ${everyDesign.map((one) => one.name).join(', ')}, seed-N.`)
  return found
}
/** `NAME` or `NAME@dev`. */
const asked = (options.only ?? []).map((text) => text.split('@') as [string, string?])
const chosen = options.only
  ? [...new Set(asked.map(([name]) => name))].map(named)
  : designsFor(options.isShort, options.seeds, options.seed)
if (options.lint) {
  const all = options.only || options.isShort ? chosen : [...everyDesign, ...chosen]
  const linted = [...new Map(all.map((one) => [one.name, one])).values()]
  const templates = await Promise.all(
    linted.map(async ({ name, load }) => ({
      name,
      files: exportDesign(await load(), catalogue, 'cloudformation').files.filter(isTemplate),
    })),
  )
  for (const [name, steps] of lintAll(templates, tools.canLint)) note(name, steps)
  say(`${linted.length} designs linted in ${seconds(began)} s`)
}

if (tools.canDeploy) {
  const environmentsOf = ({ name, from }: Tried): readonly (string | undefined)[] => {
    if (options.only) return asked.flatMap(([one, environment]) => (one === name ? [environment] : []))
    return from === 'gallery' && !options.isShort ? [undefined, ...ENVIRONMENTS] : [undefined]
  }
  const work = chosen.flatMap((tried) =>
    environmentsOf(tried).map((environment) => (lab: Lab) => tryOne(tried, lab, environment)),
  )
  if (!options.only) work.push(async (lab) => note('moto', await probeGaps(lab)))
  if (options.isShort && !options.only) work.push((lab: Lab) => tryOne(named('peering'), lab, 'prod'))
  await Promise.all(Array.from({ length: Math.min(options.lanes, work.length) }, () => inLane(work)))
}

/** One moto after which others are not waited for: takes work until there is none. */
async function inLane(work: ((lab: Lab) => Promise<void>)[]): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'hopwise-deploy-'))
  const moto = await startMoto(root)
  try {
    const lab = createLab(root, moto)
    for (let next = work.shift(); next; next = work.shift()) await next(lab)
  } finally {
    moto.stop()
    rmSync(root, { recursive: true })
  }
}

async function tryOne({ name, load }: Tried, lab: Lab, environment?: string): Promise<void> {
  const label = environment === undefined ? name : `${name} in ${environment}`
  const start = Date.now()
  const design = await load()
  const { drawn, expected } = environment
    ? inEnvironment(design, environmentNamed(environment))
    : { drawn: design, expected: design }
  const trial = {
    catalogue,
    seed: options.seed,
    kills: options.isShort ? 1 : 3,
    isLong: !options.isShort,
    environment: environment ?? '',
  }
  const steps = await tryDesign(name, drawn, expected, lab, trial)
  note(label, steps)
  const bad = [...steps].flatMap(([step, { kind, words }]) => (kind === 'difference' ? `\n  ${step}: ${words}` : []))
  say(`${label}: ${bad.length === 0 ? 'ok' : 'different'} in ${seconds(start)} s${bad.join('')}`)
}

function isTemplate({ path }: { readonly path: string }): boolean {
  return /^template.*\.(yaml|json)$/.test(path)
}

function seconds(since: number): number {
  return Math.round((Date.now() - since) / 1000)
}

const all: readonly Row[] = [...rows].map(([name, steps]) => ({ name, steps }))
say(`\n${printTable(all)}`)
const outcomes = all.flatMap(({ name, steps }) =>
  [...steps].map(([step, one]) => ({ where: `${name}, ${step}`, ...one })),
)
const counts: Counts = {
  passed: outcomes.filter(({ kind }) => kind === 'ok').length,
  failed: outcomes.filter(({ kind }) => kind === 'difference').length,
  notRun: [...tools.missing],
  broken: outcomes.flatMap(({ where, kind, words }) => (kind === 'difference' ? `${where}: ${words}` : [])),
}
say(
  `\n${counts.passed} ok, ${counts.failed} different, ${outcomes.length - counts.passed - counts.failed} skipped, in ${seconds(began)} s`,
)
if (options.report) {
  mkdirSync(dirname(options.report), { recursive: true })
  writeFileSync(options.report, JSON.stringify(counts))
}
process.exitCode = counts.failed > 0 ? 1 : 0
