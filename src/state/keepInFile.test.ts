import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type FileHandle, keepInFile, resumeFile } from './keepInFile.ts'
import { title } from './testing/createTestBrowser.ts'
import { createTestStores } from './testing/createTestStores.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => vi.useRealTimers())

/** A file of the person's, and a page that has a design. */
async function open() {
  const stores = createTestStores()
  await stores.persistence.start()
  const disk = { text: 'empty', changed: 1, permission: 'granted', refusal: null as Error | null }
  const handle: FileHandle = {
    name: 'mine.hopwise.json',
    getFile: async () => ({ lastModified: disk.changed }),
    async createWritable() {
      if (disk.refusal) throw disk.refusal
      let draft = ''
      return {
        async write(text) {
          draft = text
        },
        async close() {
          disk.text = draft
          disk.changed++
        },
      }
    },
    queryPermission: async () => disk.permission,
    async requestPermission() {
      disk.permission = 'granted'
      return disk.permission
    },
  }
  const { design, view } = stores
  // handles cannot be cloned here; browsers clone theirs
  const kept = new Map<string, unknown>()
  const storage = {
    keys: async () => [...kept.keys()],
    read: async (keys: readonly string[]) => keys.map((key) => kept.get(key)),
    write: async ({ put = {} }) => Object.entries(put).forEach(([key, value]) => void kept.set(key, value)),
  }
  const hand = { work: 'w' }
  const options = { design, view, storage, workId: () => hand.work }
  return {
    disk,
    handle,
    options,
    view,
    design,
    /** Another work takes the place of the one at hand, or one that was left comes back. */
    show(work: string, name: string) {
      hand.work = work
      design.getState().open({ ...design.getState().design, title: name })
    },
    async retitle(text: string) {
      design.getState().apply('Rename', title(text))
      await vi.advanceTimersByTimeAsync(3000)
    },
    written: () => JSON.parse(disk.text).title as string,
    said: () => view.getState().message?.text ?? '',
  }
}

test('the file holds the design, and each change of it', async () => {
  const { handle, options, retitle, written, view } = await open()
  expect(await keepInFile(options, handle)).toBe(true)
  expect(written()).toBe('Untitled design')
  expect(view.getState().keptIn).toBe('mine.hopwise.json')
  await retitle('One')
  await retitle('Two')
  expect(written()).toBe('Two')
})

test('a file that somebody else has changed is left alone, and the person is told', async () => {
  const { handle, options, retitle, disk, view, said } = await open()
  await keepInFile(options, handle)
  disk.text = 'theirs'
  disk.changed++
  await retitle('One')
  await retitle('Two')
  expect(disk.text).toBe('theirs')
  expect(view.getState().keptIn).toBeNull()
  expect(said()).toContain('changed by somebody else')
})

test('a file that cannot be written is told, and keeps what it has', async () => {
  const { handle, options, retitle, disk, said, written } = await open()
  await keepInFile(options, handle)
  disk.refusal = new Error('The disk is gone.')
  await retitle('One')
  expect(written()).toBe('Untitled design')
  expect(said()).toContain('cannot be written any more. The disk is gone.')
})

test('a file that is gone when it was hardly chosen is told', async () => {
  const { handle, options, view, said } = await open()
  const getFile = () => Promise.reject(new Error('It is gone.'))
  expect(await keepInFile(options, { ...handle, getFile })).toBe(false)
  expect(view.getState().keptIn).toBeNull()
  expect(said()).toContain('cannot be written any more. It is gone.')
})

test('another document is never written into it', async () => {
  const { handle, options, retitle, written, design } = await open()
  await keepInFile(options, handle)
  await retitle('Mine')
  design.getState().open({ ...design.getState().design, title: 'Other' })
  await retitle('Other still')
  expect(written()).toBe('Mine')
})

test('an edit right before another document is opened still gets into it', async () => {
  const { handle, options, written, design, show } = await open()
  await keepInFile(options, handle)
  design.getState().apply('Rename', title('Last words'))
  show('other', 'Other')
  await vi.advanceTimersByTimeAsync(3000)
  expect(written()).toBe('Last words')
})

test('it is gone on with when the person comes back to the work, and never with the work of another', async () => {
  const { handle, options, retitle, written, design, show, view } = await open()
  await keepInFile(options, handle)
  design.getState().apply('Rename', title('Mine'))
  show('other', 'Other')
  await resumeFile(options)
  await retitle('Other still')
  expect([written(), view.getState().keptIn]).toEqual(['Mine', null])
  show('w', 'Mine')
  await resumeFile(options)
  await retitle('Mine again')
  expect([written(), view.getState().keptIn]).toEqual(['Mine again', 'mine.hopwise.json'])
})

test('what is allowed too late writes nothing of another work into it', async () => {
  const { handle, options, retitle, written, disk, view, show } = await open()
  await keepInFile(options, handle)
  show('w', 'Mine')
  disk.permission = 'prompt'
  await resumeFile(options)
  const { action } = view.getState().message!
  show('other', 'Other')
  action!.run()
  await retitle('Other still')
  expect([written(), view.getState().keptIn]).toEqual(['Untitled design', null])
})

test('coming back before the last of it is written waits for that', async () => {
  const { handle, options, retitle, written, design, show, said, disk } = await open()
  let letThrough = () => {}
  const gate = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  const slow = { ...handle }
  await keepInFile(options, slow)
  slow.createWritable = async () => {
    await gate
    return handle.createWritable()
  }
  design.getState().apply('Rename', title('Last words'))
  show('other', 'Other')
  show('w', 'Last words')
  const resumed = resumeFile(options)
  expect(disk.changed).toBe(2)
  letThrough()
  await resumed
  await retitle('Back')
  expect([written(), said()]).toEqual(['Back', ''])
})

test('it is gone on with after a reload, where need be once the person allows it', async () => {
  const { handle, options, retitle, written, disk, view, said, design } = await open()
  await keepInFile(options, handle)
  design.getState().open(design.getState().design)
  await resumeFile(options)
  await retitle('One')
  expect(written()).toBe('One')
  design.getState().open(design.getState().design)
  disk.permission = 'prompt'
  await resumeFile(options)
  await retitle('Two')
  expect([written(), said()]).toEqual(['One', '“mine.hopwise.json” is not written until you allow it again.'])
  view.getState().message?.action?.run()
  await vi.advanceTimersByTimeAsync(3000)
  expect(written()).toBe('Two')
})

test('where the browser keeps nothing there is no file to go on with', async () => {
  const { options, view, said } = await open()
  const storage = { ...options.storage, read: () => Promise.reject(new Error('forbidden')) }
  await resumeFile({ ...options, storage })
  expect([view.getState().keptIn, said()]).toEqual([null, ''])
})
