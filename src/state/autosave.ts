import type { StoreApi } from 'zustand/vanilla'
import type { Design } from '../core/model/index.ts'
import { describeStorageFailure } from './documentStorage.ts'
import type { DesignState, ViewState } from './types.ts'

export interface AutosaveOptions {
  readonly design: StoreApi<DesignState>
  readonly view: StoreApi<ViewState>
  readonly write: (design: Design) => Promise<void>
  readonly now: () => number
}

export interface Autosave {
  /** Writes what is not written yet, now. */
  flush(): Promise<void>
  /** Writes the design although it did not change. */
  touch(): void
  /** Whether there is work that is neither kept by the browser nor downloaded. */
  isUnsaved(): boolean
  noteDownload(): void
  stop(): void
}

const SOONEST_MS = 20
const LATEST_MS = 2000
const RETRY_MS = 10_000
/** The share of time that saving a large design may take of the page: one part in eight. */
const REST_PER_WORK = 7

/** Writes the design after each change: never two writes at once, and the last state always. Failures are shown and tried again. */
export function startAutosave({ design, view, write, now }: AutosaveOptions): Autosave {
  let written: Design | null = design.getState().design
  let downloaded: Design | null = null
  let writing: Promise<void> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastCost = 0
  let stopped = false

  function schedule(delay: number) {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void flush(), delay)
  }

  async function save() {
    const { design: document } = design.getState()
    const began = now()
    try {
      await write(document)
      lastCost = now() - began
      written = document
      view.setState({ saved: isUnwritten() ? 'saving' : 'saved', savedProblem: null })
      if (isUnwritten()) scheduleNext()
    } catch (error) {
      view.setState({ saved: 'not-saved', savedProblem: describeStorageFailure(error) })
      schedule(RETRY_MS)
    }
  }

  const scheduleNext = () => schedule(Math.min(LATEST_MS, Math.max(SOONEST_MS, lastCost * REST_PER_WORK)))
  const isUnwritten = () => written !== design.getState().design

  async function flush() {
    clearTimeout(timer)
    while (writing) await writing
    if (!isUnwritten()) return
    writing = save().finally(() => {
      writing = null
    })
    await writing
  }

  function noteChange() {
    if (view.getState().saved === 'saved') view.setState({ saved: 'saving' })
    if (!writing) scheduleNext()
  }

  const unsubscribe = design.subscribe((state, before) => {
    if (state.design !== before.design) noteChange()
  })
  return {
    flush,
    touch() {
      written = null
      noteChange()
    },
    isUnsaved: () => isUnwritten() && downloaded !== design.getState().design,
    noteDownload() {
      downloaded = design.getState().design
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
