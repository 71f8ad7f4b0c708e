import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../core/model/emptyDesign.ts'
import { createHandlers } from './handlers.ts'
import type { FromEngine, ToEngine } from './protocol.ts'
import { serveCalls } from './serveCalls.ts'
import { createFakeCore, requestTo } from './testing/fakeCore.ts'

/** The real message loop with real turns, over a core whose every answer takes `milliseconds`. */
function createServer(milliseconds: number) {
  const { core, counts } = createFakeCore()
  const said: FromEngine[] = []
  let arrive: (message: FromEngine) => void = () => {}
  const first = new Promise<FromEngine>((resolve) => {
    arrive = resolve
  })
  const send: (message: ToEngine) => void = serveCalls(
    createHandlers({
      ...core,
      decide(topology, request) {
        for (const end = performance.now() + milliseconds; performance.now() < end; );
        return core.decide(topology, request)
      },
    }),
    (message) => {
      said.push(message)
      if (message.type === 'result' || message.type === 'cancelled') arrive(message)
    },
  )
  send({ type: 'design', revision: 1, design: emptyDesign() })
  return { send, said, counts, first }
}
const requests = Array.from({ length: 40 }, (_, index) => ({ id: `r-${index}`, request: requestTo(`host-${index}`) }))

describe('serveCalls', () => {
  it('sees a withdrawal while many requests are being answered', async () => {
    const { send, said, counts, first } = createServer(6)
    send({ type: 'call', id: 7, revision: 1, name: 'answerAll', input: { requests } })
    setTimeout(() => send({ type: 'cancel', id: 7 }), 20)
    expect(await first).toEqual({ type: 'cancelled', id: 7 })
    expect(counts.simulated).toBeLessThan(requests.length)
    expect(said.some((message) => message.type === 'progress')).toBe(true)
  })

  it('answers calls in the order in which they came', async () => {
    const { send, said } = createServer(0)
    for (const id of [1, 2, 3]) send({ type: 'call', id, revision: 1, name: 'check', input: {} })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(said.map((message) => `${message.type} ${'id' in message ? message.id : ''}`)).toEqual([
      'started 1',
      'result 1',
      'started 2',
      'result 2',
      'started 3',
      'result 3',
    ])
  })

  it('asks for a design it was not given', async () => {
    const { send, said } = createServer(0)
    send({ type: 'call', id: 1, revision: 9, name: 'check', input: {} })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(said).toEqual([{ type: 'design-wanted', id: 1, revision: 9 }])
  })

  it('says so when an answer cannot be sent, and serves the next call', async () => {
    const said: FromEngine[] = []
    const send = serveCalls(createHandlers(createFakeCore().core), (message) => {
      if (message.type === 'result' && message.id === 1) throw new Error('not cloneable')
      said.push(message)
    })
    send({ type: 'design', revision: 1, design: emptyDesign() })
    for (const id of [1, 2]) send({ type: 'call', id, revision: 1, name: 'check', input: {} })
    await new Promise((resolve) => setTimeout(resolve, 5))
    expect(said.filter((message) => message.type !== 'started').map((message) => message.type)).toEqual([
      'error',
      'result',
    ])
  })
})
