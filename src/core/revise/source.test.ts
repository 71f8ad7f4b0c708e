import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { importFiles, importSource } from '../import/index.ts'
import { applyEdits, type Design, parseDesign, serialiseDesign } from '../model/index.ts'

const catalogue = await loadCatalogue()
const TEMPLATE =
  'Parameters:\n  Block: {Type: String}\n  Word: {Type: String, NoEcho: true}\nResources:\n  Net: # "quoted" \\ and\ttab ✓\n    Type: AWS::EC2::VPC\n    Properties: {CidrBlock: !Ref Block}\n'
const PARAMETERS = '{"Block": "10.1.0.0/16"}\r\n'
const open = (files: Readonly<Record<string, string | Uint8Array>>, parameters: Record<string, string> = {}) =>
  importFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: typeof text === 'string' ? strToU8(text) : text })),
    { catalogue, parameters },
  )
function designOf(...given: Parameters<typeof open>): Design {
  const result = open(...given)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.design
}

test('a design that is made of templates keeps them, with the files of parameters that were used', () => {
  const { source } = designOf({ 'a/net.yaml': TEMPLATE, 'a/dev.json': PARAMETERS, 'a/other.json': '{"Nothing": "x"}' })
  expect(source).toEqual({
    kind: 'cloudformation',
    files: [
      { path: 'a/net.yaml', text: TEMPLATE },
      { path: 'a/dev.json', text: PARAMETERS },
    ],
    parameters: {},
    reading: expect.stringMatching(/^[0-9a-f]{16}$/),
  })
})
test.each([
  ['a text', JSON.stringify({ TemplateBody: TEMPLATE }), TEMPLATE],
  [
    'an object',
    JSON.stringify({
      TemplateBody: { Resources: { Net: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } } } },
    }),
    /^\{\n {2}"Resources": /,
  ],
])('of what the AWS CLI prints of a stack, the template is kept: %s', (_, text, kept) => {
  const { source, constructs } = designOf(
    { 'stack.json': text },
    text.includes('Block}') ? { Block: '10.2.0.0/16' } : {},
  )
  expect(source!.files).toEqual([
    { path: 'stack.json', text: typeof kept === 'string' ? kept : expect.stringMatching(kept) },
  ])
  expect(importSource(source!, catalogue)).toMatchObject({ constructs })
})
test('what is given beside the files is kept, secrets are not', () => {
  const { source } = designOf({ 'net.yaml': TEMPLATE }, { Block: '10.2.0.0/16', 'net.yaml:Word': 'hush' })
  expect(source!.parameters).toEqual({ Block: '10.2.0.0/16' })
})
test('a source outlives edits, undo, and the file, and comes to the same design again', () => {
  const design = designOf({ 'net.yaml': `\ufeff${TEMPLATE}` }, { Block: '10.2.0.0/16' })
  expect(design.source!.files[0]!.text).toBe(`\ufeff${TEMPLATE}`)
  const edited = applyEdits(design, [{ kind: 'settings', fields: { title: 'Other' } }])
  expect(edited.design.source).toBe(design.source)
  expect(applyEdits(edited.design, edited.inverse).design).toEqual(design)
  const text = serialiseDesign(edited.design)
  const read = parseDesign(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.design).toEqual(edited.design)
  expect(designOf({ 'x.json': text })).toEqual(edited.design)
  const again = importSource(design.source!, catalogue)
  expect(again).toMatchObject({ constructs: design.constructs, source: design.source })
})
test.each([
  [
    'in UTF-16',
    Uint8Array.from([0xff, 0xfe, ...[...TEMPLATE].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])]),
  ],
  ['in another encoding', Uint8Array.from([...strToU8(`${TEMPLATE}#`), 0xe4, 10])],
])('what cannot come out byte for byte is not kept, and that is told: %s', (_, bytes) => {
  const result = open({ 'net.yaml': bytes }, { Block: '10.2.0.0/16' })
  expect(result).toMatchObject({ ok: true })
  expect(result.ok && result.design.source).toBeUndefined()
  expect(result.ok && result.report?.notes.map(({ message }) => message)).toContain(
    'Changes of the design cannot be brought back into the template: not all of net.yaml is UTF-8',
  )
})
test('a source that says other things than there are is refused in words', () => {
  const text = serialiseDesign(designOf({ 'net.yaml': TEMPLATE }, { Block: '10.2.0.0/16' }))
  const value = JSON.parse(text)
  value.source.more = 1
  expect(parseDesign(JSON.stringify(value))).toMatchObject({
    ok: false,
    problems: [{ path: expect.stringMatching(/^source/) }],
  })
})
