import { expect, test } from 'vitest'
import { countPlaywright, countVitest, summarize } from './countTests.ts'

const vitestReport = (...tests: { status: string; meta?: { notRun?: string } }[]) =>
  JSON.stringify({
    numPassedTests: tests.filter(({ status }) => status === 'passed').length,
    numFailedTests: tests.filter(({ status }) => status === 'failed').length,
    numPendingTests: tests.filter(({ status }) => status === 'skipped').length,
    numTodoTests: tests.filter(({ status }) => status === 'todo').length,
    numFailedTestSuites: 0,
    testResults: [
      {
        name: 'src/one.test.ts',
        status: 'passed',
        message: '',
        assertionResults: tests.map(({ status, meta = {} }) => ({
          status,
          meta,
          fullName: 'holds',
          failureMessages: status === 'failed' ? ['Error: Property failed { seed: 7 }'] : [],
        })),
      },
    ],
  })

test('a test whose tool is missing did not run; any other skip is a failure', () => {
  const absent = { status: 'skipped', meta: { notRun: 'nft is not installed' } }
  expect(countVitest(vitestReport({ status: 'passed' }, absent))).toEqual({
    passed: 1,
    failed: 0,
    notRun: ['nft is not installed'],
    broken: [],
  })
  const counts = countVitest(vitestReport({ status: 'passed' }, absent, { status: 'skipped' }, { status: 'todo' }))
  expect(counts).toMatchObject({ passed: 1, failed: 2 })
})

test('a file that could not be loaded is a failure', () => {
  const testResults = [{ name: 'src/two.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }]
  const report = { ...JSON.parse(vitestReport({ status: 'passed' })), numFailedTestSuites: 1, testResults }
  expect(countVitest(JSON.stringify(report))).toMatchObject({ failed: 1, broken: ['src/two.test.ts\nno such module'] })
})

test('a test that failed is named with what it said', () => {
  expect(countVitest(vitestReport({ status: 'passed' }, { status: 'failed' })).broken).toEqual([
    'src/one.test.ts: holds\nError: Property failed { seed: 7 }',
  ])
})

test('a story passes, and its linter did not run', () => {
  const annotations = [{ type: 'not run', description: 'shellcheck is not installed: it did not look at create.sh' }]
  const at = { file: 'one.spec.ts', line: 3, title: 'exports' }
  const specs = [
    { ...at, ok: true, tests: [{ annotations: [] }, { annotations }] },
    { ...at, ok: false, tests: [] },
  ]
  const report = {
    stats: { expected: 1, flaky: 1, unexpected: 0, skipped: 1 },
    suites: [{ specs: [], suites: [{ specs }] }],
  }
  expect(countPlaywright(JSON.stringify(report))).toEqual({
    passed: 2,
    failed: 1,
    notRun: ['shellcheck is not installed: it did not look at create.sh'],
    broken: ['one.spec.ts:3: exports'],
  })
})

test('the summary says in words what did not run, and ends with one plain line', () => {
  const counts = [
    { passed: 3, failed: 0, notRun: ['cfn-lint is not installed', 'cfn-lint is not installed'] },
    { passed: 1, failed: 2, notRun: ['the kernel oracle: it needs root'], broken: ['one.spec.ts:3: exports'] },
  ]
  expect(summarize(counts)).toBe(
    'Failed: one.spec.ts:3: exports\n\nNot run (2): cfn-lint is not installed\nNot run (1): the kernel oracle: it needs root\n4 passed, 2 failed, 3 skipped\n',
  )
  expect(summarize([{ passed: 3, failed: 0, notRun: [] }])).toBe('3 passed, 0 failed\n')
})
