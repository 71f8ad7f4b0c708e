import type { Stores } from './types.ts'

/** A part of the page that it can start without: fetched when it is first wanted, or once the page stands idle. */
export interface Part<T> {
  /** null until it has come. */
  readonly now: () => T | null
  /** Fails where it cannot be fetched; the next call tries again. */
  readonly load: () => Promise<T>
}

const parts: Part<unknown>[] = []

/** Makes a part of what `fetch` imports. */
export function createPart<T>(fetch: () => Promise<T>): Part<T> {
  let value: T | null = null
  let coming: Promise<T> | null = null
  async function load() {
    try {
      value = await fetch()
      return value
    } finally {
      coming = null
    }
  }
  const part: Part<T> = {
    now: () => value,
    load() {
      if (value !== null) return Promise.resolve(value)
      coming ??= load()
      return coming
    },
  }
  parts.push(part)
  return part
}

/** Does something with a part: at once where it is there, else as soon as it has come. Where it cannot be fetched the person is told. */
export function withPart<T>({ view }: Pick<Stores, 'view'>, part: Part<T>, act: (value: T) => void): void {
  const value = part.now()
  if (value !== null) act(value)
  else part.load().then(act, () => view.getState().say(`${NOT_FETCHED} Try it again, or load the page again.`, 'error'))
}

/** What is said where a part does not come. */
export const NOT_FETCHED = 'A part of the page could not be fetched; your work is kept.'

/** Fetches every part, one after the other, so that all of the page works without a network from then on. */
export async function fetchParts(): Promise<void> {
  // what is fetched may bring parts of its own, which stand at the end of the list then
  for (const part of parts) await part.load().catch(() => undefined) // whoever wants it tries again, and is told
}
