import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { type Counts, countOwn, countPlaywright, countVitest, summarize } from './countTests.ts'

/** One part of the whole test run. Parts without counts of their own count as one test. */
interface Stage {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** File that the stage leaves its counts in, and how they are read. */
  readonly report?: string
  readonly count?: (text: string) => Counts
}

const REPORTS = '.cache/test-reports'
const quick = process.argv.includes('--quick')
const QUICK: readonly Stage[] = [
  { name: 'types', command: ['npm', 'run', '-s', 'types'] },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'layers', command: ['npm', 'run', '-s', 'layers'] },
  {
    name: 'unit tests and golden cases',
    command: [
      'npx',
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${REPORTS}/vitest.json`,
      // those wait for other programs: `npm test` runs them, `npm run check` leaves them out
      ...(quick ? ['--project=!tools'] : []),
    ],
    report: `${REPORTS}/vitest.json`,
    count: countVitest,
  },
]
const SLOW: readonly Stage[] = [
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'start-up size', command: ['npm', 'run', '-s', 'startup'] },
  {
    name: 'planted faults',
    command: ['npx', 'tsx', 'scripts/faults.ts', '--short', '--report', `${REPORTS}/faults.json`],
    report: `${REPORTS}/faults.json`,
    count: countOwn,
  },
  {
    name: 'recorded networks',
    command: ['npm', 'run', '-s', 'test:labs', '--', '--json', `${REPORTS}/labs.json`],
    report: `${REPORTS}/labs.json`,
    count: countOwn,
  },
  {
    name: 'kernel oracle',
    command: ['npm', 'run', '-s', 'test:kernel', '--', '--report', `${REPORTS}/kernel.json`],
    report: `${REPORTS}/kernel.json`,
    count: countOwn,
  },
  {
    name: 'exports on real tools',
    command: ['npx', 'tsx', 'scripts/testDeploy.ts', '--short', '--report', `${REPORTS}/deploy.json`],
    report: `${REPORTS}/deploy.json`,
    count: countOwn,
  },
  {
    name: 'end-to-end tests',
    command: ['npx', 'playwright', 'test'],
    report: `${REPORTS}/playwright.json`,
    count: countPlaywright,
  },
]

/** Runs the stages one after the other, all of them even when one fails, and ends with the sum of all runners. */
function runStages(stages: readonly Stage[]): number {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  const counts = stages.map((stage) => {
    process.stdout.write(`\n== ${stage.name}\n`)
    const { status } = spawnSync(stage.command[0], stage.command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] })
    return countStage(stage, status === 0)
  })
  process.stdout.write(`\n${summarize(counts)}`)
  return counts.reduce((total, { failed }) => total + failed, 0)
}

function countStage(stage: Stage, ok: boolean): Counts {
  if (!stage.count || !stage.report) return ok ? { passed: 1, failed: 0, notRun: [] } : failedWhole(stage.name)
  if (!existsSync(stage.report)) return failedWhole(stage.name)
  const counts = stage.count(readFileSync(stage.report, 'utf8'))
  const nothing = counts.passed === 0 && counts.notRun.length === 0
  // a runner that fails without naming a test, or that ran none, has failed all the same
  if (counts.failed === 0 && (!ok || nothing)) return { ...counts, failed: 1, broken: [seeAbove(stage.name)] }
  return counts.failed > 0 && !counts.broken?.length ? { ...counts, broken: [seeAbove(stage.name)] } : counts
}

const seeAbove = (name: string) => `${name}: what it printed stands above`
const failedWhole = (name: string): Counts => ({ passed: 0, failed: 1, notRun: [], broken: [seeAbove(name)] })

process.exitCode = runStages(quick ? QUICK : [...QUICK, ...SLOW]) > 0 ? 1 : 0
