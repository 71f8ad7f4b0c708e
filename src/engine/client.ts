import { messageOf } from '../core/base/index.ts'
import type { Design } from '../core/model/index.ts'
import type { EngineWorker } from './createWorker.ts'
import { engineError } from './engineError.ts'
import type { FromEngine } from './protocol.ts'
import type { AnswerOf, InputOf, QuestionName } from './questions.ts'
import { type EngineStatus, superviseWorker } from './superviseWorker.ts'

export type { EngineStatus }

export interface CallOptions {
  readonly onProgress?: (done: number, total: number) => void
  /** Withdraws the call: the promise rejects at once and the engine stops working on it. */
  readonly signal?: AbortSignal
  /** Starts an engine that has been given up once more: for what may well go without the part that stopped it, such as opening another file. */
  readonly revives?: boolean
  /** Where the engine is in the middle of something that does not pause, a withdrawn call ends it at once, and another is started. */
  readonly stopsAtOnce?: boolean
}

export interface EngineClient {
  /** Names the design that calls are about from now on. Calls about an older revision are rejected as stale. Nothing is sent before a call needs it. */
  load(design: Design, revision: number): void
  /** Rejects with an `EngineError` (see `engineErrorReason`), never with an answer about an older revision. */
  call<N extends QuestionName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<AnswerOf<N>>
  /** Fetches the code of every question, which otherwise comes with its first: all can be answered without a network then. */
  fetchAll(): void
  status(): EngineStatus
  /** Calls back with each change of status; returns the way to stop that. */
  onStatus(listener: (status: EngineStatus) => void): () => void
  end(): void
}

interface Pending {
  readonly id: number
  readonly revision: number
  readonly name: QuestionName
  readonly input: unknown
  readonly onProgress: CallOptions['onProgress']
  /** Its worker waits for the network: nothing is expected of it meanwhile. */
  isFetching: boolean
  /** Times a worker ended, or had lost its design, over this call. */
  mishaps: number
  resolve(value: unknown): void
  reject(error: Error): void
}

const MOST_MISHAPS = 1
/** How long an engine has to say that it left a call that must stop at once. */
const STOP_WITHIN_MS = 150

/** The page's side of the conversation with the engine. Knows nothing of AWS. */
export function createEngineClient(createWorker: () => EngineWorker): EngineClient {
  const pending = new Map<number, Pending>()
  const listeners = new Set<(status: EngineStatus) => void>()
  let subject: { readonly design: Design; readonly revision: number } | null = null
  let sentRevision: number | null = null
  let running: number | null = null
  let lastId = 0
  let wantsAll = false

  const worker = superviseWorker(createWorker, {
    onMessage: receive,
    onUp() {
      sentRevision = null
      for (const call of pending.values()) send(call)
      if (wantsAll) worker.post({ type: 'fetch-all' })
      updateWatch()
    },
    onLost(why) {
      const culprit = running === null ? undefined : pending.get(running)
      running = null
      if (!culprit) return
      if (why === 'hung') settle(culprit.id)?.reject(engineError('took-too-long'))
      else if (culprit.mishaps++ >= MOST_MISHAPS) settle(culprit.id)?.reject(engineError('stopped-twice'))
    },
    onGivenUp: () => rejectAll(() => engineError('given-up')),
    onStatus(status) {
      for (const listener of listeners) listener(status)
    },
  })

  function receive(message: FromEngine) {
    if (message.type === 'ready' || message.type === 'pong') return
    const call = pending.get(message.id)
    switch (message.type) {
      case 'fetching':
        if (call) call.isFetching = true
        break
      case 'started':
        running = message.id
        if (call) call.isFetching = false
        break
      case 'progress':
        call?.onProgress?.(message.done, message.total)
        break
      case 'design-wanted':
        sentRevision = null
        if (call && call.mishaps++ < MOST_MISHAPS) send(call)
        else settle(message.id)?.reject(engineError('no-design'))
        break
      case 'result':
        worker.praise()
        settle(message.id)?.resolve(message.value)
        break
      case 'error':
        worker.praise()
        settle(message.id)?.reject(engineError('fault', message.message))
        break
      case 'cancelled':
        settle(message.id)
        break
    }
    updateWatch()
  }

  function send(call: Pending) {
    if (!subject) return
    call.isFetching = false
    try {
      if (sentRevision !== subject.revision && worker.post({ type: 'design', ...subject }))
        sentRevision = subject.revision
      worker.post({ type: 'call', id: call.id, revision: call.revision, name: call.name, input: call.input })
    } catch (error) {
      settle(call.id)?.reject(engineError('fault', messageOf(error)))
    }
  }

  /** Takes the call off the list; undefined where it was settled before. */
  function settle(id: number): Pending | undefined {
    if (running === id) running = null
    const call = pending.get(id)
    pending.delete(id)
    return call
  }

  /** As `settle`, for a call that the engine may still be working on: `running` stays, since it is what a hang would be due to. */
  function withdraw(call: Pending, error: Error) {
    if (!pending.delete(call.id)) return
    worker.post({ type: 'cancel', id: call.id })
    call.reject(error)
    updateWatch()
  }

  /** Ends the engine where it is still at work on what was withdrawn. */
  function stopSoon(id: number) {
    setTimeout(() => {
      if (running !== id) return
      running = null
      worker.restart()
    }, STOP_WITHIN_MS)
  }

  function rejectAll(error: () => Error) {
    for (const call of [...pending.values()]) settle(call.id)?.reject(error())
  }

  const updateWatch = () => {
    const isWaiting = [...pending.values()].some(({ isFetching }) => !isFetching)
    worker.expect(running !== null ? 'work' : isWaiting ? 'answer' : 'nothing')
  }

  worker.start()
  return {
    load(design, revision) {
      const isNew = subject?.revision !== revision
      subject = { design, revision }
      if (!isNew) return
      for (const call of [...pending.values()]) withdraw(call, engineError('stale'))
      worker.revive()
    },
    call<N extends QuestionName>(
      name: N,
      input: InputOf<N>,
      { onProgress, signal, revives, stopsAtOnce }: CallOptions = {},
    ) {
      if (!subject) return Promise.reject(engineError('no-design'))
      if (signal?.aborted) return Promise.reject(engineError('withdrawn'))
      if (revives) worker.revive()
      if (worker.status() === 'failed') return Promise.reject(engineError('given-up'))
      const { revision } = subject
      const id = ++lastId
      return new Promise<AnswerOf<N>>((resolve, reject) => {
        const call: Pending = {
          id,
          revision,
          name,
          input,
          onProgress,
          isFetching: false,
          mishaps: 0,
          resolve: (value) => resolve(value as AnswerOf<N>),
          reject,
        }
        pending.set(id, call)
        const abort = () => {
          withdraw(call, engineError('withdrawn'))
          if (stopsAtOnce) stopSoon(id)
        }
        signal?.addEventListener('abort', abort, { once: true })
        send(call)
        updateWatch()
      })
    },
    fetchAll() {
      wantsAll = true
      worker.post({ type: 'fetch-all' })
    },
    status: () => worker.status(),
    onStatus(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      worker.end()
      rejectAll(() => engineError('withdrawn'))
    },
  }
}
