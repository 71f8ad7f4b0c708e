import { readFile } from 'node:fs/promises'
import { loadCatalogue } from '../../core/aws/index.ts'
import type { Design } from '../../core/model/index.ts'
import { decide, differenceFrom, meetsExpectation, readObservations, simulate } from '../../core/sim/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { printJunit, type TestResult } from '../printJunit.ts'
import { unreadable } from '../readGiven.ts'
import { Unusable } from '../unusable.ts'

/** `test SOURCE [--observed FILE] [--reporter junit]`: the saved requests against the verdicts they must have, or against what was seen. Exit code 1 on a miss. */
export const testCommand: Command = {
  usage: `test SOURCE [--observed FILE] [--reporter plain|junit] ${SOURCE_USAGE}`,
  summary: 'compares saved requests with their expected verdicts, or with what verify.sh saw',
  options: { ...SOURCE_OPTIONS, reporter: { type: 'string' }, observed: { type: 'string' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const reporter = values.reporter ?? 'plain'
    if (reporter !== 'plain' && reporter !== 'junit') throw new Unusable(`no reporter “${reporter}”: plain or junit`)
    const design = await loadSource(positionals[0], values)
    const topology = compileTopology(design, await loadCatalogue())
    const results =
      typeof values.observed === 'string'
        ? await compareObserved(design, topology, values.observed)
        : compareExpected(design, topology, positionals[0])
    const missed = results.filter((result) => result.miss !== null)
    if (reporter === 'junit') print(printJunit(design.title, results))
    else {
      for (const { name, miss } of results) print(miss === null ? `ok      ${name}` : `MISSED  ${name}: ${miss}`)
      print(`${results.length - missed.length} met, ${missed.length} missed`)
    }
    return missed.length === 0 ? 0 : 1
  },
}

function compareExpected(
  design: Design,
  topology: Parameters<typeof decide>[0],
  source: string,
): readonly TestResult[] {
  const expected = design.requests.filter((saved) => saved.expect !== null)
  if (expected.length === 0) throw new Unusable(`${source}: no saved request has an expected verdict`)
  return expected.map((saved) => ({
    name: saved.name,
    miss: meetsExpectation(simulate(topology, saved.request), saved.expect!),
  }))
}

/** What was seen in reality against what the model says. A request that was not tried, or of which the model cannot tell, is no miss. */
async function compareObserved(
  design: Design,
  topology: Parameters<typeof decide>[0],
  path: string,
): Promise<readonly TestResult[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error)
  })
  const { observations, bad } = readObservations(text, design.requests)
  const [first] = bad
  if (first) throw new Unusable(`${path}: line ${first.line}: ${first.message}`)
  if (observations.length === 0) throw new Unusable(`${path}: it holds no result of verify.sh`)
  return observations.map((one) => {
    const saved = design.requests.find(({ id }) => id === one.id)
    return saved
      ? { name: saved.name, miss: differenceFrom(decide(topology, saved.request), one) }
      : { name: one.id, miss: 'the design has no saved request of that id' }
  })
}
