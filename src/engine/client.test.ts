import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AccessRequest, emptyDesign } from '../core/model/index.ts'
import { createEngineClient, type EngineStatus } from './client.ts'
import { engineErrorReason } from './engineError.ts'
import type { ToEngine } from './protocol.ts'
import { createFakeCore, requestTo } from './testing/fakeCore.ts'
import { createFakeWorkers, type FakeWorkersOptions, type WorkerHandle } from './testing/fakeWorker.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

/** A client over fake workers, with revision 1 of a design loaded. */
function createTestClient(options: FakeWorkersOptions = {}) {
  const fakes = createFakeWorkers(options)
  const client = createEngineClient(fakes.createWorker)
  const statuses: EngineStatus[] = []
  client.onStatus((status) => statuses.push(status))
  client.load(emptyDesign('One'), 1)
  return { client, statuses, ...fakes }
}
/** Makes a worker take in nothing more once it has started on the request to `to`; `then` says what becomes of it. */
function jamOn(to: string, then: (worker: WorkerHandle) => void = () => {}) {
  const jammed = new WeakSet<WorkerHandle>()
  return (message: ToEngine, worker: WorkerHandle) => {
    if (jammed.has(worker)) return false
    if (message.type !== 'call' || (message.input as { request?: AccessRequest }).request?.to !== to) return true
    jammed.add(worker)
    worker.say({ type: 'started', id: message.id })
    setTimeout(() => then(worker), 1)
    return false
  }
}
const settleAll = () => vi.advanceTimersByTimeAsync(0)
/** The reason of a rejection, or what came instead. */
const reasonOf = (promise: Promise<unknown>) => promise.then(() => 'answered', engineErrorReason)
const ask = (to: string) => ['answer', { request: requestTo(to) }] as const

describe('createEngineClient', () => {
  it('sends a design once a revision, and only when it is asked about', async () => {
    const { client, workers } = createTestClient()
    await settleAll()
    expect(workers[0]?.sent).toEqual([])
    await client.call(...ask('a'))
    await client.call(...ask('b'))
    client.load({ ...emptyDesign('One'), layout: { 'region-1': { x: 8, y: 8 } } }, 1)
    await client.call(...ask('c'))
    expect(workers[0]?.sent.map((message) => message.type)).toEqual(['design', 'call', 'call', 'call'])
    client.load(emptyDesign('Two'), 2)
    expect((await client.call(...ask('d'))).answers).toEqual(['Two'])
    expect(workers[0]?.sent.filter((message) => message.type === 'design')).toHaveLength(2)
  })

  it('turns ready when the worker is', async () => {
    const { client, statuses } = createTestClient()
    expect(client.status()).toBe('starting')
    await settleAll()
    expect(statuses).toEqual(['ready'])
  })

  it('rejects with what the core says went wrong, and goes on', async () => {
    const { client, workers } = createTestClient()
    await expect(client.call(...ask('fault'))).rejects.toThrow('The engine met an error. no such thing')
    expect((await client.call(...ask('a'))).answers).toEqual(['One'])
    expect(workers).toHaveLength(1)
  })

  it('rejects a question that cannot be cloned without harm to the next', async () => {
    const { client } = createTestClient()
    const odd = { request: { ...requestTo('a'), extra: () => 1 } }
    expect(await reasonOf(client.call('answer', odd))).toBe('fault')
    expect((await client.call(...ask('a'))).answers).toEqual(['One'])
  })

  it('has all that answers fetched, by each next worker too', async () => {
    const { client, workers } = createTestClient()
    await settleAll()
    client.fetchAll()
    workers[0]!.die()
    await vi.advanceTimersByTimeAsync(200)
    expect(workers.map(({ sent }) => sent)).toEqual([[{ type: 'fetch-all' }], [{ type: 'fetch-all' }]])
  })

  it('refuses calls before it has a design', async () => {
    const client = createEngineClient(createFakeWorkers().createWorker)
    expect(await reasonOf(client.call(...ask('a')))).toBe('no-design')
  })

  describe('stale answers', () => {
    it('rejects calls about a revision that was overtaken, even when their answer still comes', async () => {
      const { client, workers } = createTestClient({
        intercept: (message) => message.type !== 'cancel',
      })
      const old = reasonOf(client.call(...ask('a')))
      client.load(emptyDesign('Two'), 2)
      const fresh = client.call(...ask('a'))
      expect(await old).toBe('stale')
      expect((await fresh).answers).toEqual(['Two'])
      const [first] = workers[0]!.sent.filter((message) => message.type === 'call')
      workers[0]?.say({ type: 'result', id: first!.id, revision: 1, value: 'too late' })
      await settleAll()
      expect(client.status()).toBe('ready')
    })

    it('sends the design again to an engine that no longer has it', async () => {
      let forgotten = false
      const { client, workers } = createTestClient({
        intercept(message, worker) {
          if (message.type !== 'call' || forgotten) return true
          forgotten = true
          worker.say({ type: 'design-wanted', id: message.id, revision: message.revision })
          return false
        },
      })
      expect((await client.call(...ask('a'))).answers).toEqual(['One'])
      expect(workers[0]?.sent.map((message) => message.type)).toEqual(['design', 'call', 'design', 'call'])
    })

    it('does not send the design for ever', async () => {
      const { client, workers } = createTestClient({
        intercept(message, worker) {
          if (message.type === 'call') worker.say({ type: 'design-wanted', id: message.id, revision: 1 })
          return false
        },
      })
      expect(await reasonOf(client.call(...ask('a')))).toBe('no-design')
      expect(workers[0]?.sent.filter((message) => message.type === 'design')).toHaveLength(2)
    })
  })

  describe('withdrawing', () => {
    const slices = {
      now: (() => {
        let time = 0
        return () => (time += 100)
      })(),
      next: () => new Promise<void>((resolve) => setTimeout(resolve)),
    }
    const requests = ['a', 'b', 'c', 'd', 'e'].map((to) => ({ id: to, request: requestTo(to) }))

    it('stops a call between two of its slices', async () => {
      const fake = createFakeCore()
      const { client, workers } = createTestClient({ core: fake.core, turns: slices })
      const abort = new AbortController()
      const progress: number[] = []
      const call = client.call(
        'answerAll',
        { requests },
        {
          signal: abort.signal,
          onProgress(done) {
            progress.push(done)
            if (done === 2) abort.abort()
          },
        },
      )
      const reason = reasonOf(call)
      await vi.advanceTimersByTimeAsync(1000)
      expect(await reason).toBe('withdrawn')
      expect(progress).toEqual([0, 1, 2])
      expect(fake.counts.simulated).toBe(2)
      expect(workers[0]?.sent.at(-1)).toMatchObject({ type: 'cancel' })
    })

    it('never starts a call that is withdrawn while it waits', async () => {
      const fake = createFakeCore()
      const { client } = createTestClient({ core: fake.core, turns: slices })
      const abort = new AbortController()
      const long = client.call('answerAll', { requests })
      const waiting = reasonOf(client.call('answer', { request: requestTo('x') }, { signal: abort.signal }))
      abort.abort()
      await vi.advanceTimersByTimeAsync(1000)
      expect(await waiting).toBe('withdrawn')
      expect(Object.keys(await long)).toHaveLength(5)
      expect(fake.counts.simulated).toBe(5)
    })

    it('asks nothing where the signal was given before', async () => {
      const { client, workers } = createTestClient()
      expect(await reasonOf(client.call('check', {}, { signal: AbortSignal.abort() }))).toBe('withdrawn')
      expect(workers[0]?.sent).toEqual([])
    })
  })

  describe('a worker that dies', () => {
    it('is started again, and what was asked is asked again', async () => {
      let died = false
      const { client, workers, statuses } = createTestClient({
        intercept(message, worker) {
          if (message.type !== 'call' || died) return true
          died = true
          worker.die()
          return false
        },
      })
      const answer = client.call(...ask('a'))
      await vi.advanceTimersByTimeAsync(100)
      expect((await answer).answers).toEqual(['One'])
      expect(workers.map((worker) => worker.ended)).toEqual([true, false])
      expect(statuses).toEqual(['ready', 'restarted', 'ready'])
    })

    it('while nothing is asked is ready again once the next one stands', async () => {
      const { workers, statuses, client } = createTestClient()
      await client.call(...ask('a'))
      workers[0]?.die()
      expect(client.status()).toBe('restarted')
      await vi.advanceTimersByTimeAsync(100)
      expect(statuses).toEqual(['ready', 'restarted', 'ready'])
    })

    it('twice over the same call gives that call up and keeps the others', async () => {
      const { client, workers } = createTestClient({ intercept: jamOn('poison', (worker) => worker.die()) })
      const poison = reasonOf(client.call(...ask('poison')))
      const other = client.call(...ask('a'))
      await vi.advanceTimersByTimeAsync(5000)
      expect(await poison).toBe('stopped-twice')
      expect((await other).answers).toEqual(['One'])
      expect(workers).toHaveLength(3)
      expect(client.status()).toBe('ready')
    })

    it('again and again is given up, until the design changes', async () => {
      let healthy = false
      const { client, workers, statuses } = createTestClient({ failStarts: () => !healthy })
      const call = reasonOf(client.call(...ask('a')))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(await call).toBe('given-up')
      expect(statuses.at(-1)).toBe('failed')
      expect(await reasonOf(client.call(...ask('b')))).toBe('given-up')
      healthy = true
      client.load(emptyDesign('Two'), 2)
      expect((await client.call(...ask('c'))).answers).toEqual(['Two'])
      expect(workers).toHaveLength(1)
      expect(client.status()).toBe('ready')
    })

    it('again and again is tried once more for a call that asks for it', async () => {
      const { client } = createTestClient({ intercept: jamOn('poison', (worker) => worker.die()) })
      for (let i = 0; i < 2; i++) {
        const poison = reasonOf(client.call(...ask('poison')))
        await vi.advanceTimersByTimeAsync(10_000)
        expect(['stopped-twice', 'given-up']).toContain(await poison)
      }
      expect(client.status()).toBe('failed')
      const other = client.call(...ask('a'), { revives: true })
      await vi.advanceTimersByTimeAsync(5000)
      expect((await other).answers).toEqual(['One'])
      expect(client.status()).toBe('ready')
    })

    it('waits longer before each restart', async () => {
      let starts = 0
      createTestClient({ failStarts: () => ++starts > 0 })
      const startsAfter: number[] = []
      for (const wait of [99, 1, 499, 1, 1999, 1, 60_000]) {
        await vi.advanceTimersByTimeAsync(wait)
        startsAfter.push(starts)
      }
      expect(startsAfter).toEqual([1, 2, 2, 3, 3, 4, 4])
    })
  })

  describe('a worker that dies without a word', () => {
    it('while nothing is asked is noticed within 2 seconds, and replaced', async () => {
      const { client, workers, statuses } = createTestClient()
      await client.call(...ask('a'))
      await vi.advanceTimersByTimeAsync(60_000)
      expect(statuses).toEqual(['ready'])
      workers[0]!.vanish()
      await vi.advanceTimersByTimeAsync(2000)
      expect(client.status()).toBe('silent')
      await vi.advanceTimersByTimeAsync(5000)
      expect(statuses).toEqual(['ready', 'silent', 'restarted', 'ready'])
      expect(workers).toHaveLength(2)
      expect((await client.call(...ask('b'))).answers).toEqual(['One'])
    })

    it('before it began with a call does not cost the call', async () => {
      const { client, workers } = createTestClient()
      await client.call(...ask('a'))
      workers[0]!.vanish()
      const answer = client.call(...ask('b'))
      await vi.advanceTimersByTimeAsync(2000)
      expect(client.status()).toBe('silent')
      await vi.advanceTimersByTimeAsync(5000)
      expect((await answer).answers).toEqual(['One'])
    })

    it('is shown at hard work too, and left to it: it may come back', async () => {
      const { client, workers, statuses } = createTestClient({ intercept: jamOn('slow') })
      await client.call(...ask('a'))
      const slow = client.call(...ask('slow'))
      await vi.advanceTimersByTimeAsync(10_000)
      expect(statuses).toEqual(['ready', 'silent'])
      workers[0]!.say({ type: 'result', id: 2, revision: 1, value: 'at last' })
      expect(await slow).toBe('at last')
      expect(statuses).toEqual(['ready', 'silent', 'ready'])
      expect(workers).toHaveLength(1)
    })

    it('is not missed before its code has come: a slow network is no death', async () => {
      const { workers, statuses } = createTestClient({ isSilentAtFirst: true })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(statuses).toEqual([])
      expect(workers).toHaveLength(1)
    })
  })

  describe('a worker that hangs', () => {
    it('is ended after 20 silent seconds; the call it hung on is rejected, the next is answered', async () => {
      const { client, workers } = createTestClient({ intercept: jamOn('slow') })
      const hanging = reasonOf(client.call(...ask('slow')))
      const next = client.call(...ask('a'))
      await vi.advanceTimersByTimeAsync(19_000)
      expect(workers).toHaveLength(1)
      await vi.advanceTimersByTimeAsync(2000)
      expect(await hanging).toBe('took-too-long')
      expect((await next).answers).toEqual(['One'])
      expect(workers.map((worker) => worker.ended)).toEqual([true, false])
    })

    it('is noticed although the call it hangs on was withdrawn', async () => {
      const { client, workers } = createTestClient({ intercept: jamOn('slow') })
      const abort = new AbortController()
      const withdrawn = reasonOf(client.call('answer', { request: requestTo('slow') }, { signal: abort.signal }))
      await settleAll()
      abort.abort()
      expect(await withdrawn).toBe('withdrawn')
      await vi.advanceTimersByTimeAsync(25_000)
      expect(workers).toHaveLength(2)
    })

    it('is ended at once where the withdrawn call is one that must stop; what waits is answered by the next', async () => {
      const { client, workers, statuses } = createTestClient({ intercept: jamOn('slow') })
      const abort = new AbortController()
      const options = { signal: abort.signal, stopsAtOnce: true }
      const withdrawn = reasonOf(client.call('answer', { request: requestTo('slow') }, options))
      const next = client.call(...ask('a'))
      await settleAll()
      abort.abort()
      expect(await withdrawn).toBe('withdrawn')
      await vi.advanceTimersByTimeAsync(500)
      expect((await next).answers).toEqual(['One'])
      expect(workers.map((worker) => worker.ended)).toEqual([true, false])
      expect(statuses).not.toContain('restarted')
    })

    it('stays where the withdrawn call has ended by itself', async () => {
      const { client, workers } = createTestClient()
      const abort = new AbortController()
      const requests = ['a', 'b'].map((to) => ({ id: to, request: requestTo(to) }))
      const call = reasonOf(client.call('answerAll', { requests }, { signal: abort.signal, stopsAtOnce: true }))
      await settleAll()
      abort.abort()
      await vi.advanceTimersByTimeAsync(500)
      await call
      expect(workers).toHaveLength(1)
    })

    it('is left alone while it waits for the network, and no longer once it has started', async () => {
      const { client, workers } = createTestClient({ intercept: (message) => message.type !== 'call' })
      const call = reasonOf(client.call('export', { format: 'cli' }))
      await settleAll()
      workers[0]!.say({ type: 'fetching', id: 1 })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(workers).toHaveLength(1)
      workers[0]!.say({ type: 'started', id: 1 })
      await vi.advanceTimersByTimeAsync(25_000)
      expect(await call).toBe('took-too-long')
      expect(workers).toHaveLength(2)
    })

    it('is left alone while it reports progress, and while nothing is asked', async () => {
      const { client, workers } = createTestClient({
        intercept: (message) => message.type !== 'call',
      })
      await vi.advanceTimersByTimeAsync(60_000)
      const progress: number[] = []
      const call = client.call('answerAll', { requests: [] }, { onProgress: (done) => progress.push(done) })
      for (let done = 1; done <= 4; done++) {
        await vi.advanceTimersByTimeAsync(15_000)
        workers[0]?.say({ type: 'progress', id: 1, done, total: 4 })
      }
      await settleAll()
      workers[0]?.say({ type: 'result', id: 1, revision: 1, value: {} })
      expect(await call).toEqual({})
      expect(progress).toEqual([1, 2, 3, 4])
      await vi.advanceTimersByTimeAsync(60_000)
      expect(workers).toHaveLength(1)
    })
  })

  it('rejects what is open when it is ended', async () => {
    const { client, workers } = createTestClient({ intercept: () => false })
    const open = reasonOf(client.call(...ask('a')))
    client.end()
    expect(await open).toBe('withdrawn')
    expect(workers[0]?.ended).toBe(true)
  })
})
