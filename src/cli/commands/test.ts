import { loadCatalogue } from '../../core/aws/index.ts'
import { meetsExpectation, simulate } from '../../core/sim/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { printJunit, type TestResult } from '../printJunit.ts'
import { Unusable } from '../unusable.ts'

/** `test SOURCE [--reporter junit]`: the saved requests against the verdicts they must have. Exit code 1 on a miss. */
export const testCommand: Command = {
  usage: `test SOURCE [--reporter plain|junit] ${SOURCE_USAGE}`,
  summary: 'compares saved requests with their expected verdicts',
  options: { ...SOURCE_OPTIONS, reporter: { type: 'string' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const reporter = values.reporter ?? 'plain'
    if (reporter !== 'plain' && reporter !== 'junit') throw new Unusable(`no reporter “${reporter}”: plain or junit`)
    const design = await loadSource(positionals[0], values)
    const topology = compileTopology(design, await loadCatalogue())
    const expected = design.requests.filter((saved) => saved.expect !== null)
    if (expected.length === 0) throw new Unusable(`${positionals[0]}: no saved request has an expected verdict`)
    const results: readonly TestResult[] = expected.map((saved) => ({
      name: saved.name,
      miss: meetsExpectation(simulate(topology, saved.request), saved.expect!),
    }))
    const missed = results.filter((result) => result.miss !== null)
    if (reporter === 'junit') print(printJunit(design.title, results))
    else {
      for (const { name, miss } of results) print(miss === null ? `ok      ${name}` : `MISSED  ${name}: ${miss}`)
      print(`${results.length - missed.length} met, ${missed.length} missed`)
    }
    return missed.length === 0 ? 0 : 1
  },
}
