/** What one part of the test run came to. */
export interface Counts {
  readonly passed: number
  readonly failed: number
  /** One line for each test that could not run because something it needs is not on this machine: the reason. */
  readonly notRun: readonly string[]
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string
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
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numPendingTests - notRun.length + report.numTodoTests + broken,
    notRun,
  }
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
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
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + stats.skipped,
    notRun: suites.flatMap(notRunIn),
  }
}

const notRunIn = ({ suites = [], specs }: PlaywrightSuite): readonly string[] => [
  ...suites.flatMap(notRunIn),
  ...specs
    .flatMap(({ tests }) => tests)
    .flatMap(({ annotations }) => annotations)
    .flatMap(({ type, description }) => (type === 'not run' && description ? [description] : [])),
]

/** Reads the report of a runner of our own. */
export const countOwn = (text: string): Counts => JSON.parse(text) as Counts

/** The sum of all parts: what did not run in words, a line for each reason, then the plain line `N passed, N failed`, with `, N skipped` where there is any. */
export function summarize(all: readonly Counts[]): string {
  const sum = (count: (one: Counts) => number) => all.reduce((total, one) => total + count(one), 0)
  const reasons = all.flatMap(({ notRun }) => notRun)
  const words = [...new Set(reasons)].map(
    (reason) => `Not run (${reasons.filter((one) => one === reason).length}): ${reason}\n`,
  )
  const last = `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`
  return `${words.join('')}${last}${reasons.length > 0 ? `, ${reasons.length} skipped` : ''}\n`
}
