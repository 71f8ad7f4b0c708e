import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { failStorage } from './failStorage.ts'
import { killBrowser } from './killBrowser.ts'
import { tellLosses } from './losses.ts'
import { mutateInputs } from './mutateInputs.ts'

/** Plants faults of every kind, says what became of them, and whether nothing was lost. */
export async function runFaults(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      /** The form of every test run: a part of each, in less than a minute. */
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      mutants: { type: 'string' },
      kills: { type: 'string' },
      report: { type: 'string' },
    },
  })
  const { short, report } = values
  const seed = Number(values.seed)
  const say = (line: string) => process.stdout.write(`${line}\n`)

  const broken: string[] = []
  let passed = 0
  function judge(what: string, problems: readonly string[]) {
    if (problems.length === 0) passed++
    else broken.push(...problems.slice(0, 20).map((problem) => `${what}: ${problem}`))
  }

  const storage = await failStorage({ every: short ? 7 : 1 })
  say(`Storage calls that fail: ${storage.runs.toLocaleString('en')} runs`)
  say(tellLosses(storage))
  judge('storage', storage.problems)

  const inputs = await mutateInputs(Number(values.mutants ?? (short ? 400 : 100_000)), seed)
  say(
    `Inputs with wounds: ${inputs.mutants.toLocaleString('en')}, of which ${inputs.designs.toLocaleString('en')} became designs and ${inputs.refusals.toLocaleString('en')} sentences`,
  )
  judge('inputs', inputs.problems)

  const kills = await killBrowser(Number(values.kills ?? (short ? 2 : 100)), seed)
  say(`Browsers and pages killed: ${kills.kills}`)
  say(tellLosses(kills))
  judge('kills', kills.problems)

  for (const problem of broken) say(`\n${problem}`)
  if (report) writeFileSync(report, JSON.stringify({ passed, failed: 3 - passed, notRun: [], broken }))
  return broken.length === 0
}
