import { loadCatalogue } from '../core/aws/index.ts'
import { type Imported, importFiles, summaryOf } from '../core/import/index.ts'
import type { Design } from '../core/model/index.ts'
import type { Given } from './command.ts'
import { givenParameters } from './givenParameters.ts'
import { readGiven } from './readGiven.ts'
import { Unusable } from './unusable.ts'

type Opened = Extract<Imported, { ok: true }>

/**
 * Opens SOURCE: a design file, or a folder, a zip archive or a file of CloudFormation templates or of what the AWS CLI printed. Throws `Unusable`
 * with the place of what is wrong.
 */
export async function openSource(path: string, values: Given['values'] = {}): Promise<Opened> {
  const [given, parameters, catalogue] = await Promise.all([readGiven(path), givenParameters(values), loadCatalogue()])
  const imported = importFiles(given, { parameters, catalogue })
  if (imported.ok) return imported
  const { refusal } = imported
  if (typeof refusal === 'string') throw new Unusable(`${path}: ${refusal}`)
  const [first, ...more] = refusal
  const place = first.path ? `${first.path}: ` : ''
  throw new Unusable(`${path}: ${place}${first.message}${more.length > 0 ? ` (and ${more.length} more)` : ''}`)
}

/** The design of SOURCE. What an import left out belongs to the answer, but not into it. */
export async function loadSource(path: string, values: Given['values'] = {}): Promise<Design> {
  const { design, report, parameters = [] } = await openSource(path, values)
  if (report) process.stderr.write(`${path}: ${summaryOf(report)} “hopwise import” tells the rest.\n`)
  const open = parameters.filter((one) => one.given === null && one.default === null && !one.isSecret)
  if (open.length > 0)
    process.stderr.write(
      `${path}: parameters without a value, which --parameter NAME=VALUE gives: ${open.map(({ name }) => name).join(', ')}.\n`,
    )
  return design
}
