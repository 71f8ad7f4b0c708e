import type { StoreApi } from 'zustand/vanilla'
import type { Claims } from './claims.ts'
import { createDrafts } from './createDrafts.ts'
import { type DocumentStorage, describeStorageFailure } from './documentStorage.ts'
import { dropWorks } from './dropWorks.ts'
import type { Turn } from './history.ts'
import { type KeepOptions, type KeptWork, keepWork } from './keepWork.ts'
import { createPart, NOT_FETCHED } from './parts.ts'
import type { StoredWork } from './readWork.ts'
import type { Recovery } from './recoverWork.ts'
import type { DesignState, Draft, Drafts, SavedCopy, SmallTexts, TabMemory, ViewState } from './types.ts'
import { type Hand, isOfWork } from './workKeys.ts'

export interface PersistenceOptions {
  readonly storage: DocumentStorage
  readonly texts: SmallTexts
  readonly claims: Claims
  readonly tab: TabMemory
  readonly design: StoreApi<DesignState>
  readonly view: StoreApi<ViewState>
  readonly now: () => number
  readonly newId: () => string
  readonly askToStay: () => Promise<boolean>
}

export interface Replacement {
  /** Whether the new document can be had again from elsewhere: as long as nobody touches it, it need not be kept beside others. */
  readonly isSpare: boolean
  /** Asked where the work at hand cannot be kept: whether it may go all the same. */
  readonly mayLose: () => boolean
}

type Opening = Partial<KeepOptions> & { readonly id: string; readonly drafts?: Hand['drafts'] }

export interface Persistence {
  readonly drafts: Drafts
  /** Hears of every step that is taken. */
  noteTurn(turn: Turn): void
  /** Brings the work back and keeps it from then on. Call once, before the first picture. */
  start(): Promise<Recovery>
  /** Lets `put` open another document once all of the work at hand is kept; the work stays as it is, beside the new one. False where it is not let. */
  replace(put: () => void, replacement: Replacement): Promise<boolean>
  /** Shows a work that was read, and goes on with it where it is free; else with a copy. */
  show(stored: StoredWork, isFree: boolean): void
  /** Whether the copy is the work of this tab itself. */
  isOwn(copy: SavedCopy): boolean
  /** The work of this tab. */
  workId(): string
  /** What is in hand of the work of this tab. */
  hand(): Hand | null
  /** Brings back what stood in fields. */
  restoreDrafts(drafts: readonly Draft[]): void
  /** Says what stood in fields when the page went and in which no field stands again. */
  tellDrafts(): void
  noteDownload(): void
  flush(): Promise<boolean>
  /** Whether there is work that is neither kept by the browser nor downloaded. */
  isUnsaved(): boolean
}

const recovery = createPart(() => import('./recoverWork.ts'))
const snapshots = createPart(() => import('./takeSnapshot.ts'))
const SNAPSHOT_EVERY_MS = 5 * 60_000

/**
 * Decides what is durable. Every design that is opened is a work of its own, with a checkpoint, a log and a tail (`keepWork`): opening another
 * never writes over the one before, and nothing is removed but by the person.
 */
export function createPersistence(options: PersistenceOptions): Persistence {
  const { storage, texts, claims, tab, design, view, now, newId } = options
  const { say } = view.getState()
  let work: KeptWork | null = null
  /** How the document that is being opened is to be kept; null where nobody has said. */
  let opening: Opening | null = null
  /** Works that can be had again from elsewhere, nobody has touched, and another has taken the place of. */
  let spares: readonly string[] = []
  let downloaded: Hand['design'] | null = null
  let snapshotAt = now()
  let snapshotOf: Hand['design'] | null = null
  let hasAskedToStay = false

  const { drafts, restore, left } = createDrafts(design, (held) => note({ drafts: held }, held))
  const note = (entry: Parameters<KeptWork['note']>[0], held: Hand['drafts']) => work?.note(entry, handOf(held))
  function handOf(held: Hand['drafts']): Hand {
    const { design: document, timeline } = design.getState()
    return { design: document, timeline: timeline(), drafts: held }
  }

  function enter({ drafts: held = [], ...how }: Opening) {
    work = null
    tab.remember(how.id)
    snapshotAt = now()
    snapshotOf = design.getState().design
    const entered = keepWork({
      storage,
      tails: texts,
      claims,
      now,
      hand: handOf(held),
      isWhole: false,
      isDue: true,
      isSpare: false,
      tell({ saved, savedProblem }) {
        if (work !== null && work.id !== how.id) return
        // a failure stands until it is mended
        if (saved !== 'saving' || view.getState().saved === 'saved') view.setState({ saved, savedProblem })
      },
      onTaken() {
        if (work !== entered) return
        say('This design was opened in another tab. This tab goes on with a copy of its own.')
        enter({ id: newId(), drafts: entered.hand().drafts })
      },
      onKept(hand) {
        void dropSpares()
        void snapshot(how.id, hand)
      },
      ...how,
    })
    work = entered
  }

  /** The document of the store is another one: a work of its own. */
  function noteOpened() {
    const before = work
    const how = opening ?? { id: newId() }
    if (before?.isSpare()) spares = [...spares, before.id]
    enter(how)
    restore(how.drafts ?? [])
    void work!.flush()
    if (before && !before.isSpare()) void before.flush().then((isKept) => isKept && claims.release(before.id))
  }

  async function dropSpares() {
    const going = spares
    if (going.length === 0) return
    try {
      await dropWorks(storage, texts, going)
      spares = spares.filter((id) => !going.includes(id))
      for (const id of going) claims.release(id)
    } catch {
      // They stand in the list of earlier work until the next time that something is kept.
      return
    }
  }

  async function start(): Promise<Recovery> {
    design.subscribe((state, before) => {
      if (state.opened !== before.opened) noteOpened()
    })
    let recovery: Recovery
    try {
      recovery = await recover()
    } catch (error) {
      recovery = 'blocked'
      view.setState({ saved: 'not-saved', savedProblem: describeStorageFailure(error) })
    }
    // nothing is stored before there is work
    if (!work) enter({ id: newId(), isDue: false })
    return recovery
  }

  async function recover(): Promise<Recovery> {
    const keys = [...texts.keys(), ...(await storage.keys())]
    if (tab.workspace() === null && !keys.some(isOfWork)) return 'fresh'
    const part = await recovery.load().catch(() => null)
    if (part) return part.recoverWork({ storage, texts, claims, tab, now, newId, say, show })
    say(`${NOT_FETCHED} Load the page again to go on with it.`, 'error')
    return 'blocked'
  }

  /** Goes on with a work where it is free; else with a copy of it. */
  function show(stored: StoredWork, isFree: boolean) {
    const { id, at, upTo, unwritten, logKeys, isWhole, isSpare, drafts: held } = stored
    opening = isFree
      ? { id, from: { at, upTo, unwritten }, logKeys, isWhole, isDue: !isWhole, isSpare, drafts: held }
      : { id: newId(), drafts: held }
    design.getState().open(stored.design, stored.timeline)
    opening = null
  }

  async function snapshot(id: string, hand: Hand) {
    if (now() - snapshotAt < SNAPSHOT_EVERY_MS || hand.design === snapshotOf) return
    snapshotAt = now()
    snapshotOf = hand.design
    try {
      const { takeSnapshot } = await snapshots.load()
      await takeSnapshot(storage, id, hand.design, now())
      if (!hasAskedToStay) await options.askToStay()
      hasAskedToStay = true
    } catch {
      // A snapshot more or less loses nothing: the work itself is kept. The next one is tried in five minutes.
      return
    }
  }

  async function replace(put: () => void, { isSpare, mayLose }: Replacement): Promise<boolean> {
    drafts.settle()
    // an edit made while the last is being written is waited for as well; nothing comes between the last look and `put`
    while (work && !work.isDurable())
      if (!(await work.flush()) && !work.isDurable()) {
        if (!work.isSpare() && !mayLose()) return false
        work.giveUp()
      }
    opening = { id: newId(), isSpare }
    put()
    opening = null
    return true
  }

  return {
    drafts,
    noteTurn: (turn) => note({ did: turn }, work?.hand().drafts ?? []),
    start,
    replace,
    show,
    isOwn: ({ kind, id }) => kind === 'workspace' && id === work?.id,
    workId: () => work?.id ?? '',
    hand: () => work?.hand() ?? null,
    restoreDrafts: restore,
    tellDrafts() {
      for (const { field, text } of left()) say(`“${text}” was typed into “${field}” and is not part of the design.`)
    },
    noteDownload() {
      downloaded = design.getState().design
    },
    flush: async () => (await work?.flush()) ?? true,
    isUnsaved: () => work?.isDurable() === false && downloaded !== design.getState().design,
  }
}
