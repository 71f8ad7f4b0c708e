import type { Catalogue } from '../../aws/catalogue.ts'
import { zonesOf } from '../../aws/zonesOf.ts'
import { groupBy } from '../../base/groupBy.ts'
import { hashTree } from '../../base/hashTree.ts'
import { listWords } from '../../base/words.ts'
import { assemble, type ImportResult, type Reader } from '../assemble.ts'
import { readSeal } from '../exported/readSeal.ts'
import { plain } from '../fields.ts'
import { createImporting, type Importing } from '../importing.ts'
import type { ParsedFile } from '../parseFile.ts'
import { createRecords, type RecordsTaker } from '../records.ts'
import { createNoteTaker, type NoteTaker, takeNote } from '../report.ts'
import type { ImportOptions } from '../source.ts'
import { tellPassedOver } from '../tellPassedOver.ts'
import { type OpenFrame, openFrames } from './evaluate/openFrames.ts'
import { declaredParameter } from './evaluate/readParameter.ts'
import { stackOf } from './evaluate/stackOf.ts'
import { regionNamedIn, saysRegion } from './evaluate/whereOf.ts'
import { fatesOf } from './fatesOf.ts'
import { type AskedParameter, askedParameters } from './parameters/askedParameters.ts'
import { chooseFile, parameterFiles, strayParameter, valuesFor } from './parameters/chooseParameters.ts'
import type { ParameterValues } from './parameters/readParameterFile.ts'
import type { ResourceType } from './resources/resourceType.ts'
import { sourceOf } from './sourceOf.ts'
import type { Stack } from './stack.ts'
import { tellLoose } from './tellLoose.ts'
import { tellFrame, tellValues } from './tellStacks.ts'
import { contentOf } from './template/contentOf.ts'
import { includeFiles } from './template/includeFiles.ts'
import { SECTIONS } from './template/isTemplate.ts'
import { MOST_TEMPLATE, TEMPLATE_TOO_LARGE } from './template/parseTemplateYaml.ts'
import { readTemplate, type Template } from './template/readTemplate.ts'
import { asSection } from './template/section.ts'
import { unwrapTemplate } from './template/unwrapTemplate.ts'

/** What resources are, what puts them into records, and what reads these. */
export interface Resources {
  readonly types: Readonly<Record<string, ResourceType>>
  /** Types among them that no packet meets: of these nothing is told. */
  readonly keptAside: Readonly<Record<string, ResourceType>>
  readonly readers: readonly Reader[]
  putStacks(stacks: readonly Stack[], records: RecordsTaker, taker: NoteTaker): void
  /** Before and after the readers run. */
  prepare(importing: Importing): void
  complete(importing: Importing): void
}

/** A design of templates, and the parameters that could be asked for; or why there is none. */
export type ImportedTemplates = (ImportResult & { readonly parameters: readonly AskedParameter[] }) | string

/** Makes a design of templates, with the files of parameters that are beside them. Logical ids become construct ids. Never throws. */
export function importTemplates(
  files: readonly ParsedFile[],
  title: string,
  passedOver: readonly string[],
  { parameters: given = {}, catalogue }: ImportOptions,
  resources: Resources,
): ImportedTemplates {
  const taker = createNoteTaker()
  const rowOf = (type: string) => (Object.hasOwn(resources.types, type) ? resources.types[type]! : null)
  tellPassedOver(taker, passedOver)
  const opened = openTemplates(files, { parameters: given, ...(catalogue && { catalogue }) }, resources.types, taker)
  if (typeof opened === 'string') return opened
  const { templates, tops, values, used, included } = opened
  const everyFrame = tops.flatMap(withNested)
  const stacks = everyFrame.map(({ frame }) => stackOf(frame))
  tellRegions(tops, taker)
  for (const top of tops) tellFrame(taker, top)
  tellValues(taker, stacks, (type) => (Object.hasOwn(resources.keptAside, type) ? null : rowOf(type)))
  tellLoose(taker, stacks)
  const records = createRecords()
  resources.putStacks(stacks, records, taker)
  const importing = createImporting(records, resources.readers, taker)
  resources.prepare(importing)
  const isTemplateFile = ({ path }: ParsedFile) => templates.some(({ file }) => file === path)
  const source = sourceOf(
    files.flatMap((file) =>
      isTemplateFile(file) ? bare(file) : used.has(file.path) || included.has(file.path) ? file : [],
    ),
    withoutSecrets(given, templates),
    taker,
  )
  const result = assemble(importing, resources.readers, {
    title,
    description: 'Imported from CloudFormation.',
    files: files.length,
    complete: resources.complete,
    missing: () => [],
  })
  const { constructs } = result.design
  return {
    design: source
      ? { ...result.design, source: { ...source, ...idsOf(stacks), reading: hashTree(constructs) } }
      : result.design,
    report: { ...result.report, resources: fatesOf(everyFrame, stacks, { ...resources, constructs }, taker) },
    parameters: askedParameters(tops, ({ frame }) => values.get(frame.template) ?? {}),
  }
}

/** What AWS calls what the stacks make, as far as their templates say it; what two things are called is neither. */
function idsOf(stacks: readonly Stack[]): { readonly ids?: Readonly<Record<string, string>> } {
  const known = stacks.flatMap(({ resources }) =>
    resources.flatMap(({ id, awsId }) => (awsId === undefined || awsId.length > 2048 ? [] : [[awsId, id] as const])),
  )
  const byName = groupBy(known, ([awsId]) => awsId)
  const ids = known.filter(([awsId]) => byName.get(awsId)!.length === 1)
  return ids.length === 0 ? {} : { ids: Object.fromEntries(ids) }
}

/** Templates on their way to being stacks, with the values that their parameters have; a clause that says why not. */
export interface OpenTemplates {
  readonly templates: readonly Template[]
  readonly tops: readonly OpenFrame[]
  readonly values: ReadonlyMap<Template, ParameterValues>
  /** Files of parameters that say them. */
  readonly used: ReadonlySet<string>
  /** Files that templates include. */
  readonly included: ReadonlySet<string>
}

/** Opens the templates among files, with the files of parameters beside them. */
export function openTemplates(
  files: readonly ParsedFile[],
  { parameters: given = {}, catalogue }: ImportOptions,
  types: Resources['types'],
  taker: NoteTaker,
): OpenTemplates | string {
  const { templates, included } = templatesIn(files, taker)
  const stray = strayParameter(given, templates)
  if (stray !== null) return stray
  const { values, used } = giveParameters(
    files.filter(({ path }) => !included.has(path)),
    templates,
    given,
    taker,
  )
  const tops = openFrames(templates, {
    types,
    zones: createZones(catalogue, taker),
    given: (template) => values.get(template) ?? {},
  })
  return { templates, tops, values, used, included }
}

/** A template without what the AWS CLI has put around it. */
function bare(file: ParsedFile): ParsedFile {
  const template = unwrapTemplate(file)
  if (!template || template.value === file.value) return file
  const text = template.text === file.text ? `${JSON.stringify(template.value, null, 2)}\n` : template.text
  return { ...template, text }
}

/** What nobody is to see stays out of what is kept. */
const withoutSecrets = (given: ParameterValues, templates: readonly Template[]): ParameterValues =>
  Object.fromEntries(
    Object.entries(given).filter(([key]) => {
      const name = key.slice(key.lastIndexOf(':') + 1)
      return !templates.some(({ parameters }) => declaredParameter(parameters[name]).isSecret)
    }),
  )

/** A stack, and all that are nested in it. */
export const withNested = (open: OpenFrame): readonly OpenFrame[] => [open, ...open.nested.flatMap(withNested)]

/** The templates among files, with what they include in it; what is wrong with any file is told. One that stands there in YAML and in JSON is one. */
function templatesIn(
  files: readonly ParsedFile[],
  taker: NoteTaker,
): { readonly templates: readonly Template[]; readonly included: ReadonlySet<string> } {
  const seen = new Map<string, string>()
  const templates: Template[] = []
  const included = new Set<string>()
  for (const file of files) {
    const template = unwrapTemplate(file)
    const { path, text, problem, remarks, value } = template ?? file
    const place = { file: path, key: null, index: null }
    const unreadable = problem ?? (template && text.length > MOST_TEMPLATE ? TEMPLATE_TOO_LARGE : null)
    for (const remark of remarks) takeNote(taker, 'assumed', remark, place)
    if (unreadable !== null) takeNote(taker, 'unreadable', unreadable, place)
    if (unreadable !== null || !template) continue
    const content = `${path.replace(/\.\w+$/, '')} ${contentOf(value)}`
    const same = seen.get(content)
    if (same !== undefined) takeNote(taker, 'unused', `It says the same as ${same}`, place)
    else {
      const strange = Object.keys(asSection(value)).filter((name) => !SECTIONS.has(name))
      if (strange.length > 0)
        takeNote(
          taker,
          'unused',
          `No section of a template is called ${listWords(strange.slice(0, 5).map((name) => plain(name, 60)))}: nothing of it is read`,
          place,
        )
      const whole = includeFiles(value, files)
      for (const one of whole.used) included.add(one)
      for (const one of whole.nesting)
        takeNote(
          taker,
          'unknown',
          `AWS refuses it as an included file, since it includes others itself: what these would put there is left out`,
          { file: one, key: null, index: null },
        )
      templates.push(readTemplate({ ...template, value: whole.value }))
      if (readSeal(value)?.isChanged)
        takeNote(
          taker,
          'assumed',
          'It was changed since Hopwise wrote it: what it says now counts, and not the design in it',
          place,
        )
    }
    seen.set(content, path)
  }
  return { templates: templates.filter(({ file }) => !included.has(file)), included }
}

/** Values for the parameters of each template: those that are given, else those of a file beside it. */
function giveParameters(
  files: readonly ParsedFile[],
  templates: readonly Template[],
  given: ParameterValues,
  taker: NoteTaker,
): { readonly values: ReadonlyMap<Template, ParameterValues>; readonly used: ReadonlySet<string> } {
  const others = files.filter((file) => file.problem === null && unwrapTemplate(file) === null)
  const candidates = parameterFiles(others, templates)
  const used = new Set(candidates.map(({ path }) => path))
  const idle = others.filter(({ path }) => !used.has(path)).map(({ path }) => plain(path, 120))
  if (idle.length > 0)
    takeNote(
      taker,
      'unused',
      `No templates, and not read: ${listWords(idle.slice(0, 20))}${idle.length > 20 ? ' …' : ''}`,
      null,
    )
  const chosen = new Set<string>()
  const values = new Map(
    templates.map((template) => {
      const { file, several } = chooseFile(template, candidates)
      const place = { file: template.file, key: null, index: null }
      if (file) chosen.add(file.path)
      if (file) takeNote(taker, 'assumed', `Its parameters have the values that ${file.path} says`, place)
      if (several.length > 0)
        takeNote(
          taker,
          'unknown',
          `${listWords(several)} all fit its parameters, and none is used: give one by itself`,
          place,
        )
      const values = { ...file?.values, ...valuesFor(given, template) }
      for (const [name, value] of Object.entries(values)) {
        const { allowed } = declaredParameter(template.parameters[name])
        if (allowed.length > 0 && !allowed.includes(value))
          takeNote(
            taker,
            'assumed',
            `${name}: AWS refuses the value “${plain(value, 60)}”, which is none of ${listWords(allowed.map((one) => plain(one, 60)))}`,
            place,
          )
      }
      return [template, values]
    }),
  )
  return { values, used: chosen }
}

/** Zones of a Region by the catalogue; of one that it does not know, three that most have. */
const createZones =
  (catalogue: Catalogue | undefined, taker: NoteTaker) =>
  (region: string): readonly string[] => {
    const known = catalogue ? Object.keys(zonesOf(catalogue, region)).sort() : []
    if (known.length > 0) return known
    takeNote(taker, 'assumed', `The zones of ${plain(region, 40)} are not known; a, b and c are taken`, null)
    return ['a', 'b', 'c'].map((letter) => `${region}${letter}`)
  }

/** A Region that is taken from what is written out, and not from `Metadata.Hopwise`. */
function tellRegions(tops: readonly OpenFrame[], taker: NoteTaker): void {
  for (const { frame } of tops)
    if (!saysRegion(frame.template) && regionNamedIn(frame.template) !== null)
      takeNote(taker, 'assumed', `It is deployed in ${frame.region}: its zones are written so`, {
        file: frame.template.file,
        key: null,
        index: null,
      })
}
