/** What one part of the test run came to. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  /** One line for each test that could not run because something it needs is not on this machine: the reason. */
  readonly notRun: readonly string[]
  /** Each test that failed, with what it said: by then its own output is far above, or cut off. */
  readonly broken?: readonly string[]
}

/** Enough of what a failed test says to tell what it was: a property test's seed is among the first words. */
const WORDS = 1200
const tellFailure = (where: string, message: string) =>
  `${where}\n${message
    .replace(/^ +at .*\n?/gm, '')
    .trimEnd()
    .slice(0, WORDS)}`

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages: readonly string[]
      readonly meta: { readonly notRun?: string }
    }[]
  }[]
}

/** Reads Vitest's JSON report. A skip that `needTool` has not explained is a failure, and so is a file that could not be loaded. */
export function countVitest(text: string): Counts {
  const report = JSON.parse(text) as VitestReport
  const notRun = report.testResults
    .flatMap((file) => file.assertionResults)
    .flatMap(({ status, meta }) => (status === 'skipped' && meta.notRun ? [meta.notRun] : []))
  const unloaded = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  const broken = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [tellFailure(name, message)]
    return failed.map((one) => tellFailure(`${name}: ${one.fullName}`, one.failureMessages.join('\n')))
  })
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests - notRun.length + report.numTodoTests + unloaded,
    notRun,
    broken,
  }
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
    readonly title: string
    readonly ok: boolean
    readonly file: string
    readonly line: number
    readonly tests: readonly {
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number
    readonly unexpected: number
    readonly flaky: number
    readonly skipped: number
  }
  readonly suites: readonly PlaywrightSuite[]
}

/** Reads Playwright's JSON report. A story that passes at its second try has passed; one that is skipped has failed. */
export function countPlaywright(text: string): Counts {
  const { stats, suites } = JSON.parse(text) as PlaywrightReport
  const specs = specsIn({ suites, specs: [] })
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped,
    notRun: specs
      .flatMap(({ tests }) => tests)
      .flatMap(({ annotations }) => annotations)
      .flatMap(({ type, description }) => (type === 'not run' && description ? [description] : [])),
    broken: specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`),
  }
}

const specsIn = ({ suites = [], specs }: PlaywrightSuite): PlaywrightSuite['specs'] => [
  ...suites.flatMap(specsIn),
  ...specs,
]

/** Reads the report of a runner of our own. */
export const countOwn = (text: string): Counts => JSON.parse(text) as Counts

/** The sum of all parts: what failed and what did not run in words, then the plain line `N passed, N failed`, with `, N skipped` where there is any. */
export function summarize(all: readonly Counts[]): string {
  const sum = (count: (one: Counts) => number) => all.reduce((total, one) => total + count(one), 0)
  const reasons = all.flatMap(({ notRun }) => notRun)
  const broken = all.flatMap((one) => one.broken ?? []).map((words) => `Failed: ${words}\n\n`)
  const absent = [...new Set(reasons)].map(
    (reason) => `Not run (${reasons.filter((one) => one === reason).length}): ${reason}\n`,
  )
  const last = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`
  return `${broken.join('')}${absent.join('')}${last}${reasons.length > 0 ? `, ${reasons.length} skipped` : ''}\n`
}
