import { messageOf } from '../core/base/index.ts'
import { engineError, engineErrorReason } from './engineError.ts'
import type { Handlers } from './handlers.ts'
import type { CallMessage, FromEngine, ToEngine } from './protocol.ts'
import type { InputOf } from './questions.ts'

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
 * A call that is withdrawn while it waits never starts; a long one that runs ends at its next pause. At each pause shorter calls
 * that came meanwhile go first, and a call whose code has yet to be fetched holds up no other.
 */
export function serveCalls(
  handlers: Handlers,
  post: (message: FromEngine) => void,
  turns: Turns = workerTurns,
): (message: ToEngine) => void {
  const fetching = new Set<number>()
  const waiting: CallMessage[] = []
  /** One call, or a long one and the shorter one that goes first. */
  const running = new Set<number>()
  const withdrawn = new Set<number>()
  const isAny = () => true
  const isShort = ({ name }: CallMessage) => !handlers.isLong(name)

  async function answer(call: CallMessage): Promise<FromEngine> {
    const { id, revision, name } = call
    if (!handlers.holds(revision)) return { type: 'design-wanted', id, revision }
    post({ type: 'started', id })
    let sliceBegan = turns.now()
    const pauses = {
      isDue: () => turns.now() - sliceBegan >= SLICE_MS,
      async pause(done: number, total: number) {
        post({ type: 'progress', id, done, total })
        await turns.next()
        if (!withdrawn.has(id) && waiting.some(isShort)) {
          await work(isShort)
          post({ type: 'started', id })
        }
        if (withdrawn.has(id)) throw engineError('withdrawn')
        sliceBegan = turns.now()
      },
    }
    try {
      const value = await handlers.call(revision, name, call.input as InputOf<typeof name>, pauses)
      return { type: 'result', id, revision, value }
    } catch (error) {
      if (engineErrorReason(error) === 'withdrawn') return { type: 'cancelled', id }
      return { type: 'error', id, message: messageOf(error) }
    }
  }

  /** Answers the calls that wait and may go, until there are none. */
  async function work(mayGo: (call: CallMessage) => boolean) {
    for (let call = waiting.find(mayGo); call; call = waiting.find(mayGo)) {
      const { id } = call
      waiting.splice(waiting.indexOf(call), 1)
      running.add(id)
      const reply = await answer(call)
      running.delete(id)
      withdrawn.delete(id)
      try {
        post(reply)
      } catch (error) {
        post({ type: 'error', id, message: `The answer cannot be sent: ${String(error)}` })
      }
    }
  }

  function enqueue(call: CallMessage) {
    waiting.push(call)
    if (running.size === 0) void work(isAny)
  }

  async function fetchFor(call: CallMessage) {
    fetching.add(call.id)
    post({ type: 'fetching', id: call.id })
    let problem: string | null = null
    try {
      await handlers.fetch(call.name)
    } catch (error) {
      problem = messageOf(error)
    }
    if (!fetching.delete(call.id)) return
    if (problem === null) enqueue(call)
    else post({ type: 'error', id: call.id, message: problem })
  }

  function withdraw(id: number) {
    const at = waiting.findIndex((call) => call.id === id)
    if (at >= 0) waiting.splice(at, 1)
    if (at >= 0 || fetching.delete(id)) post({ type: 'cancelled', id })
    else if (running.has(id)) withdrawn.add(id)
  }

  return (message) => {
    if (message.type === 'design') handlers.accept(message.revision, message.design)
    else if (message.type === 'cancel') withdraw(message.id)
    else if (message.type === 'ping') post({ type: 'pong' })
    else if (message.type === 'fetch-all') void handlers.fetchAll()
    else if (handlers.isAtHand(message.name)) enqueue(message)
    else void fetchFor(message)
  }
}
