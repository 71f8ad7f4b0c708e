import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { loadCatalogue } from '../../core/aws/index.ts'
import { listChoices } from '../../core/base/index.ts'
import { checkDesign } from '../../core/checks/index.ts'
import {
  EXPORT_FORMATS,
  type ExpectedAnswer,
  exportDesign,
  isExportFormat,
  MAY_EXIST,
} from '../../core/export/index.ts'
import { type Design, definitionOf, deployOf, EXISTING_ID, misfit } from '../../core/model/index.ts'
import { decide } from '../../core/sim/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command, Given } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

const IDS = EXPORT_FORMATS.map(({ id }) => id)
const SUMMARIES = EXPORT_FORMATS.map(({ summary }) => summary)

/** `export SOURCE --format FORMAT --out DIR`: writes the templates or scripts and lists them. Where the checks find errors it writes nothing without `--force`, and the exit code is 1. */
export const exportCommand: Command = {
  usage: `export SOURCE --format ${IDS.join('|')} --out DIR [--env NAME] [--existing ID=AWS-ID]… [--network-only] [--force] ${SOURCE_USAGE}`,
  summary: `writes ${listChoices(SUMMARIES)}; nothing where the checks find errors, unless forced`,
  options: {
    ...SOURCE_OPTIONS,
    format: { type: 'string' },
    out: { type: 'string' },
    env: { type: 'string' },
    existing: { type: 'string', multiple: true },
    'network-only': { type: 'boolean' },
    force: { type: 'boolean' },
  },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
    const format = values.format
    if (!isExportFormat(format)) throw new Unusable(`--format must be ${listChoices(IDS)}`)
    if (typeof values.out !== 'string') throw new Unusable('--out DIR is missing')
    const design = usingWhatExists(await loadSource(positionals[0], values), values.existing)
    const catalogue = await loadCatalogue()
    const topology = compileTopology(design, catalogue)
    const findings = await checkDesign({ design, catalogue, topology })
    const chosen = onlyEnvironment(design, values.env)
    const errors = findings.filter(({ severity }) => severity === 'error')
    for (const { message } of errors) print(`error: ${message}`)
    if (errors.length > 0 && values.force !== true) {
      const count = `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
      print(`Nothing is written, because the checks find ${count}. --force exports the design as it is.`)
      return 1
    }
    const result = exportDesign(chosen, catalogue, format, {
      findings,
      answers: answersTo(design, topology),
      ...(values['network-only'] === true && { networkOnly: true }),
    })
    for (const file of result.files) {
      const path = join(values.out, file.path)
      try {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, file.text, { mode: file.executable ? 0o755 : 0o644 })
      } catch (error) {
        throw new Unusable(`${path}: ${(error as Error).message}`)
      }
      print(path)
    }
    for (const remark of result.remarks) print(`note: ${remark.message}`)
    if (design.deployment === undefined)
      print(
        'note: the design names no deployment, so its title does; under a changed title it would be a second one. Keep the name in the field “deployment” of the file.',
      )
    return 0
  },
}

/** What the saved requests come to, for the script that tries them. */
const answersTo = (design: Design, topology: Parameters<typeof decide>[0]): readonly ExpectedAnswer[] =>
  design.requests.map(({ id, request }) => {
    const { kind, symptom } = decide(topology, request)
    return { id, verdict: kind, symptom }
  })

/** The design with the files of one environment only, where one is asked for. */
function onlyEnvironment(design: Design, name: Given['values'][string]): Design {
  if (typeof name !== 'string') return design
  const { deploy } = design
  const environments = deploy?.environments.filter((one) => one.name === name) ?? []
  if (!deploy || environments.length === 0) {
    const known = deploy?.environments.map((one) => one.name) ?? []
    throw new Unusable(
      `the design has no environment “${name}”: ${known.length === 0 ? 'it names none' : `it has ${known.join(', ')}`}`,
    )
  }
  return { ...design, deploy: { ...deploy, environments } }
}

/** The design with what is used instead of made, by the id that AWS gave it. */
function usingWhatExists(design: Design, given: Given['values'][string]): Design {
  if (!Array.isArray(given)) return design
  const existing = given.map((text: string) => {
    const [id = '', awsId = ''] = text.split(/=(.*)/s)
    const construct = Object.hasOwn(design.constructs, id) ? design.constructs[id] : undefined
    if (!construct) throw new Unusable(`--existing ${text}: the design has no “${id}”`)
    if (!MAY_EXIST.has(construct.kind))
      throw new Unusable(
        `--existing ${text}: ${id} is a thing that is only made; it can be one of ${listChoices([...MAY_EXIST].map((kind) => definitionOf(kind).title))}`,
      )
    if (awsId !== '' && misfit(EXISTING_ID, awsId) !== null)
      throw new Unusable(`--existing ${text}: “${awsId}” is not ${EXISTING_ID.words}`)
    return [id, awsId] as const
  })
  const deploy = deployOf(design)
  return { ...design, deploy: { ...deploy, existing: { ...deploy.existing, ...Object.fromEntries(existing) } } }
}
