import { parseArgs } from 'node:util'
import { compareCases } from '../src/core/policy/testing/compareCases.ts'

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
})
const cases = Number(values.cases)
const first = Number(values.seed)
const CHUNK = 1000
const say = (line: string) => process.stdout.write(`${line}\n`)
const verdicts: Record<string, number> = {}
const differences: string[] = []
let careful = 0
let tooMany = 0

for (let done = 0; done < cases; done += CHUNK) {
  const found = compareCases(first + done, Math.min(CHUNK, cases - done))
  for (const [kind, count] of Object.entries(found.verdicts)) verdicts[kind] = (verdicts[kind] ?? 0) + count
  differences.push(...found.differences)
  careful += found.careful
  tooMany += found.tooMany
}
const share = (count: number): string => `${((100 * count) / cases).toFixed(2)} %`
say(`${cases} cases from seed ${first}: ${differences.length} on which the two differ`)
for (const [kind, count] of Object.entries(verdicts)) say(`  ${kind} ${share(count)}`)
say(`  left open where every world the plain evaluator knows agrees: ${share(careful)}; too many worlds: ${tooMany}`)
for (const difference of differences.slice(0, 5)) say(difference)
if (differences.length > 0) process.exitCode = 1
