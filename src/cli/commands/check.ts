import { readFile } from 'node:fs/promises'
import { loadCatalogue } from '../../core/aws/index.ts'
import { listChoices } from '../../core/base/index.ts'
import { checkDesign, checks, type Finding } from '../../core/checks/index.ts'
import type { Design } from '../../core/model/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { printJunit, type TestResult } from '../printJunit.ts'
import { printSarif } from '../printSarif.ts'
import { Unusable } from '../unusable.ts'

const FORMATS = ['plain', 'json', 'sarif', 'junit'] as const

/** `check SOURCE [--format sarif]`: what AWS would refuse and what would surprise. Exit code 1 when anything is found. `--json` is `--format json`. */
export const checkCommand: Command = {
  usage: `check SOURCE [--format ${FORMATS.join('|')}] ${SOURCE_USAGE}`,
  summary: 'lists the findings of a design',
  options: { ...SOURCE_OPTIONS, json: { type: 'boolean' }, format: { type: 'string' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const format = values.json === true ? 'json' : (values.format ?? 'plain')
    if (!FORMATS.some((one) => one === format)) throw new Unusable(`--format must be ${listChoices(FORMATS)}`)
    const design = await loadSource(positionals[0], values)
    const catalogue = await loadCatalogue()
    const findings = await checkDesign({ design, catalogue, topology: compileTopology(design, catalogue) })
    switch (format) {
      case 'json':
        print(JSON.stringify(findings, null, 2))
        break
      case 'sarif':
        print(printSarif(design, findings, { source: positionals[0], lineOf: await linesIn(positionals[0]) }))
        break
      case 'junit':
        print(
          printJunit(
            design.title,
            checks.map((check) => resultOf(check.id, check.title, findings)),
          ),
        )
        break
      default:
        for (const line of plainLines(design, findings)) print(line)
    }
    return findings.length === 0 ? 0 : 1
  },
}

/** A check as a test: its findings are what it failed by. */
const resultOf = (id: string, title: string, findings: readonly Finding[]): TestResult => {
  const own = findings.filter(({ check }) => check === id).map(({ message }) => message)
  return { name: `${id}: ${title}`, miss: own.length === 0 ? null : own.join(' ') }
}

function* plainLines(design: Design, findings: readonly Finding[]): Generator<string> {
  for (const { severity, message, check, at, awsError } of findings) {
    const [{ construct, path }] = at
    yield `${severity}: ${message}`
    yield `  ${check} at ${design.constructs[construct]?.name ?? construct}${path.length > 0 ? ` (${path.join('.')})` : ''}`
    if (awsError) yield `  AWS says: ${awsError}`
  }
  yield findings.length === 0 ? 'No findings.' : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`
}

/** The line of a file on which a construct begins: in a design that of its id, in a template that of its logical id. */
async function linesIn(path: string): Promise<(construct: string) => number | null> {
  // A folder has no lines, and an archive none that anybody reads
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines = text.includes('\0') ? [] : text.split('\n')
  return (construct) => {
    const quoted = JSON.stringify(construct)
    const at = lines.findIndex(
      (line) =>
        line.includes(`"id": ${quoted}`) || [`${construct}:`, `${quoted}: {`, `${quoted}:{`].includes(line.trim()),
    )
    return at < 0 ? null : at + 1
  }
}
