import { writeFile } from 'node:fs/promises'
import { fateLines, reportLines, summaryOf } from '../../core/import/index.ts'
import { serialiseDesign } from '../../core/model/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { openSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

/** More lines than this are for a file. */
const MOST_LINES = 40

/** `import SOURCE --out NAME.hopwise.json [--report FILE]`: templates, plans and states of Terraform, or what the AWS CLI printed, become a design. Exit code 1 when a file could not be read. */
export const importCommand: Command = {
  usage: `import SOURCE --out NAME.hopwise.json [--report FILE] ${SOURCE_USAGE}`,
  summary:
    'makes a design of CloudFormation templates, of plans and states of Terraform, or of what “aws … describe-…” printed; says on standard error what is not in it',
  options: { ...SOURCE_OPTIONS, out: { type: 'string' }, report: { type: 'string' } },
  async run({ positionals, values }, print) {
    const [path] = positionals
    if (path === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    if (typeof values.out !== 'string') throw new Unusable('--out NAME.hopwise.json is missing')
    const { design, report, isExport } = await openSource(path, values)
    if (!report && !isExport) throw new Unusable(`${path}: is a design already`)
    await write(values.out, serialiseDesign(design))
    print(values.out)
    if (isExport) process.stderr.write(`${path}: the design that Hopwise has exported it from.\n`)
    if (!report) return 0
    const lines = [...reportLines(report), ...fateLines(report.resources ?? [])]
    if (typeof values.report === 'string') {
      const isJson = /\.json$/i.test(values.report)
      await write(values.report, isJson ? `${JSON.stringify(report, null, 2)}\n` : `${lines.join('\n')}\n`)
      process.stderr.write(`${summaryOf(report)} The report is in ${values.report}.\n`)
    } else {
      process.stderr.write(`${lines.slice(0, MOST_LINES).join('\n')}\n`)
      if (lines.length > MOST_LINES)
        process.stderr.write(`… and ${lines.length - MOST_LINES} lines more; --report FILE writes them all.\n`)
    }
    return report.notes.some(({ kind }) => kind === 'unreadable') ? 1 : 0
  },
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (error) {
    throw new Unusable(`${path}: ${(error as Error).message}`)
  }
}
