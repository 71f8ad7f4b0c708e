import { relative, resolve } from 'node:path'
import { printTrace } from '../src/cli/printTrace.ts'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { compareVerdict } from '../src/core/sim/cases/testing/compareVerdict.ts'
import { CASES, designOfCase, readCases } from '../src/core/sim/cases/testing/readCases.ts'
import { simulate } from '../src/core/sim/index.ts'
import { compileTopology } from '../src/core/topology/index.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)

/** Prints a golden case's requests with their traces in words: `npm run case -- dns/….json [request id]`. Part of the file's name is enough. */
async function runCase(wanted: string, request?: string): Promise<number> {
  const cases = readCases()
  const path = relative(CASES, resolve(wanted))
  const files = cases.has(path) ? [path] : [...cases.keys()].filter((file) => file.includes(wanted))
  if (files.length !== 1) {
    say(
      files.length === 0
        ? `No case is called “${wanted}”.`
        : `“${wanted}” fits several cases:\n${files.map((file) => `  ${file}`).join('\n')}`,
    )
    return 2
  }
  const file = files[0]!
  const one = cases.get(file)!
  const asked = one.requests.filter(({ id }) => request === undefined || id === request)
  if (asked.length === 0 && request !== undefined) {
    say(`${file} has no request “${request}”; it has ${one.requests.map(({ id }) => id).join(', ')}.`)
    return 2
  }
  const design = designOfCase(cases, file)
  const topology = compileTopology(design, await loadCatalogue())
  say(`${one.name}\n${one.why}\nSource: ${one.source}`)
  let misses = 0
  for (const { id, request: asking, expect } of asked) {
    const { from, to, protocol, port } = asking
    const verdict = simulate(topology, asking)
    const differences = compareVerdict(verdict, expect)
    say(`\n== ${id}: from ${from} to ${to}, ${protocol}${port === null ? '' : ` ${port}`}`)
    for (const line of printTrace(verdict, design)) say(line)
    say(
      differences.length === 0
        ? 'As expected.'
        : `NOT AS EXPECTED\n${differences.map((line) => `  ${line}`).join('\n')}`,
    )
    if (differences.length > 0) misses++
  }
  return misses > 0 ? 1 : 0
}

const [wanted, request] = process.argv.slice(2)
if (wanted === undefined) say('Name a case: npm run case -- dns/….json [request id]')
process.exitCode = wanted === undefined ? 2 : await runCase(wanted, request)
