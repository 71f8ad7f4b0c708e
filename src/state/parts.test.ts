import { expect, test, vi } from 'vitest'
import { createPart, fetchParts, withPart } from './parts.ts'
import { createTestStores } from './testing/createTestStores.ts'

/** A part that comes, or fails, when the test says so. */
function plantPart() {
  const waiting: { resolve: (value: string) => void; reject: (error: Error) => void }[] = []
  const fetch = vi.fn(() => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject })))
  return { part: createPart(fetch), fetch, last: () => waiting.at(-1)! }
}

test('a part is fetched once, whoever waits for it', async () => {
  const { part, fetch, last } = plantPart()
  expect(part.now()).toBeNull()
  const both = Promise.all([part.load(), part.load()])
  last().resolve('here')
  expect(await both).toEqual(['here', 'here'])
  expect(await part.load()).toBe('here')
  expect(part.now()).toBe('here')
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('what could not be fetched is fetched again when it is wanted again', async () => {
  const { part, fetch, last } = plantPart()
  const first = part.load()
  last().reject(new Error('no network'))
  await expect(first).rejects.toThrow('no network')
  const second = part.load()
  last().resolve('here')
  expect(await second).toBe('here')
  expect(fetch).toHaveBeenCalledTimes(2)
})

test('something is done with a part at once where it is there, else when it comes', async () => {
  const stores = createTestStores()
  const { part, last } = plantPart()
  const act = vi.fn()
  withPart(stores, part, act)
  expect(act).not.toHaveBeenCalled()
  last().resolve('here')
  await part.load()
  expect(act).toHaveBeenCalledTimes(1)
  withPart(stores, part, act)
  expect(act).toHaveBeenCalledTimes(2)
})

test('the person is told where a part cannot be fetched, and can try again', async () => {
  const stores = createTestStores()
  const { part, last } = plantPart()
  const act = vi.fn()
  withPart(stores, part, act)
  last().reject(new Error('no network'))
  await vi.waitFor(() => expect(stores.view.getState().message?.tone).toBe('error'))
  expect(act).not.toHaveBeenCalled()
  withPart(stores, part, act)
  last().resolve('here')
  await part.load()
  expect(act).toHaveBeenCalledTimes(1)
})

test('all parts are fetched when the page is idle: one that fails stops no other, and parts of parts come too', async () => {
  const inner = vi.fn(() => Promise.resolve('inner'))
  const failing = createPart(() => Promise.reject(new Error('no network')))
  const outer = createPart(async () => createPart(inner))
  await fetchParts()
  expect(failing.now()).toBeNull()
  expect(outer.now()?.now()).toBe('inner')
})
