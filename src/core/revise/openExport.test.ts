import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { deploymentOf, type ExportFormat, exportDesign } from '../export/index.ts'
import { allExamples } from '../export/testing/allExamples.ts'
import { onlyS3 } from '../export/testing/exampleDesigns.ts'
import { twoAccounts } from '../export/testing/exampleNetworks.ts'
import { type GivenFile, importFiles, isWanted } from '../import/index.ts'
import { type Design, serialiseDesign } from '../model/index.ts'

const catalogue = await loadCatalogue()
const exported = (design: Design, format: ExportFormat = 'cloudformation') =>
  exportDesign(design, catalogue, format).files.map(({ path, text }) => ({ path, text }))
type Text = ReturnType<typeof exported>[number]
/** As the command line gives a folder: what is not read by its name has no bytes. */
const given = ({ path, text }: Text): GivenFile =>
  isWanted(path) ? { path, bytes: strToU8(text) } : { path, bytes: strToU8(''), isPassedOver: true }
const open = (files: readonly Text[]) => importFiles(files.map(given), { catalogue })
const inFolder = (files: readonly Text[]) => files.map(({ path, text }) => ({ path: `deploy/${path}`, text }))
const zipped = (files: readonly Text[]) =>
  importFiles(
    [{ path: 'deploy.zip', bytes: zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]))) }],
    { catalogue },
  )
const notesOf = (result: ReturnType<typeof open>) =>
  result.ok ? (result.report?.notes ?? []).map(({ message }) => message) : []
/** As the design file says it: what was put together by hand leaves out what has a default. Its deployment has a name from then on. */
const opened = (design: Design) =>
  expect.objectContaining({
    ok: true,
    report: null,
    isExport: true,
    design: JSON.parse(JSON.stringify(asFile({ ...design, deployment: deploymentOf(design) }))),
  })
const asFile = (design: Design): Design => {
  const result = importFiles([{ path: 'a.json', bytes: strToU8(serialiseDesign(design)) }])
  if (!result.ok) throw new Error('no design')
  return result.design
}

describe.each(allExamples)('what is exported of %s opens as the design that it was', (_, make) => {
  const design = make()
  const files = exported(design)
  test('each of its templates, in YAML and JSON', () => {
    const templates = files.filter(({ path, text }) => path.startsWith('template') && text.includes('Seal'))
    for (const template of templates) expect(open([template])).toEqual(opened(design))
    expect(open(templates)).toEqual(templates.length > 0 ? opened(design) : expect.anything())
  })
  test.each(['cloudformation', 'cli'] as const)('the folder and the archive: %s', (format) => {
    const all = exported(design, format)
    expect(open(inFolder(all))).toMatchObject({ ok: true, design: asFile(design) })
    expect(zipped(all)).toMatchObject({ ok: true, design: asFile(design) })
    expect(notesOf(open(inFolder(all)))).toEqual([])
  })
})

const templatesOf = (design: Design) => exported(design).filter(({ path }) => path.endsWith('.yaml'))
const changed = ({ path, text }: Text): Text => ({
  path,
  text: text.replace(/^( +)CidrBlock: .*$/m, '$1CidrBlock: 10.77.0.0/16'),
})

test('a template that was laid out anew is still what Hopwise wrote', () => {
  const [template] = templatesOf(onlyS3())
  const text = template!.text.replaceAll('\n', '\r\n').replace('Resources:', '# by hand\r\nResources:')
  expect(open([{ path: 'x.yaml', text }])).toEqual(opened(onlyS3()))
})
test('a deployment that gets its name by what is taken away is the same files as before', () => {
  const design = onlyS3()
  for (const format of ['cloudformation', 'cli', 'terraform'] as const)
    expect(exported({ ...design, deployment: deploymentOf(design) }, format)).toEqual(exported(design, format))
})
test('a template that was changed is read for what it says now, and that is told', () => {
  const result = open([changed(templatesOf(onlyS3())[0]!)])
  expect(notesOf(result)).toContain(
    'It was changed since Hopwise wrote it: what it says now counts, and not the design in it',
  )
  expect(result.ok && Object.values(result.design.constructs).find(({ kind }) => kind === 'vpc')).toMatchObject({
    cidrs: ['10.77.0.0/16'],
  })
})
test('a template in a folder that was changed is told of, and how to open it', () => {
  const files = exported(twoAccounts()).map((file, at) => (at === 1 ? changed(file) : file))
  const result = open(inFolder(files))
  expect(result).toMatchObject({ ok: true, design: asFile(twoAccounts()) })
  expect(notesOf(result)).toEqual([
    expect.stringMatching(/changed since Hopwise wrote it.*open the template by itself/),
  ])
})
test('one template of several accounts is enough', () => {
  const templates = templatesOf(twoAccounts())
  expect(templates.length).toBeGreaterThan(1)
  for (const one of templates) expect(open([one])).toEqual(opened(twoAccounts()))
  expect(open(templates)).toEqual(opened(twoAccounts()))
})
test('values for parameters make a template of it again', () => {
  const [template] = templatesOf(onlyS3())
  const result = importFiles([given(template!)], { catalogue, parameters: { Nothing: 'x' } })
  expect(result).toEqual({ ok: false, refusal: 'has no parameter “Nothing”' })
})
test('several designs are a matter for the person', () => {
  const drawing = (name: string) => ({ path: `${name}.hopwise.json`, text: serialiseDesign(onlyS3()) })
  expect(open([drawing('a'), drawing('b')])).toEqual({
    ok: false,
    refusal: 'holds several designs: a.hopwise.json and b.hopwise.json. Open one of them by itself',
  })
})
test('a design that cannot be read out of its template is told', () => {
  const [template] = templatesOf(onlyS3())
  const text = template!.text.replace(/( Design: ).*/, '$1nothing!')
  expect(open([{ path: 'x.yaml', text }])).toMatchObject({
    ok: false,
    refusal: expect.stringMatching(/whose design cannot be read: it is no base64/),
  })
})
