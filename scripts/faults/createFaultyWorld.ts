import type { DocumentStorage } from '../../src/state/documentStorage.ts'
import { quotaError } from '../../src/state/testing/memoryStorage.ts'

/** What becomes of one call of the storage, or of the world with it. */
export const FAULTS = [
  /** It fails. */
  'refused',
  'full',
  /** It does nothing and never answers. */
  'silent',
  /** It does what it was asked, and never says so. */
  'done-silent',
  /** It does what it was asked, and says that it failed. */
  'done-refused',
  /** It and all that follow fail, until the page is loaded again. */
  'broken',
  /** The page is gone in that moment, before or after it was done. */
  'gone-before',
  'gone-after',
] as const
export type Fault = (typeof FAULTS)[number]

/** The storages of a browser, one call of which comes to grief. */
export function createFaultyWorld(fault: Fault, at: number) {
  const documents = new Map<string, unknown>()
  const texts = new Map<string, string>()
  let calls = 0
  let isBroken = false
  let isHealed = false
  let life = 0
  let onGone = () => {}

  /** `does` is what the call does to the world. */
  function call<T>(born: number, does: () => T): Promise<T> {
    if (born !== life) return new Promise(() => {}) // of a page that is gone
    const isIt = !isHealed && ++calls === at
    if (isIt) isBroken = fault === 'broken'
    if (isBroken) return Promise.reject(new Error('broken'))
    if (!isIt) return Promise.resolve().then(does)
    switch (fault) {
      case 'refused':
        return Promise.reject(new Error('refused'))
      case 'full':
        return Promise.reject(quotaError())
      case 'silent':
        return new Promise(() => {})
      case 'done-silent':
        does()
        return new Promise(() => {})
      case 'done-refused':
        does()
        return Promise.reject(new Error('refused afterwards'))
      case 'gone-after':
        does()
        break
    }
    life++
    onGone()
    return new Promise(() => {})
  }

  /** A page's view of the storages, of which its tab has one of its own; one of an earlier page does nothing any more. */
  function open(session: Map<string, string>) {
    const born = life
    const isHere = () => born === life
    const storage: DocumentStorage = {
      keys: () => call(born, () => [...documents.keys()]),
      read: (keys) => call(born, () => keys.map((key) => structuredClone(documents.get(key)))),
      write: ({ put = {}, drop = [] }) => {
        const taken = structuredClone(put)
        return call(born, () => {
          for (const key of drop) documents.delete(key)
          for (const [key, value] of Object.entries(taken)) documents.set(key, value)
        })
      },
    }
    const textsOfPage = {
      keys: () => texts.keys(),
      get: (key: string) => (isHere() ? texts.get(key) : undefined),
      set: (key: string, value: string) => isHere() && texts.set(key, value),
      delete: (key: string) => isHere() && texts.delete(key),
    } as Map<string, string>
    return { storage, texts: textsOfPage, session, isHere }
  }

  let ids = 0
  return {
    documents,
    open,
    /** What time it is, on every page. */
    clock: { now: 1_000_000 },
    /** Never the same number twice. */
    nextId: () => ++ids,
    /** Whether the call that comes to grief was ever made. */
    wasHit: () => calls >= at,
    /** From now on all goes well. */
    heal() {
      isHealed = true
    },
    whenGone(act: () => void) {
      onGone = act
    },
    /** The page goes; with `loses` the browser goes too, and takes along what it had not put on the disk. */
    end(loses: boolean) {
      life++
      isBroken = false
      if (!loses) return
      texts.clear()
    },
  }
}
