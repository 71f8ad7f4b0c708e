import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parseDesign, serialiseDesign } from '../core/model/index.ts'
import { buildDesign } from '../core/model/testing/designBuilder.ts'
import { requestTo } from '../engine/testing/fakeCore.ts'
import type { OpenableTemplate } from './documents.ts'
import { fetchParts } from './parts.ts'
import { title as renamed } from './testing/createTestBrowser.ts'
import { createTestStores } from './testing/createTestStores.ts'
import type { ChosenFile } from './types.ts'

beforeAll(fetchParts)

const example = { ...buildDesign((b) => b.ec2(b.subnet(b.vpc()), { id: 'client-1' })), title: 'Example' }
const templates: readonly OpenableTemplate[] = [
  { id: 'example', title: 'Example', request: requestTo('example.com'), load: async () => example },
  { id: 'broken', title: 'Broken', request: requestTo('x'), load: () => Promise.reject(new Error('not found')) },
]
const file = (text: string, path = 'mine.json'): readonly ChosenFile[] => [{ path, file: new Blob([text]) }]

async function open() {
  const stores = createTestStores({ templates })
  await stores.persistence.start()
  return {
    ...stores,
    title: () => stores.design.getState().design.title,
    said: () => stores.view.getState().message,
  }
}

describe('templates', () => {
  it('open with their request in the request bar', async () => {
    const { actions, title, engine, view } = await open()
    view.getState().openDialog('start')
    expect(await actions.openTemplate('example')).toBe(true)
    expect(title()).toBe('Example')
    expect(engine.getState().draft).toEqual({
      from: 'client-1',
      to: 'example.com',
      protocol: 'tcp',
      port: '443',
      packetSize: '',
    })
    expect(engine.getState().asked).toBeNull()
    expect(view.getState().dialog).toBeNull()
  })

  it('answer a first request at one click', async () => {
    const { actions, engine, view } = await open()
    expect(await actions.openTemplateAndAsk('example')).toBe(true)
    expect(engine.getState().verdict.value?.request).toEqual(requestTo('example.com'))
    expect(view.getState().panel).toBe('trace')
  })

  it.each([
    ['broken', 'The template “Broken” could not be loaded. not found'],
    ['nothing', 'There is no template “nothing”.'],
  ])('that fail leave the work as it is (%s)', async (id, sentence) => {
    const { actions, design, said } = await open()
    const before = design.getState().design
    expect(await actions.openTemplateAndAsk(id)).toBe(false)
    expect(design.getState().design).toBe(before)
    expect(said()).toMatchObject({ text: sentence, tone: 'error' })
  })
})

describe('earlier work', () => {
  it('goes on with the file that it was kept in', async () => {
    const { actions, persistence, memory, view, design } = await open()
    design.getState().apply('Rename', renamed('Mine'))
    await persistence.flush()
    const own = persistence.workId()
    await actions.openTemplate('example')
    const [copy] = await actions.listSaved()
    expect(copy?.id).toBe(own)
    const handle = {
      name: 'mine.hopwise.json',
      getFile: async () => ({ lastModified: 1 }),
      createWritable: async () => ({ write: async () => {}, close: async () => {} }),
      queryPermission: async () => 'granted',
      requestPermission: async () => 'granted',
    }
    const { read } = memory.storage
    // handles cannot be cloned here; browsers clone theirs
    vi.spyOn(memory.storage, 'read').mockImplementation((keys) =>
      keys[0] === `file/${own}` ? Promise.resolve([{ handle, changedAt: 1 }]) : read(keys),
    )
    expect(await actions.restoreSaved(copy!)).toBe(true)
    await vi.waitFor(() => expect(view.getState().keptIn).toBe('mine.hopwise.json'))
  })
})

describe('files', () => {
  it('come back as they were saved', async () => {
    const { actions, downloads, title } = await open()
    await actions.openTemplate('example')
    actions.saveFile()
    expect(downloads).toEqual([{ name: 'example.hopwise.json', text: expect.any(String) }])
    await actions.newDesign()
    expect(await actions.openFiles(file(downloads[0]!.text))).toBe(true)
    expect(title()).toBe('Example')
  })

  it.each([
    ['{"format": ', '“mine.json” could not be opened. The file is not JSON: line 1'],
    ['', '“mine.json” could not be opened. The file is empty.'],
    ['{"format":"other"}', '“mine.json” could not be opened. This is not a Hopwise design'],
    [
      serialiseDesign(example).replace(/"version": \d+/, '"version": 99'),
      '“mine.json” could not be opened. This design was made by a newer Hopwise (version 99',
    ],
  ])('that are no designs are refused with a sentence, and the work is kept', async (text, sentence) => {
    const { actions, design, said } = await open()
    const before = design.getState().design
    expect(await actions.openFiles(file(text))).toBe(false)
    expect(design.getState().design).toBe(before)
    expect(said()?.text).toContain(sentence)
    expect(said()?.tone).toBe('error')
  })

  it('with many problems name the first ones and count the rest', async () => {
    const { actions, said } = await open()
    const broken = JSON.parse(serialiseDesign(example)) as { constructs: Record<string, unknown>[] }
    for (const construct of broken.constructs) construct.surprise = 1
    await actions.openFiles(file(JSON.stringify(broken)))
    expect(said()?.text).toMatch(/constructs\[0\].*surprise.*And \d+ more problems\.$/)
  })

  it('that are too large or cannot be read are refused', async () => {
    const { actions, said } = await open()
    const broken = (size: number): readonly ChosenFile[] => [
      { path: 'mine.json', file: { size, arrayBuffer: () => Promise.reject(new Error('permission denied')) } },
    ]
    expect(await actions.openFiles(broken(513 * 1024 * 1024))).toBe(false)
    expect(said()?.text).toBe('“mine.json” holds more than 512 MB.')
    expect(await actions.openFiles(broken(0))).toBe(false)
    expect(said()?.text).toBe('“mine.json” could not be read. permission denied')
    expect(await actions.openFiles(file('no zip at all', 'aws.zip'))).toBe(false)
    expect(said()?.text).toContain('“aws.zip” is no zip archive')
  })
})

describe('imports', () => {
  it('become the design, and their report is shown', async () => {
    const { actions, view, title } = await open()
    const vpcs = '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}]}'
    const errors = { path: 'My network/errors.txt', file: new Blob(['denied']) }
    expect(await actions.openFiles([...file(vpcs, 'My network/us-east-1/a.json'), errors])).toBe(true)
    expect(title()).toBe('My network')
    expect(view.getState()).toMatchObject({ dialog: 'import', importReport: { files: 1 } })
  })

  const TEMPLATE = `
Parameters: {Block: {Type: String}, Size: {Type: String, Default: small}}
Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}}
`

  it('of templates can be made again with values, and leave what was open among the kept', async () => {
    const { actions, design, view, title } = await open()
    expect(await actions.openFiles(file(TEMPLATE, 'net.yaml'))).toBe(true)
    expect(view.getState().importSource).toMatchObject({ name: 'net.yaml', values: {}, refusal: null })
    design.getState().apply('Rename', renamed('Mine'))
    expect(await actions.importAgain({ 'net.yaml:Block': '10.7.0.0/16' })).toBe(true)
    expect(title()).toBe('net')
    expect(design.getState().design.constructs.Vpc).toMatchObject({ cidrs: ['10.7.0.0/16'] })
    expect(view.getState()).toMatchObject({
      dialog: 'import',
      importSource: { values: { 'net.yaml:Block': '10.7.0.0/16' } },
    })
    await vi.waitFor(async () => expect((await actions.listSaved()).map((copy) => copy.title)).toContain('Mine'))
  })

  it('made again with values that do not fit say why, and leave everything', async () => {
    const { actions, design, view, said } = await open()
    await actions.openFiles(file(TEMPLATE, 'net.yaml'))
    const before = design.getState().design
    expect(await actions.importAgain({ 'net.yaml:Blok': '10.7.0.0/16' })).toBe(false)
    expect(said()?.text).toBe('“net.yaml” has no parameter “net.yaml:Blok”.')
    expect(view.getState().importSource?.refusal).toBe(said()?.text)
    expect(design.getState().design).toBe(before)
  })

  it('of pasted text know what it is; what is nothing known changes nothing', async () => {
    const { actions, design, said, title } = await open()
    const before = design.getState().design
    expect(await actions.openPasted('Dear all')).toBe(false)
    expect(said()?.text).toMatch(/^The pasted text is nothing that can be imported/)
    expect(await actions.openPasted('resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n')).toBe(false)
    expect(said()?.text).toContain('“Pasted text” is a configuration of Terraform')
    expect(design.getState().design).toBe(before)
    expect(await actions.openPasted(TEMPLATE)).toBe(true)
    expect(title()).toBe('Pasted text')
    expect(await actions.openPasted(serialiseDesign(example))).toBe(true)
    expect(title()).toBe('Example')
  })

  it('tell how far they are, and stop when they are told to', async () => {
    const { actions, design, view, said } = await open()
    const before = design.getState().design
    const steps = new Set<string | undefined>()
    view.subscribe(({ importRun }) => steps.add(importRun?.step))
    await actions.openFiles(file(TEMPLATE, 'net.yaml'))
    expect([...steps]).toEqual(expect.arrayContaining(['reading', 'working', undefined]))
    const after = design.getState().design
    expect(after).not.toBe(before)
    const stop = view.subscribe(({ importRun }) => importRun?.step === 'working' && importRun.cancel())
    expect(await actions.openFiles(file(TEMPLATE, 'other.yaml'))).toBe(false)
    stop()
    expect(said()?.text).toBe('The import of “other.yaml” was stopped. Nothing was changed.')
    expect(view.getState().importRun).toBeNull()
    expect(design.getState().design).toBe(after)
  })

  it('that hold nothing of AWS are refused, and the work is kept', async () => {
    const { actions, design, view, said } = await open()
    const before = design.getState().design
    expect(await actions.openFiles(file('{}', 'Nothing/a.json'))).toBe(false)
    expect(design.getState().design).toBe(before)
    expect(view.getState().dialog).toBeNull()
    expect(said()?.text).toContain('“Nothing” holds nothing')
  })
})

describe('pinned requests', () => {
  it('are saved with the design, named with the names of constructs, and can be undone', async () => {
    const { actions, design, engine } = await open()
    expect(actions.pinCurrent()).toBeNull()
    await actions.openTemplateAndAsk('example')
    const id = actions.pinCurrent()!
    expect(design.getState().design.requests).toEqual([
      { id, name: 'client-1 to example.com, TCP 443', request: requestTo('example.com'), expect: null },
    ])
    expect(design.getState().undoLabel).toBe('Pin request')
    expect(actions.pinCurrent(), 'the same question is pinned once').toBe(id)
    await engine.getState().askFor({ ...requestTo('client-1'), protocol: 'icmp', port: null })
    expect(actions.pinCurrent()).not.toBe(id)
    expect(design.getState().design.requests[1]?.name).toBe('client-1 to client-1, ICMP')
    expect(parseDesign(serialiseDesign(design.getState().design)).ok).toBe(true)
    design.getState().undo()
    expect(design.getState().design.requests).toHaveLength(1)
  })

  it('take a name, an expectation, and go again', async () => {
    const { actions, design } = await open()
    const first = () => design.getState().design.requests[0]
    await actions.openTemplateAndAsk('example')
    const id = actions.pinCurrent()!
    const expected = { verdict: 'succeeds', symptom: null, code: null, path: null } as const
    actions.setExpectation(id, expected)
    actions.renameRequest(id, 'Reads the stream')
    expect(first()).toMatchObject({ name: 'Reads the stream', expect: expected })
    actions.setExpectation(id, null)
    expect(first()?.expect).toBeNull()
    actions.pinCurrent(expected)
    expect(first()?.expect).toEqual(expected)
    actions.unpin(id)
    expect(first()).toBeUndefined()
    actions.unpin(id)
    expect(design.getState().undoLabel).toBe('Unpin request')
  })

  it('are asked again from the list', async () => {
    const { actions, engine } = await open()
    await actions.openTemplateAndAsk('example')
    const id = actions.pinCurrent()!
    engine.getState().clear()
    engine.getState().setDraft({ to: 'elsewhere' })
    await actions.askPinned(id)
    expect(engine.getState().draft.to).toBe('example.com')
    expect(engine.getState().verdict.value?.request.to).toBe('example.com')
  })
})

describe('what verify.sh saw', () => {
  const line = (id: string, outcome: string, detail = '') => JSON.stringify({ id, at: '', outcome, detail })

  async function openPinned() {
    const page = await open()
    await page.actions.openTemplateAndAsk('example')
    const id = page.actions.pinCurrent()!
    const { verdict } = page.engine.getState()
    await vi.waitFor(() => expect(page.engine.getState().pinned.value[id]?.kind).toBe(verdict.value!.kind))
    return { ...page, id, seen: () => page.view.getState().observed }
  }

  it('is taken from a field, a file and a pasted text, and said', async () => {
    const { actions, id, seen, said, view } = await openPinned()
    view.getState().openDialog('observed')
    expect(await actions.takeObserved(line(id, 'not-tried', 'no client'))).toBeNull()
    expect(seen()).toEqual({ [id]: { id, at: '', outcome: 'not-tried', detail: 'no client' } })
    expect(view.getState()).toMatchObject({ dialog: null, panel: 'requests' })
    expect(said()?.text).toBe('Nothing that was seen differs from the model (1 of 1 requests).')
    const text = [line(id, 'succeeds'), line('other', 'succeeds'), '$ exit', line(id, 'connection-refused')].join('\n')
    expect(await actions.openFiles(file(text, 'seen.jsonl'))).toBe(true)
    expect(seen()![id]!.outcome).toBe('connection-refused')
    expect(said()?.text).toBe(
      '1 of 1 requests differs from the model. Not saved here: other. One line is no result: line 3, it is not JSON, and no row of the table that verify.sh prints.',
    )
    view.getState().forgetObserved()
    expect(seen()).toBeNull()
    expect(await actions.openPasted(line(id, 'connection-resets'))).toBe(false)
    expect(seen()).toBeNull()
    expect(await actions.openPasted(line(id, 'connection-reset'))).toBe(true)
    expect(seen()![id]!.outcome).toBe('connection-reset')
  })

  it('is refused in a sentence where it tells nothing of the design', async () => {
    const { actions, id, seen } = await openPinned()
    expect(await actions.takeObserved(' \n')).toBe('There is no text in the field.')
    expect(await actions.takeObserved(line('other', 'succeeds'))).toBe(
      'These are results of requests that are not saved with this design: other.',
    )
    expect(await actions.takeObserved('hello')).toMatch(
      /^This is nothing that verify.sh printed. Line 1: it is not JSON/,
    )
    actions.unpin(id)
    expect(await actions.takeObserved(line(id, 'succeeds'))).toMatch(/^No request is saved with this design/)
    expect(seen()).toBeNull()
  })

  it('goes when what is drawn changes, and not with a name, an expectation, or things that are moved', async () => {
    const { actions, design, id, seen, view } = await openPinned()
    await actions.takeObserved(line(id, 'succeeds'))
    actions.renameRequest(id, 'Reads')
    actions.setExpectation(id, { verdict: 'succeeds', symptom: null, code: null, path: null })
    design.getState().apply('Move', [{ kind: 'place', id: 'client-1', placement: { x: 400, y: 400 } }])
    expect(seen()).not.toBeNull()
    design.getState().apply('Delete', [{ kind: 'remove', id: 'client-1' }])
    expect(seen()).toBeNull()
    expect(view.getState().isObservedOld).toBe(true)
    await actions.newDesign()
    expect(view.getState().isObservedOld).toBe(false)
  })
})
