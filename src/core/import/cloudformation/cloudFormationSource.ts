import { describeSource } from '../describe/describeSource.ts'
import type { ParsedFile } from '../parseFile.ts'
import type { ImportOptions, Source } from '../source.ts'
import { type ImportedTemplates, importTemplates, type Resources } from './importTemplates.ts'
import { keptAside } from './resources/keptAside.ts'
import { putStacks } from './resources/putStacks.ts'
import { RESOURCE_TYPES } from './resources/resourceTypes.ts'
import { completeStacks, prepareStacks, STACK_READERS } from './resources/stackReaders.ts'
import { includeFiles } from './template/includeFiles.ts'
import { unwrapTemplate } from './template/unwrapTemplate.ts'

const RESOURCES: Resources = {
  types: RESOURCE_TYPES,
  keptAside,
  readers: STACK_READERS,
  putStacks,
  prepare: prepareStacks,
  complete: completeStacks,
}

/** What templates come to, with the files of parameters among them; a clause where that cannot be told. */
export const readTemplates = (
  files: readonly ParsedFile[],
  title: string,
  passedOver: readonly string[],
  options: ImportOptions,
): ImportedTemplates => importTemplates(files, title, passedOver, options, RESOURCES)

/** What makes no network by itself. */
const BESIDE: ReadonlySet<string> = new Set(['account', 'region', 'iam-role', 'policy-resource', 'iam-user'])

/** Files that templates among them include: a part of one may look like an answer of the AWS CLI. */
function includedIn(files: readonly ParsedFile[]): ReadonlySet<string> {
  const including = files
    .filter(({ text }) => text.includes('AWS::Include'))
    .flatMap((one) => unwrapTemplate(one) ?? [])
  return new Set(including.flatMap(({ value }) => [...includeFiles(value, files).used]))
}

/** CloudFormation templates, nested ones too, with files of parameters and others among them. */
export const cloudFormationSource: Source = {
  // among answers of the AWS CLI a template is one file more that says nothing
  fits(files) {
    const included = includedIn(files)
    const others = files.filter((file) => unwrapTemplate(file) === null && !included.has(file.path))
    return others.length < files.length && (others.length === 0 || !describeSource.fits(others))
  },
  read(files, title, passedOver, options) {
    const imported = readTemplates(files, title, passedOver, options)
    if (typeof imported === 'string') return { ok: false, refusal: imported }
    const { design, report, parameters } = imported
    if (Object.keys(report.constructs).some((kind) => !BESIDE.has(kind)))
      return { ok: true, design, report, parameters }
    const why = report.notes.find(({ kind }) => kind === 'unreadable') ?? report.notes[0]
    const file = why?.place ? `${why.place.file}: ` : ''
    return {
      ok: false,
      parameters,
      refusal: `is a CloudFormation template without a network${why ? `; ${file}${why.message}` : ''}`,
    }
  },
}
