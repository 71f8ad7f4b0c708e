import type { EngineWorker } from './createWorker.ts'
import type { FromEngine, ToEngine } from './protocol.ts'

/** `restarted` lasts from the end of a worker until the next one has answered, or stands ready with nothing to answer. */
export type EngineStatus = 'starting' | 'ready' | 'restarted' | 'failed'

export interface SupervisedWorker {
  start(): void
  /** False where there is no worker just now: all is to be sent again when the next one is up. Throws when a message cannot be cloned. */
  post(message: ToEngine): boolean
  /** Whether something is expected of the worker: if so, long silence counts as a failure. */
  expect(something: boolean): void
  /** An answer came: the worker is well. */
  praise(): void
  /** Starts again after giving up. */
  revive(): void
  status(): EngineStatus
  end(): void
}

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
// Silence is counted in ticks, not by one long timer: a machine that wakes from sleep fires one tick, not all of them.
const TICK_MS = 5000
const SILENT_TICKS = 4

/** Keeps one worker running: starts it, notices death and silence, and starts it again with growing waits. */
export function superviseWorker(createWorker: () => EngineWorker, listener: Listener): SupervisedWorker {
  let worker: EngineWorker | null = null
  let status: EngineStatus = 'starting'
  let failures = 0
  let silentTicks = 0
  let isExpecting = false
  let ticking: ReturnType<typeof setInterval> | undefined
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
        silentTicks = 0
        if (message.type === 'ready' && (status === 'starting' || !isExpecting)) setStatus('ready')
        listener.onMessage(message)
      },
      () => worker === started && lose('died'),
    )
    listener.onUp()
  }

  function lose(why: 'died' | 'hung') {
    worker?.end()
    worker = null
    stopTicking()
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

  function stopTicking() {
    clearInterval(ticking)
    ticking = undefined
    silentTicks = 0
  }

  return {
    start,
    post(message) {
      worker?.post(message)
      return worker !== null
    },
    expect(something) {
      isExpecting = something
      if (!something || !worker) stopTicking()
      else
        ticking ??= setInterval(() => {
          if (++silentTicks >= SILENT_TICKS) lose('hung')
        }, TICK_MS)
    },
    praise() {
      failures = 0
      setStatus('ready')
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
      stopTicking()
      worker?.end()
      worker = null
    },
  }
}
