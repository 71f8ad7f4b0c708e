import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

/** One part of the whole test run. Parts without counts of their own count as one test. */
interface Stage {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** File that the stage leaves its counts in, and how they are read; `absent`: what it tests is not on this machine, as the stage has said. */
  readonly report?: string
  readonly count?: () => Counts
}
interface Counts {
  readonly passed: number
  readonly failed: number
  readonly absent?: boolean
}

const REPORTS = '.cache/test-reports'
const quick = process.argv.includes('--quick')
/** Tests that wait for tools outside of Node: `npm test` runs them, `npm run check` leaves them out. */
const SLOW_TESTS = ['**/lintTemplates.test.ts', '**/parseCommands.test.ts', '**/runScripts.test.ts']

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
      ...(quick ? SLOW_TESTS.map((pattern) => `--exclude=${pattern}`) : []),
    ],
    report: `${REPORTS}/vitest.json`,
    count: countVitest,
  },
]
const SLOW: readonly Stage[] = [
  { name: 'build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'start-up size', command: ['npm', 'run', '-s', 'startup'] },
  {
    name: 'recorded networks',
    command: ['npm', 'run', '-s', 'test:labs', '--', '--json', `${REPORTS}/labs.json`],
    report: `${REPORTS}/labs.json`,
    count: () => JSON.parse(readFileSync(`${REPORTS}/labs.json`, 'utf8')) as Counts,
  },
  {
    name: 'kernel oracle',
    command: ['npm', 'run', '-s', 'test:kernel', '--', '--report', `${REPORTS}/kernel.json`],
    report: `${REPORTS}/kernel.json`,
    count: () => JSON.parse(readFileSync(`${REPORTS}/kernel.json`, 'utf8')) as Counts,
  },
  {
    name: 'end-to-end tests',
    command: ['npx', 'playwright', 'test'],
    report: `${REPORTS}/playwright.json`,
    count: countPlaywright,
  },
]

function countVitest() {
  const report = JSON.parse(readFileSync(`${REPORTS}/vitest.json`, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    numFailedTestSuites: number
  }
  // a test that does not run is a failure, and so is a file that could not be loaded
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests + report.numTodoTests + broken,
  }
}

function countPlaywright() {
  const { stats } = JSON.parse(readFileSync(`${REPORTS}/playwright.json`, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  // a story that passes at its second try has passed; the list above names it as flaky
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped }
}

/** Runs the stages one after the other, all of them even when one fails, and ends with the sum of all runners. */
function runStages(stages: readonly Stage[]): number {
  rmSync(REPORTS, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  let passed = 0
  let failed = 0
  for (const stage of stages) {
    process.stdout.write(`\n== ${stage.name}\n`)
    const { status } = spawnSync(stage.command[0], stage.command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] })
    const counts = countStage(stage, status === 0)
    passed += counts.passed
    failed += counts.failed
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  return failed
}

function countStage(stage: Stage, ok: boolean): Counts {
  if (!stage.count || !stage.report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  if (!existsSync(stage.report)) return { passed: 0, failed: 1 }
  const counts = stage.count()
  if (ok && counts.absent) return { passed: 0, failed: 0 }
  // a runner that fails without naming a test, or that ran none, has failed all the same
  return (!ok && counts.failed === 0) || counts.passed === 0
    ? { passed: counts.passed, failed: counts.failed + 1 }
    : counts
}

process.exitCode = runStages(quick ? QUICK : [...QUICK, ...SLOW]) > 0 ? 1 : 0
