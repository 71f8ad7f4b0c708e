import { describe, expect, it } from 'vitest'
import { emptyDesign } from '../core/model/index.ts'
import { type AnswerOf, createEngineClient } from '../engine/index.ts'
import { createFakeCore, requestTo } from '../engine/testing/fakeCore.ts'
import { createFakeWorkers } from '../engine/testing/fakeWorker.ts'
import { follow, type Standing } from './standing.ts'

/** Follows `answer` over a fake engine; `to` is what is asked, null = nothing. */
function followAnswer(to: string | null) {
  const asked = { to }
  const engine = createEngineClient(createFakeWorkers().createWorker)
  engine.load(emptyDesign('One'), 1)
  const told: Standing<AnswerOf<'answer'> | null>[] = []
  const following = follow({
    engine,
    name: 'answer',
    input: () => (asked.to === null ? null : { request: requestTo(asked.to) }),
    none: null,
    tell: (standing) => told.push(standing),
  })
  return { asked, engine, following, told, inBrief: () => told.map(inBrief) }
}
const inBrief = ({ value, stale, problem }: Standing<AnswerOf<'answer'> | null>) =>
  `${value?.request.to ?? 'none'}${stale ? ' stale' : ''}${problem === null ? '' : ' problem'}`

describe('follow', () => {
  it('keeps the answer before as stale until the next one comes', async () => {
    const { asked, following, inBrief } = followAnswer('a')
    expect(await following.again()).toBeNull()
    asked.to = 'b'
    await following.again()
    expect(inBrief()).toEqual(['none stale', 'a', 'a stale', 'b'])
  })

  it('tells the latest of several questions only', async () => {
    const { asked, following, inBrief } = followAnswer('a')
    const first = following.again()
    asked.to = 'b'
    await Promise.all([first, following.again()])
    expect(inBrief()).toEqual(['none stale', 'none stale', 'b'])
  })

  it('has neither answer nor question where there is nothing to ask', async () => {
    const { asked, following, told } = followAnswer('a')
    await following.again()
    asked.to = null
    expect(await following.again()).toBeNull()
    expect(told.at(-1)).toEqual({ value: null, stale: false, progress: null, problem: null })
  })

  it('drops an answer that comes after it was cleared or stopped, even if it was there already', async () => {
    for (const end of ['clear', 'stop'] as const) {
      const { engine, following, inBrief } = followAnswer('a')
      const call = engine.call
      let answered: (() => void) | undefined
      engine.call = (name, input, options) =>
        call(name, input, options).then((value) => {
          answered?.()
          return value
        })
      answered = following[end]
      await following.again()
      expect(inBrief().filter((line) => line !== 'none')).toEqual(['none stale'])
    }
  })

  it('hands on the sentence of a failure, and forgets the answer before', async () => {
    const { asked, following, inBrief } = followAnswer('a')
    await following.again()
    asked.to = 'fault'
    expect(await following.again()).toContain('no such thing')
    asked.to = 'b'
    await following.again()
    expect(inBrief()).toEqual(['none stale', 'a', 'a stale', 'none problem', 'none stale', 'b'])
  })

  it('waits for its successor where an edit overtakes the question', async () => {
    const { engine, following, told, inBrief } = followAnswer('a')
    const first = following.again()
    engine.load(emptyDesign('Two'), 2)
    await Promise.all([first, following.again()])
    expect(inBrief()).toEqual(['none stale', 'none stale', 'a'])
    expect(told.at(-1)?.value?.answers).toEqual(['Two'])
  })

  it('says how far a long answer has come', async () => {
    const { core } = createFakeCore()
    let now = 0
    const turns = { now: () => (now += 6), next: async () => {} }
    const engine = createEngineClient(createFakeWorkers({ core, turns }).createWorker)
    engine.load(emptyDesign('One'), 1)
    const told: Standing<AnswerOf<'answerAll'>>[] = []
    const requests = ['a', 'b', 'c', 'd', 'e'].map((to) => ({ id: to, request: requestTo(to) }))
    const options = { engine, name: 'answerAll', input: () => ({ requests }), none: {} } as const
    await follow({ ...options, tell: (standing) => told.push(standing) }).again()
    const steps = told.map(({ progress }) => progress)
    expect(steps[0]).toBeNull()
    expect(steps).toContainEqual({ done: expect.any(Number), total: 5 })
    expect(told.at(-1)).toMatchObject({ stale: false, progress: null })
  })
})
