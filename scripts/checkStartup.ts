import { readFileSync, writeFileSync } from 'node:fs'
import { type Accepted, judgeStartup } from './startup/judgeStartup.ts'
import { measureStartup } from './startup/measureStartup.ts'
import { MODULES, type Modules } from './startup/recordModules.ts'

const ACCEPTED = 'scripts/startup/accepted.json'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const accepted = read(ACCEPTED) as Record<keyof typeof MODULES, Accepted>
const measured = measureStartup('dist/web')
const parts = (['page', 'worker'] as const).map((name) => ({
  name,
  chunks: measured[name],
  modules: pick(read(MODULES[name]) as Modules, Object.keys(measured[name])),
}))

if (process.argv.includes('--accept')) {
  const table = Object.fromEntries(
    parts.map(({ name, chunks, modules }) => [name, { budget: accepted[name].budget, chunks, modules }]),
  )
  writeFileSync(ACCEPTED, `${JSON.stringify(table, null, 2)}\n`)
}
const verdicts = parts.map(({ name, chunks, modules }) => judgeStartup(name, chunks, modules, accepted[name]))
for (const { lines } of verdicts) process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = verdicts.every(({ ok }) => ok) ? 0 : 1

/** Of what the chunks are made of, those that belong to the start; in one order, so that changes are seen. */
function pick(modules: Modules, chunks: readonly string[]): Modules {
  const sorted = (groups: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(groups).sort(([a], [b]) => (a < b ? -1 : 1)))
  return Object.fromEntries(chunks.filter((name) => modules[name]).map((name) => [name, sorted(modules[name]!)]))
}
