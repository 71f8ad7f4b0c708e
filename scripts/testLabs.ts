import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSource } from '../src/cli/loadSource.ts'
import { type Catalogue, loadCatalogue } from '../src/core/aws/index.ts'
import { explainVerdict, headlineOf } from '../src/core/explain/index.ts'
import { decide, simulate } from '../src/core/sim/index.ts'
import { compileTopology } from '../src/core/topology/index.ts'
import type { Counts } from './countTests.ts'
import { type LabCase, outcomeOf, readCases, requestOf, type Side } from './testLabsCases.ts'

/** A core case that came out otherwise than it was recorded. */
interface Miss {
  readonly case: LabCase
  readonly kind: 'wrong' | 'cannot-tell'
  readonly words: string
}
interface Score {
  readonly right: Record<Side, number>
  readonly asked: Record<Side, number>
  readonly misses: Miss[]
}

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Imports one recorded network and asks its core cases. */
async function scoreLab(folder: string, catalogue: Catalogue): Promise<Score> {
  const { design } = await openSource(join(folder, 'aws_configs'))
  const topology = compileTopology(design, catalogue)
  const nameOf = (id: string) => design.constructs[id]?.name ?? id
  const score: Score = { right: { reaches: 0, blocked: 0 }, asked: { reaches: 0, blocked: 0 }, misses: [] }
  for (const one of readCases(readFileSync(join(folder, 'cases.jsonl'), 'utf8'))) {
    if (!one.core) continue
    score.asked[one.expected]++
    const request = requestOf(one)
    const outcome = outcomeOf(decide(topology, request), request)
    if (outcome === one.expected) {
      score.right[one.expected]++
      continue
    }
    const verdict = simulate(topology, request)
    const headline = headlineOf(verdict, nameOf)
    const kind = outcome === 'cannot-tell' ? 'cannot-tell' : 'wrong'
    score.misses.push({
      case: one,
      kind,
      words: [`${headline} (${verdict.code ?? 'no code'})`, ...explainVerdict(verdict, design)].join(' '),
    })
  }
  return score
}

function printMisses(misses: readonly Miss[], most: number): void {
  for (const kind of ['wrong', 'cannot-tell'] as const) {
    const list = misses.filter((miss) => miss.kind === kind)
    if (list.length > 0) say(kind === 'wrong' ? '  Wrong:' : '  Cannot tell:')
    for (const { case: one, words } of list.slice(0, most)) {
      const { from, to, protocol, port } = requestOf(one)
      say(`  - ${one.id}: from ${from} (${one.src.ip}) to ${to}, ${protocol}${port === null ? '' : ` ${port}`}`)
      say(`      recorded: ${one.expected}${one.where ? `, ${one.where}` : ''}`)
      say(`      answered: ${words}`)
    }
    if (list.length > most) say(`  … and ${list.length - most} more; --all lists them.`)
  }
}

/** `npm run test:labs -- [DIR] [--all] [--json FILE]`: recorded networks against the simulator, `reaches` and `blocked` apart. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { all: { type: 'boolean' }, json: { type: 'string' } },
  })
  const root = positionals[0] ?? '../shared/labs'
  const report = (counts: Counts) => {
    if (values.json === undefined) return
    mkdirSync(dirname(values.json), { recursive: true })
    writeFileSync(values.json, JSON.stringify(counts))
  }
  if (!existsSync(root)) {
    say(`No recorded networks: ${root} does not exist.`)
    report({ passed: 0, failed: 0, notRun: [`the recorded networks: ${root} does not exist`] })
    return 0
  }
  const catalogue = await loadCatalogue()
  const labs = readdirSync(root).filter((name) => existsSync(join(root, name, 'cases.jsonl')))
  let passed = 0
  let failed = 0
  for (const name of labs.sort()) {
    const { right, asked, misses } = await scoreLab(join(root, name), catalogue)
    say(`${name}: reaches ${right.reaches} of ${asked.reaches}, blocked ${right.blocked} of ${asked.blocked}`)
    printMisses(misses, values.all ? Number.POSITIVE_INFINITY : 10)
    passed += right.reaches + right.blocked
    failed += misses.length
  }
  if (labs.length === 0) say(`${root} holds no folder with a cases.jsonl.`)
  report({ passed, failed, notRun: [] })
  say(`${passed} passed, ${failed} failed`)
  return failed > 0 || labs.length === 0 ? 1 : 0
}

process.exitCode = await main()
