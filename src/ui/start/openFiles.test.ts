import { strToU8, zipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import type { SourceFile } from '../../core/import/index.ts'
import type { Actions, Stores } from '../../state/types.ts'
import { type GivenFile, openFiles } from './openFiles.ts'

const VPCS = '{"Vpcs": []}'
const given = (path: string, content: string | Uint8Array<ArrayBuffer>): GivenFile => ({
  path,
  file: new File([content], path.split('/').at(-1)!),
})

function createStores() {
  const say = vi.fn()
  const actions = {
    openFile: vi.fn<Actions['openFile']>(async () => true),
    importFiles: vi.fn<(files: readonly SourceFile[], title: string) => Promise<boolean>>(async () => true),
  }
  const stores = { actions, view: { getState: () => ({ say }) } } as unknown as Pick<Stores, 'actions' | 'view'>
  return { stores, actions, say }
}

test('a design file is opened, and so is one that is broken: opening says why', async () => {
  for (const text of ['{"format": "hopwise-design", "constructs": []}', '{"format": ', '']) {
    const { stores, actions } = createStores()
    await openFiles(stores, [given('mine.json', text)])
    expect(actions.openFile).toHaveBeenCalledOnce()
    expect(actions.importFiles).not.toHaveBeenCalled()
  }
})
test('a single answer of the AWS CLI is imported, in the encodings that shells write', async () => {
  const utf16 = new Uint8Array(2 + VPCS.length * 2)
  utf16.set([0xff, 0xfe])
  for (let i = 0; i < VPCS.length; i++) utf16[2 + i * 2] = VPCS.charCodeAt(i)
  for (const content of [VPCS, utf16]) {
    const { stores, actions } = createStores()
    await openFiles(stores, [given('vpcs.json', content)])
    expect(actions.importFiles).toHaveBeenCalledWith([{ path: 'vpcs.json', text: VPCS }], 'vpcs')
  }
})
test('a folder is imported with its paths; what is not JSON stays out', async () => {
  const { stores, actions } = createStores()
  await openFiles(stores, [given('net/us-east-1/a.json', VPCS), given('net/errors.txt', 'x')])
  expect(actions.importFiles).toHaveBeenCalledWith([{ path: 'net/us-east-1/a.json', text: VPCS }], 'net')
})
test('a zip is unpacked, without what systems add to it', async () => {
  const { stores, actions } = createStores()
  const zip = zipSync({
    'us-east-1/a.json': strToU8(VPCS),
    '__MACOSX/us-east-1/._a.json': strToU8('x'),
    'b.txt': strToU8('x'),
  })
  await openFiles(stores, [given('aws.zip', zip as Uint8Array<ArrayBuffer>)])
  expect(actions.importFiles).toHaveBeenCalledWith([{ path: 'us-east-1/a.json', text: VPCS }], 'aws')
})
test('a file that is called a zip and is none is refused in words', async () => {
  const { stores, actions, say } = createStores()
  expect(await openFiles(stores, [given('aws.zip', 'no zip at all')])).toBe(false)
  expect(actions.importFiles).not.toHaveBeenCalled()
  expect(say).toHaveBeenCalledWith(expect.stringContaining('“aws” could not be read.'), 'error')
})
