import type { EngineWorker } from '../createWorker.ts'
import { createHandlers } from '../handlers.ts'
import type { FromEngine, ToEngine } from '../protocol.ts'
import { serveCalls, type Turns } from '../serveCalls.ts'
import { createFakeCore } from './fakeCore.ts'

/** What a test can do to one worker, and what it was sent. */
export interface WorkerHandle {
  /** Without the pings. */
  readonly sent: ToEngine[]
  ended: boolean
  die(): void
  /** Dies without a word: it takes nothing in and says nothing more. */
  vanish(): void
  /** As if the worker said it, whatever it really did. */
  say(message: FromEngine): void
}

export interface FakeWorkersOptions {
  readonly core?: ReturnType<typeof createFakeCore>['core']
  readonly turns?: Turns
  /** Called with each message before the worker sees it; false swallows it. */
  readonly intercept?: (message: ToEngine, worker: WorkerHandle) => boolean
  /** Its code is still on its way: it does not say that it is ready. */
  readonly isSilentAtFirst?: boolean
  /** The attempts to start a worker that fail, counted from 1. */
  readonly failStarts?: (attempt: number) => boolean
}

/** Makes workers that run the real message loop in this thread, each message cloned and one microtask late. */
export function createFakeWorkers({
  core = createFakeCore().core,
  turns,
  intercept,
  isSilentAtFirst,
  failStarts,
}: FakeWorkersOptions = {}) {
  const workers: WorkerHandle[] = []
  let attempts = 0

  function createWorker(): EngineWorker {
    if (failStarts?.(++attempts)) throw new Error('no worker today')
    let onMessage: (message: FromEngine) => void = () => {}
    let onFailure: (why: string) => void = () => {}
    const deliver = (message: FromEngine) => {
      const copy = structuredClone(message)
      queueMicrotask(() => handle.ended || onMessage(copy))
    }
    const receive = serveCalls(createHandlers(core), deliver, turns)
    const handle: WorkerHandle = {
      sent: [],
      ended: false,
      die: () => onFailure('it fell over'),
      vanish() {
        handle.ended = true
      },
      say: deliver,
    }
    workers.push(handle)
    if (!isSilentAtFirst) deliver({ type: 'ready' })
    return {
      post(message) {
        const copy = structuredClone(message)
        if (copy.type !== 'ping') handle.sent.push(copy)
        queueMicrotask(() => {
          if (!handle.ended && (intercept?.(copy, handle) ?? true)) receive(copy)
        })
      },
      end() {
        handle.ended = true
      },
      listen(message, failure) {
        onMessage = message
        onFailure = failure
      },
    }
  }
  return { createWorker, workers }
}
