import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../core/model/index.ts'
import { createHandlers } from './handlers.ts'
import { createFakeCore, requestTo } from './testing/fakeCore.ts'

const never = { isDue: () => false, pause: () => Promise.reject(new Error('paused without being due')) }

describe('createHandlers', () => {
  it('compiles a revision once, with the first question that needs it', async () => {
    const { core, counts } = createFakeCore()
    const handlers = createHandlers(core)
    handlers.accept(1, emptyDesign('One'))
    await handlers.call(1, 'export', { format: 'cli' }, never)
    expect(counts).toEqual({ catalogues: 1, compiled: 0, simulated: 0 })
    await handlers.call(1, 'answer', { request: requestTo('a') }, never)
    await handlers.call(1, 'answer', { request: requestTo('b') }, never)
    await handlers.call(1, 'check', {}, never)
    expect(counts).toEqual({ catalogues: 1, compiled: 1, simulated: 2 })
  })

  it('keeps the two newest revisions with what was compiled from them', async () => {
    const { core, counts } = createFakeCore()
    const handlers = createHandlers(core)
    for (const revision of [1, 2, 3]) {
      handlers.accept(revision, emptyDesign(`Design ${revision}`))
      await handlers.call(revision, 'suggest', { from: 'client-1' }, never)
    }
    expect([1, 2, 3].map(handlers.holds)).toEqual([false, true, true])
    await handlers.call(2, 'suggest', { from: 'client-1' }, never)
    expect(counts.compiled).toBe(3)
    await expect(handlers.call(1, 'check', {}, never)).rejects.toThrow('not given revision 1')
  })

  it('answers each call from the design of its revision', async () => {
    const handlers = createHandlers(createFakeCore().core)
    handlers.accept(1, emptyDesign('One'))
    handlers.accept(2, emptyDesign('Two'))
    expect((await handlers.call(1, 'answer', { request: requestTo('a') }, never)).answers).toEqual(['One'])
    expect((await handlers.call(2, 'answer', { request: requestTo('a') }, never)).answers).toEqual(['Two'])
    expect(await handlers.call(2, 'derive', { id: 'vpc-1' }, never)).toEqual([{ title: 'Two vpc-1', rows: [] }])
    expect((await handlers.call(1, 'export', { format: 'cli' }, never)).files[0]?.text).toBe('One\n')
  })

  it('loads the catalogue again after a failure to load it', async () => {
    const { core } = createFakeCore()
    let attempts = 0
    const handlers = createHandlers({
      ...core,
      loadCatalogue: () => (++attempts === 1 ? Promise.reject(new Error('offline')) : core.loadCatalogue()),
    })
    handlers.accept(1, emptyDesign('One'))
    await expect(handlers.call(1, 'check', {}, never)).rejects.toThrow('offline')
    expect(await handlers.call(1, 'check', {}, never)).toHaveLength(1)
  })

  it('pauses between answers when a pause is due, and says how far it has come', async () => {
    const handlers = createHandlers(createFakeCore().core)
    handlers.accept(1, emptyDesign('One'))
    const pauses: [number, number][] = []
    let asked = 0
    const verdicts = await handlers.call(
      1,
      'answerAll',
      { requests: ['a', 'b', 'c', 'd'].map((to) => ({ id: to, request: requestTo(to) })) },
      {
        isDue: () => asked++ % 2 === 1,
        pause: async (done, total) => void pauses.push([done, total]),
      },
    )
    expect(pauses).toEqual([
      [1, 4],
      [3, 4],
    ])
    expect(Object.keys(verdicts)).toEqual(['a', 'b', 'c', 'd'])
    expect(verdicts.c?.request.to).toBe('c')
  })
})
