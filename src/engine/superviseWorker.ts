import type { EngineWorker } from './createWorker.ts'
import type { FromEngine, ToEngine } from './protocol.ts'

/**
 * `silent`: the worker has given no sign of life for a while; it may be at hard work, or dead. `restarted` lasts from the end of a worker
 * until the next one has answered, or stands ready with nothing to answer.
 */
export type EngineStatus = 'starting' | 'ready' | 'silent' | 'restarted' | 'failed'

export interface SupervisedWorker {
  start(): void
  /** False where there is no worker just now: all is to be sent again when the next one is up. Throws when a message cannot be cloned. */
  post(message: ToEngine): boolean
  /** What the worker has to do: `work` that has begun may keep it from any sign of life for long. */
  expect(what: Expected): void
  /** An answer came: the worker is well. */
  praise(): void
  /** Ends a worker that does what nobody waits for any more, and starts another. */
  restart(): void
  /** Starts again after giving up. */
  revive(): void
  status(): EngineStatus
  end(): void
}

type Expected = 'nothing' | 'answer' | 'work'

interface Listener {
  onMessage(message: FromEngine): void
  /** A worker runs, the first or the next: it holds nothing yet. */
  onUp(): void
  /** The worker died, or hung and was ended. */
  onLost(why: 'died' | 'hung'): void
  onGivenUp(): void
  onStatus(status: EngineStatus): void
}

/** Waits before the first, second and third restart in a row; a fourth failure ends the attempts. */
const BACKOFF_MS = [100, 500, 2000]
// Silence is counted in beats, not by one long timer: a machine that wakes from sleep fires one beat, not all of them.
const BEAT_MS = 500
/** Beats without a sign of life after which that is shown, and after which a worker that is not at work counts as dead. */
const SILENT_BEATS = 2
const DEAD_BEATS = 8
/** Beats without a word about what it has to do. */
const HUNG_BEATS = 40

/** Keeps one worker running: starts it, notices death and silence, and starts it again with growing waits. */
export function superviseWorker(createWorker: () => EngineWorker, listener: Listener): SupervisedWorker {
  let worker: EngineWorker | null = null
  let status: EngineStatus = 'starting'
  let failures = 0
  let isReady = false
  /** Beats since the last sign of life, and since the last word about what it has to do. */
  let unheard = 0
  let wordless = 0
  let expected: Expected = 'nothing'
  let beating: ReturnType<typeof setInterval> | undefined
  let restarting: ReturnType<typeof setTimeout> | undefined

  function setStatus(next: EngineStatus) {
    if (status === next) return
    status = next
    listener.onStatus(next)
  }

  function start() {
    let started: EngineWorker
    try {
      started = createWorker()
    } catch {
      return lose('died')
    }
    worker = started
    started.listen(
      (message) => {
        if (worker !== started) return
        unheard = 0
        if (message.type !== 'pong') wordless = 0
        if (message.type === 'ready') isReady = true
        if (message.type === 'ready' && (status === 'starting' || expected === 'nothing')) setStatus('ready')
        if (status === 'silent') setStatus('ready')
        listener.onMessage(message)
      },
      () => worker === started && lose('died'),
    )
    isReady = false
    unheard = wordless = 0
    beating = setInterval(beat, BEAT_MS)
    listener.onUp()
  }

  function beat() {
    if (expected === 'nothing') wordless = 0
    if (wordless++ >= HUNG_BEATS) return lose('hung')
    if (!isReady) return // until its code has come it answers to nothing
    if (unheard >= DEAD_BEATS && expected !== 'work') return lose('died')
    if (unheard++ >= SILENT_BEATS && status === 'ready') setStatus('silent')
    worker?.post({ type: 'ping' })
  }

  function lose(why: 'died' | 'hung') {
    worker?.end()
    worker = null
    clearInterval(beating)
    listener.onLost(why)
    const wait = BACKOFF_MS[failures++]
    if (wait === undefined) {
      setStatus('failed')
      listener.onGivenUp()
      return
    }
    setStatus('restarted')
    restarting = setTimeout(start, wait)
  }

  return {
    start,
    post(message) {
      worker?.post(message)
      return worker !== null
    },
    expect(what) {
      expected = what
    },
    praise() {
      failures = 0
      setStatus('ready')
    },
    restart() {
      if (worker === null) return
      worker.end()
      worker = null
      clearInterval(beating)
      start()
    },
    revive() {
      if (status !== 'failed') return
      failures = 0
      setStatus('restarted')
      start()
    },
    status: () => status,
    end() {
      clearTimeout(restarting)
      clearInterval(beating)
      worker?.end()
      worker = null
    },
  }
}
