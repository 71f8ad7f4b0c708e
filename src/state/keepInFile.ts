import type { StoreApi } from 'zustand/vanilla'
import { messageOf } from '../core/base/index.ts'
import { type Design, serialiseDesign } from '../core/model/index.ts'
import type { DocumentStorage } from './documentStorage.ts'
import type { DesignState, ViewState } from './types.ts'
import { fileKey } from './workKeys.ts'

/** What of a file of the person's is used; the browser gives such handles where it can, and keeps them over a reload. */
export interface FileHandle {
  readonly name: string
  getFile(): Promise<{ readonly lastModified: number }>
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>
  queryPermission(options: { readonly mode: 'readwrite' }): Promise<string>
  requestPermission(options: { readonly mode: 'readwrite' }): Promise<string>
}

export interface KeepInFileOptions {
  readonly design: StoreApi<DesignState>
  readonly view: StoreApi<ViewState>
  readonly storage: DocumentStorage
  /** The work in hand. */
  readonly workId: () => string
}

const PAUSE_MS = 1000
const WRITING = { mode: 'readwrite' } as const

/** How the file that is written now is let go of; one at a time. */
let stop = () => {}
/** Done once the file of the work before holds the last of it. */
let leaving: Promise<unknown> = Promise.resolve()

/** Writes the design into the file, now and after each change, until another document is opened or the file is changed by somebody else. */
export async function keepInFile(options: KeepInFileOptions, handle: FileHandle, changedAt?: number): Promise<boolean> {
  const { design, view, storage, workId } = options
  stop()
  const work = workId()
  let known = changedAt
  let wanted = design.getState().design
  let written: Design | null = null
  let writing: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  let isLeft = false

  /** Nothing more is noted; what has been is still written. */
  function letGo() {
    isLeft = true
    clearTimeout(timer)
    unsubscribe()
    stop = () => {}
    view.setState({ keptIn: null })
  }

  function end(sentence: string): false {
    isOver = true
    // once it is left, the file of the next work may be the one that is written
    if (!isLeft) letGo()
    view.getState().say(sentence, 'error')
    return false
  }

  async function write(document: Design): Promise<boolean> {
    try {
      const { lastModified } = await handle.getFile()
      if (lastModified !== (known ?? lastModified))
        return end(
          `“${handle.name}” was changed by somebody else and is no longer written. Your design is kept in this browser.`,
        )
      // the text is whole before the file is touched, and the file is replaced when it is closed
      const text = serialiseDesign(document)
      const file = await handle.createWritable()
      await file.write(text)
      if (isOver) return false
      await file.close()
      known = (await handle.getFile()).lastModified
      written = document
      // where the browser cannot keep the handle, the next page does not go on with the file: nothing is lost by it
      await storage.write({ put: { [fileKey(work)]: { handle, changedAt: known } } }).catch(() => {})
      return true
    } catch (error) {
      return end(`“${handle.name}” cannot be written any more. ${messageOf(error)}`)
    }
  }

  async function writeUntilWritten(): Promise<boolean> {
    let isWritten = true
    while (isWritten && !isOver && wanted !== written) isWritten = await write(wanted)
    return isWritten
  }
  function writeAll(): Promise<boolean> {
    writing ??= writeUntilWritten().finally(() => {
      writing = null
    })
    return writing
  }

  const unsubscribe = design.subscribe((state, before) => {
    if (state.opened !== before.opened) {
      letGo()
      leaving = writeAll()
    } else if (state.design !== before.design) {
      wanted = state.design
      clearTimeout(timer)
      timer = setTimeout(() => void writeAll(), PAUSE_MS)
    }
  })
  stop = () => {
    isOver = true
    letGo()
  }
  view.setState({ keptIn: handle.name })
  return writeAll()
}

/** Goes on with the file that the work at hand was kept in when it was left; where the browser wants to be asked, a button does. */
export async function resumeFile(options: KeepInFileOptions): Promise<void> {
  const { view, storage, workId } = options
  const work = workId()
  await leaving
  // a storage that is blocked has kept no file
  const [kept] = await storage.read([fileKey(work)]).catch(() => [])
  if (!kept) return
  const { handle, changedAt } = kept as { readonly handle: FileHandle; readonly changedAt: number }
  const goOn = async () => {
    if (workId() === work) await keepInFile(options, handle, changedAt)
  }
  if ((await handle.queryPermission(WRITING)) === 'granted') return goOn()
  if (workId() !== work) return
  view.getState().say(`“${handle.name}” is not written until you allow it again.`, 'info', {
    label: 'Go on',
    run: () => void handle.requestPermission(WRITING).then((answer) => (answer === 'granted' ? goOn() : undefined)),
  })
}
