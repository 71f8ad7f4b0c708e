import { loadCatalogue } from '../../core/aws/index.ts'
import { runChecks } from '../../core/checks/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

/** `check SOURCE [--json]`: what AWS would refuse and what would surprise. Exit code 1 when anything is found. */
export const checkCommand: Command = {
  usage: `check SOURCE [--json] ${SOURCE_USAGE}`,
  summary: 'lists the findings of a design',
  options: { ...SOURCE_OPTIONS, json: { type: 'boolean' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const design = await loadSource(positionals[0], values)
    const catalogue = await loadCatalogue()
    const findings = runChecks({ design, catalogue, topology: compileTopology(design, catalogue) })
    if (values.json) print(JSON.stringify(findings, null, 2))
    else {
      for (const finding of findings) {
        const [place] = finding.at
        print(`${finding.severity}: ${finding.message}`)
        print(
          `  ${finding.check} at ${design.constructs[place.construct]?.name ?? place.construct}${place.path.length > 0 ? ` (${place.path.join('.')})` : ''}`,
        )
        if (finding.awsError) print(`  AWS says: ${finding.awsError}`)
      }
      print(
        findings.length === 0
          ? 'No findings.'
          : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`,
      )
    }
    return findings.length === 0 ? 0 : 1
  },
}
