import { existsSync, statSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'

const FOLDER = '.cache/mutation'

/** Tries mutants of a folder or file of the core on its tests: `npm run mutate -- src/core/sim/dns`. Prints those that no test notices; the whole report is in `.cache/mutation`. */
async function mutate(places: readonly string[]): Promise<number> {
  const missing = places.find((place) => !existsSync(place))
  if (places.length === 0 || missing !== undefined) {
    process.stdout.write(
      `${missing === undefined ? 'Name a folder or a file: npm run mutate -- src/core/sim/dns' : `There is no “${missing}”.`}\n`,
    )
    return 2
  }
  const files = places.map((place) => (statSync(place).isDirectory() ? `${place}/**/*.ts` : place))
  // its processes read TypeScript too
  process.env.NODE_OPTIONS = '--import tsx'
  await new Stryker({
    mutate: [...files, '!**/*.test.ts', '!**/testing/**', '!**/oracle/**'],
    // words are judged by people
    mutator: { excludedMutations: ['StringLiteral'] },
    testRunner: 'one-process',
    plugins: ['./scripts/mutate/strykerPlugins.ts'],
    coverageAnalysis: 'perTest',
    // tables and expressions that are there before the first test: each would need a process of its own
    ignoreStatic: true,
    // there is none: the TypeScript of today has no such interface for Stryker to read it by
    tsconfigFile: 'none.json',
    ignorePatterns: ['dist', 'e2e', 'public', 'test-results', 'playwright-report'],
    tempDirName: `${FOLDER}/sandbox`,
    incremental: true,
    incrementalFile: `${FOLDER}/incremental.json`,
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `${FOLDER}/report.json` },
    htmlReporter: { fileName: `${FOLDER}/report.html` },
    concurrency: 2,
    timeoutMS: 120_000,
  }).runMutationTest()
  return 0
}

process.exitCode = await mutate(process.argv.slice(2))
