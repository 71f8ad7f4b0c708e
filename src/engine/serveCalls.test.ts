import { describe, expect, it, vi } from 'vitest'
import { emptyDesign } from '../core/model/index.ts'
import { answerAllWith } from './answerAllWith.ts'
import { createHandlers } from './handlers.ts'
import type { FromEngine, ToEngine } from './protocol.ts'
import type { Answering } from './question.ts'
import type { AnswerOf, InputOf } from './questions.ts'
import { serveCalls } from './serveCalls.ts'
import { createFakeCore, requestTo } from './testing/fakeCore.ts'

/** The real message loop with real turns, over a core whose every answer takes `milliseconds`. */
function createServer(milliseconds: number) {
  const { core, decide, counts } = createFakeCore()
  const said: FromEngine[] = []
  let arrive: (message: FromEngine) => void = () => {}
  const first = new Promise<FromEngine>((resolve) => {
    arrive = resolve
  })
  const slowly = answerAllWith((topology, request) => {
    for (const end = performance.now() + milliseconds; performance.now() < end; );
    return decide(topology, request)
  })
  const send: (message: ToEngine) => void = serveCalls(
    createHandlers({ ...core, questions: { ...core.questions, answerAll: { isLong: true, answer: slowly } } }),
    (message) => {
      said.push(message)
      if (message.type === 'result' || message.type === 'cancelled') arrive(message)
    },
  )
  send({ type: 'design', revision: 1, design: emptyDesign() })
  return { send, said, counts, first }
}

/** The message loop over a core that has to fetch what answers `export`; `arrive` and `fail` end that. */
function createFetchingServer() {
  const { core } = createFakeCore()
  const said: FromEngine[] = []
  let end: { arrive(): void; fail(error: Error): void }
  const onItsWay = () =>
    new Promise<void>((resolve, reject) => {
      end = { arrive: resolve, fail: reject }
    })
  let code = onItsWay()
  const load = async (): Promise<Answering<InputOf<'export'>, AnswerOf<'export'>>> => {
    await code
    return (_, { format }) => ({ format, files: [], remarks: [], errors: [] })
  }
  const send = serveCalls(createHandlers({ ...core, questions: { ...core.questions, export: { load } } }), (message) =>
    said.push(message),
  )
  send({ type: 'design', revision: 1, design: emptyDesign() })
  return {
    send,
    said,
    arrive: () => end.arrive(),
    fail(error: Error) {
      end.fail(error)
      code = onItsWay()
    },
  }
}
const inBrief = (said: readonly FromEngine[]) =>
  said.map((message) => `${message.type} ${'id' in message ? message.id : ''}`)
/** Turns enough for all that is waiting: on a busy machine a stretch of time may pass without any. */
const settle = async () => {
  for (let turn = 0; turn < 25; turn++) await new Promise((resolve) => setTimeout(resolve))
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
    await settle()
    expect(inBrief(said)).toEqual(['started 1', 'result 1', 'started 2', 'result 2', 'started 3', 'result 3'])
  })

  it('lets shorter calls go first at the pauses of a long one', async () => {
    const { send, said } = createServer(6)
    send({ type: 'call', id: 1, revision: 1, name: 'answerAll', input: { requests: requests.slice(0, 6) } })
    for (const id of [2, 3]) send({ type: 'call', id, revision: 1, name: 'check', input: {} })
    send({ type: 'call', id: 4, revision: 1, name: 'answerAll', input: { requests: [] } })
    await vi.waitFor(() => expect(inBrief(said)).toContain('result 4'))
    expect(inBrief(said).slice(0, 7)).toEqual([
      'started 1',
      'progress 1',
      'started 2',
      'result 2',
      'started 3',
      'result 3',
      'started 1',
    ])
    expect(inBrief(said).filter((line) => line.startsWith('result'))).toEqual([
      'result 2',
      'result 3',
      'result 1',
      'result 4',
    ])
  })

  it('answers others while it fetches what answers a call', async () => {
    const { send, said, arrive } = createFetchingServer()
    send({ type: 'call', id: 1, revision: 1, name: 'export', input: { format: 'cli' } })
    send({ type: 'call', id: 2, revision: 1, name: 'check', input: {} })
    await settle()
    expect(inBrief(said)).toEqual(['fetching 1', 'started 2', 'result 2'])
    arrive()
    await settle()
    expect(inBrief(said).slice(3)).toEqual(['started 1', 'result 1'])
  })

  it('fetches all that answers when it is told to, past what cannot be had', async () => {
    const { core } = createFakeCore()
    const wanted: string[] = []
    const missing = (name: string) => ({
      async load(): Promise<never> {
        wanted.push(name)
        throw new Error('offline')
      },
    })
    const stock = async (): Promise<never> => {
      wanted.push('what check reads')
      throw new Error('offline')
    }
    const questions = { ...core.questions, check: { ...missing('check'), stock }, export: missing('export') }
    serveCalls(createHandlers({ ...core, questions }), () => {})({ type: 'fetch-all' })
    // the other questions have code of their own, which takes as long as it takes
    await vi.waitFor(() => expect(wanted).toEqual(['check', 'what check reads', 'export']), 30_000)
  })

  it('never starts a call that was withdrawn while its code was fetched', async () => {
    const { send, said, arrive } = createFetchingServer()
    send({ type: 'call', id: 1, revision: 1, name: 'export', input: { format: 'cli' } })
    send({ type: 'cancel', id: 1 })
    arrive()
    await settle()
    expect(inBrief(said)).toEqual(['fetching 1', 'cancelled 1'])
  })

  it('says so when the code cannot be fetched, and tries again with the next call', async () => {
    const { send, said, arrive, fail } = createFetchingServer()
    send({ type: 'call', id: 1, revision: 1, name: 'export', input: { format: 'cli' } })
    fail(new Error('offline'))
    await settle()
    expect(said.slice(1)).toEqual([
      { type: 'error', id: 1, message: 'The part of it that answers this could not be fetched. offline' },
    ])
    send({ type: 'call', id: 2, revision: 1, name: 'export', input: { format: 'cli' } })
    arrive()
    await settle()
    expect(inBrief(said).slice(2)).toEqual(['fetching 2', 'started 2', 'result 2'])
  })

  it('asks for a design it was not given', async () => {
    const { send, said } = createServer(0)
    send({ type: 'call', id: 1, revision: 9, name: 'check', input: {} })
    await settle()
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
    await settle()
    expect(said.filter((message) => message.type !== 'started').map((message) => message.type)).toEqual([
      'error',
      'result',
    ])
  })
})
