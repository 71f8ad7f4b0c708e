import { execFileSync, spawn } from 'node:child_process'
import { build } from 'vite'
import { measureBrowser } from './bench/measureBrowser.ts'
import type { CoreFigures } from './bench/measureCore.ts'
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

/** The core, bundled as it ships, in a process of its own. */
async function benchCore(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'scripts/bench/runCore.ts',
      outDir: '.cache/bench',
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'core.mjs' } },
    },
  })
  const { recorded, plain, transit } = JSON.parse(
    execFileSync(process.execPath, ['.cache/bench/core.mjs'], { encoding: 'utf8' }),
  ) as CoreReport
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

const parts = { core: benchCore, startup: benchStartup, browser: benchBrowser }
const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run()
