import type { Claims } from '../../src/state/claims.ts'
import type { DocumentStorage } from '../../src/state/documentStorage.ts'
import { fetchParts } from '../../src/state/parts.ts'
import { createTestStores } from '../../src/state/testing/createTestStores.ts'
import type { createFaultyWorld } from './createFaultyWorld.ts'
import type { createVirtualTime } from './createVirtualTime.ts'

type World = ReturnType<typeof createFaultyWorld>
type Time = ReturnType<typeof createVirtualTime>

/** What was drawn and what was promised, over all pages of one run. Edits are told apart by titles such as `B.7`. */
export interface Ledger {
  /** The last edit of each work. */
  readonly done: Map<string, number>
  /** The last edit of each work that the page called saved. */
  readonly promised: Map<string, number>
}

export const createLedger = (): Ledger => ({ done: new Map(), promised: new Map() })

export const readTitle = (title: string): { readonly work: string; readonly edit: number } | null => {
  const [, work, edit] = /^([A-Z]+)\.(\d+)$/.exec(title) ?? []
  return work && edit ? { work, edit: Number(edit) } : null
}

await fetchParts()

/** A page over a world, driven as a person would, and watched for what it says is saved. */
export async function openPage(
  opened: ReturnType<World['open']>,
  world: World,
  time: Time,
  ledger: Ledger,
  claimsOf: (storage: DocumentStorage) => Claims,
) {
  const { storage, texts, session, isHere } = opened
  const { clock } = world
  const stores = createTestStores({
    memory: {
      storage,
      map: {
        get size() {
          return world.nextId()
        },
      },
    } as never,
    texts,
    session,
    claims: claimsOf(storage),
    clock,
  })
  const { design, view, actions } = stores
  const title = () => design.getState().design.title

  function watch() {
    const at = readTitle(title())
    if (isHere() && at && view.getState().saved === 'saved')
      ledger.promised.set(at.work, Math.max(at.edit, ledger.promised.get(at.work) ?? 0))
  }
  view.subscribe((state, before) => {
    if (state.saved !== before.saved) watch()
  })
  async function wait(milliseconds = 30_000) {
    await time.pass(milliseconds)
    clock.now += milliseconds
    watch()
  }
  const starting = stores.persistence.start()
  await wait(20_000)
  const recovery = await Promise.race([starting, Promise.resolve('hung' as const)])

  return {
    ...stores,
    recovery,
    title,
    isHere,
    wait,
    /** The next edit of the work. */
    edit(work: string) {
      const number = (ledger.done.get(work) ?? 0) + 1
      design.getState().apply(`Edit ${work}.${number}`, [{ kind: 'settings', fields: { title: `${work}.${number}` } }])
      if (isHere()) ledger.done.set(work, number)
    },
    async act(what: (on: typeof actions) => Promise<unknown>) {
      const done = what(actions)
      done.catch(() => {}) // it is handed on below, once time has passed
      await wait()
      return Promise.race([done, Promise.resolve('hung' as const)])
    },
  }
}

export type Page = Awaited<ReturnType<typeof openPage>>
