import { execFileSync, spawn } from 'node:child_process'
import { build } from 'vite'
import { measureBrowser } from './bench/measureBrowser.ts'
import type { CoreFigures } from './bench/measureCore.ts'
import type { ExportFigures } from './bench/measureExport.ts'
import type { PolicyFigures } from './bench/measurePolicies.ts'
import type { RecordedFigures } from './bench/measureRecorded.ts'
import { measureStartup, totalOf } from './startup/measureStartup.ts'

const PORT = 4175
const say = (line: string) => process.stdout.write(`${line}\n`)
const round = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1)

interface CoreReport {
  readonly recorded: RecordedFigures | null
  readonly plain: readonly CoreFigures[]
  readonly transit: readonly CoreFigures[]
}

/** Runs a script bundled as the core ships, in a process of its own; what it prints is its report. */
async function runBundled(name: string): Promise<unknown> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: `scripts/bench/${name}.ts`,
      outDir: `.cache/bench/${name}`,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.mjs' } },
    },
  })
  return JSON.parse(execFileSync(process.execPath, [`.cache/bench/${name}/main.mjs`], { encoding: 'utf8' }))
}

async function benchCore(): Promise<void> {
  const { recorded, plain, transit } = (await runBundled('runCore')) as CoreReport
  if (recorded)
    say(
      `A recorded network of ${recorded.constructs} constructs, cold: import ${round(recorded.importMs)} ms, compile ${round(recorded.compileMs)} ms, ${recorded.probes} answers ${round(recorded.answerMs)} ms\n`,
    )
  else say('No recorded networks lie beside the checkout.\n')
  say('Core (production bundle, one thread)')
  sayCore(plain)
  say('\nThe same with every VPC on a transit gateway')
  sayCore(transit)
  say('The naive version scans routes and rules with ip-num, walks one way only, and runs in the same process.')
}

function sayCore(figures: readonly CoreFigures[]): void {
  say('constructs  compile ms  verdicts/s  with trace/s  p50 us  p99 us  naive/s  ratio')
  for (const one of figures)
    say(
      [
        one.constructs,
        round(one.compileMs),
        round(one.perSecond),
        round(one.perSecondTraced),
        round(one.p50Micros),
        round(one.p99Micros),
        round(one.naivePerSecond),
        `${round(one.perSecond / one.naivePerSecond)}x`,
      ].join('  '),
    )
}

async function benchExport(): Promise<void> {
  const figures = (await runBundled('runExport')) as readonly ExportFigures[]
  say('\nExport (production bundle, one thread, warm; how many times as long as writing the design file)')
  say(
    ['constructs', 'design file ms', 'checks ms', ...Object.keys(figures[0]!.formatMs).map((one) => `${one} ms`)].join(
      '  ',
    ),
  )
  for (const { constructs, designMs, checksMs, formatMs } of figures)
    say(
      [
        constructs,
        round(designMs),
        round(checksMs),
        ...Object.values(formatMs).map((ms) => `${round(ms)} (${round(ms / designMs)}x)`),
      ].join('  '),
    )
}

async function benchPolicies(): Promise<void> {
  const { onePolicy, fiveLayers, inDesign } = (await runBundled('runPolicies')) as PolicyFigures
  say(
    '\nPolicies (production bundle, one thread; beside the tests’ evaluator, which compiles nothing, in the same process)',
  )
  for (const [what, { perSecond, plainPerSecond }] of [
    ['a compiled policy, five statements and two conditions', onePolicy],
    ['a whole call, five layers of such policies', fiveLayers],
  ] as const)
    say(`${what}: ${round(perSecond)}/s, plain ${round(plainPerSecond)}/s, ${round(perSecond / plainPerSecond)}x`)
  say(
    `a call of a design, five layers of such policies: ${round(inDesign.perSecond)}/s, ${round(inDesign.perSecond / fiveLayers.plainPerSecond)}x; with its network ${round(inDesign.requestsPerSecond)}/s`,
  )
}

function benchStartup(): void {
  const { page, worker } = measureStartup('dist/web')
  say(
    `\nStart-up JavaScript: page ${round(totalOf(page) / 1000)} kB gzip, worker ${round(totalOf(worker) / 1000)} kB gzip`,
  )
}

async function benchBrowser(): Promise<void> {
  const server = spawn('npx', ['vite', 'preview', '--host', '127.0.0.1', '--port', String(PORT), '--strictPort'], {
    stdio: 'ignore',
    detached: true,
  })
  try {
    const url = `http://127.0.0.1:${PORT}/`
    for (let i = 0; ; i++) {
      if (
        await fetch(url).then(
          (reply) => reply.ok,
          () => false,
        )
      )
        break
      if (i > 100) throw new Error('the preview server does not answer')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    say('\nBrowser (production build in Chromium, software rendering)')
    say(
      'constructs  drawn one by one  worker round trip ms  edit to 100 verdicts ms  drag p50 ms  drag p95 ms  pan p50 ms  pan p95 ms  key ms',
    )
    for (const one of await measureBrowser(url, [300, 1000, 10000]))
      say(
        [
          one.constructs,
          one.mounted,
          round(one.roundTripMs),
          round(one.editTo100Ms),
          round(one.dragP50Ms),
          round(one.dragP95Ms),
          round(one.panP50Ms),
          round(one.panP95Ms),
          round(one.keyMs),
        ].join('  '),
      )
  } finally {
    process.kill(-server.pid!)
  }
}

const parts = {
  core: benchCore,
  policies: benchPolicies,
  export: benchExport,
  startup: benchStartup,
  browser: benchBrowser,
}
const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run()
