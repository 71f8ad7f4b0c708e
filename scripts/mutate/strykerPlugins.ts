import { relative } from 'node:path'
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core'
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import { createServer, createServerModuleRunner } from 'vite'
import { createGathering, type Test } from './gatherTests.ts'
import { listTestFiles } from './listTestFiles.ts'

/** What Stryker's instrumented code and a runner tell each other. */
interface Wire {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  mutantCoverage?: MutantCoverage
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

/**
 * Runs the core's tests for Stryker in one process, each file loaded once: its runner for Vitest starts a worker and loads everything anew
 * for every mutant, which takes seconds where most mutants fall within milliseconds.
 */
function createRunner(): TestRunner {
  const wire: Wire = {}
  Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: wire })
  let tests: readonly Test[] = []
  let close = async (): Promise<void> => {}

  const runTests = async (chosen: readonly Test[]): Promise<DryRunResult> => {
    const results: TestResult[] = []
    for (const { id, run } of chosen) {
      const start = performance.now()
      wire.currentTestId = id
      const told = { id, name: id, fileName: id.split(' › ')[0]! }
      try {
        await run()
        results.push({ ...told, status: TestStatus.Success, timeSpentMs: performance.now() - start })
      } catch (error) {
        const failureMessage = error instanceof Error ? error.message : String(error)
        results.push({ ...told, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - start })
        // one that notices is enough
        if (wire.activeMutant !== undefined) break
      }
    }
    wire.currentTestId = undefined
    return { status: DryRunStatus.Complete, tests: results }
  }

  return {
    // nothing is loaded anew: mutants that are there before the first test are tried on the tests that come by them later, or not at all
    capabilities: () => ({ reloadEnvironment: true }),
    async init() {
      const loaded = await loadTests()
      tests = loaded.tests
      close = loaded.close
    },
    async dryRun() {
      const result = await runTests(tests)
      return wire.mutantCoverage ? { ...result, mutantCoverage: wire.mutantCoverage } : result
    },
    async mutantRun({ activeMutant, testFilter, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
      const wanted = testFilter && new Set(testFilter)
      // Stryker allows a hundred times what the tests hit without the mutant: a loop without an end is known sooner
      const limit = hitLimit === undefined ? undefined : hitLimit / 10
      Object.assign(wire, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: limit })
      forgetAll()
      const result = await runTests(tests.filter(({ id }) => !wanted || wanted.has(id)))
      wire.activeMutant = undefined
      return toMutantRunResult(determineHitLimitReached(wire.hitCount, limit) ?? result)
    },
    dispose: () => close(),
  }
}

async function loadTests() {
  const root = process.cwd()
  const gathering = createGathering()
  Object.assign(globalThis, { gatheredVitest: gathering.vitest })
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [
      {
        name: 'gathered-vitest',
        enforce: 'pre',
        transform: (code) =>
          code
            .replace(/import (\{[^}]*\}) from 'vitest'/, 'const $1 = globalThis.gatheredVitest')
            .replaceAll(", { with: { type: 'json' } })", ')'),
      },
    ],
  })
  const runner = createServerModuleRunner(server.environments.ssr)
  // what the packages remember is theirs
  await import('zod')
  makeMemoriesForgettable()
  for (const file of listTestFiles(root)) await gathering.within(relative(root, file), () => runner.import(file))
  return { tests: gathering.tests, close: () => server.close() }
}

const memories: { forget: () => void }[] = []
const forgetAll = () => {
  for (const memory of memories) memory.forget()
}

/** What the core remembers of a catalogue or a design in a `WeakMap` would carry one mutant's answers over to the next. */
function makeMemoriesForgettable(): void {
  const Plain = WeakMap
  globalThis.WeakMap = class extends Plain<WeakKey, unknown> {
    inner = new Plain<WeakKey, unknown>()
    constructor() {
      super()
      memories.push(this)
    }
    forget() {
      this.inner = new Plain()
    }
    override get(key: WeakKey) {
      return this.inner.get(key)
    }
    override has(key: WeakKey) {
      return this.inner.has(key)
    }
    override set(key: WeakKey, value: unknown) {
      this.inner.set(key, value)
      return this
    }
  } as typeof WeakMap
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'one-process', createRunner)]
