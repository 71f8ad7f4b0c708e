import { engineError, engineErrorReason } from './engineError.ts'
import type { Handlers } from './handlers.ts'
import type { CallMessage, FromEngine, InputOf, ToEngine } from './protocol.ts'

/** Time and turns, as the worker has them; tests bring their own. */
export interface Turns {
  now(): number
  /** Resolves once the messages that wait have been taken in. */
  next(): Promise<void>
}

const SLICE_MS = 10

// A timer would do, but browsers stretch a timer in a timer to 4 ms; a message to oneself comes back at once.
const nextTurn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
const workerTurns: Turns = { now: () => performance.now(), next: nextTurn }

/**
 * The engine's side of the conversation: takes messages in and answers calls one after the other through `post`.
 * A call that is withdrawn while it waits never starts; one that runs ends at its next pause.
 */
export function serveCalls(
  handlers: Handlers,
  post: (message: FromEngine) => void,
  turns: Turns = workerTurns,
): (message: ToEngine) => void {
  const queue: CallMessage[] = []
  const withdrawn = new Set<number>()
  let running: number | null = null

  async function answer(call: CallMessage): Promise<FromEngine> {
    const { id, revision, name } = call
    if (!handlers.holds(revision)) return { type: 'design-wanted', id, revision }
    post({ type: 'started', id })
    let sliceBegan = turns.now()
    const context = {
      isDue: () => turns.now() - sliceBegan >= SLICE_MS,
      async pause(done: number, total: number) {
        post({ type: 'progress', id, done, total })
        await turns.next()
        if (withdrawn.has(id)) throw engineError('withdrawn')
        sliceBegan = turns.now()
      },
    }
    try {
      const value = await handlers.call(revision, name, call.input as InputOf<typeof name>, context)
      return { type: 'result', id, revision, value }
    } catch (error) {
      if (engineErrorReason(error) === 'withdrawn') return { type: 'cancelled', id }
      return { type: 'error', id, message: error instanceof Error ? error.message : String(error) }
    }
  }

  async function work() {
    for (let call = queue.shift(); call; call = queue.shift()) {
      running = call.id
      const reply = await answer(call)
      running = null
      withdrawn.delete(call.id)
      try {
        post(reply)
      } catch (error) {
        post({ type: 'error', id: call.id, message: `The answer cannot be sent: ${String(error)}` })
      }
    }
  }

  function withdraw(id: number) {
    const waiting = queue.findIndex((call) => call.id === id)
    if (waiting >= 0) {
      queue.splice(waiting, 1)
      post({ type: 'cancelled', id })
    } else if (id === running) withdrawn.add(id)
  }

  return (message) => {
    if (message.type === 'design') handlers.accept(message.revision, message.design)
    else if (message.type === 'cancel') withdraw(message.id)
    else {
      queue.push(message)
      if (running === null && queue.length === 1) void work()
    }
  }
}
