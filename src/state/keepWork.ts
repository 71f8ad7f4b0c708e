import { parseDesign, VERSION } from '../core/model/index.ts'
import type { Claims } from './claims.ts'
import { type DocumentStorage, describeStorageFailure } from './documentStorage.ts'
import { textOf } from './textOf.ts'
import type { SmallTexts, ViewState } from './types.ts'
import { type Entry, factsKey, type Hand, historyKey, logKey, tailBaseKey, tailKey, textKey } from './workKeys.ts'

/** One work that is being kept: every entry goes into the tail at once and into the log with the next write. */
export interface KeptWork {
  readonly id: string
  readonly hand: () => Hand
  /** What was just done, and what is in hand since. */
  note(entry: EntryOf, hand: Hand): void
  /** Puts what the storage does not have yet there, now. False where it cannot. */
  flush(): Promise<boolean>
  /** Whether the storage has everything. */
  isDurable(): boolean
  /** Whether nobody has touched what can be had again from elsewhere. */
  isSpare(): boolean
  /** Keeps no more of it: what is not durable is given up. */
  giveUp(): void
}

type EntryOf = Entry extends infer E ? (E extends Entry ? Omit<E, 'n'> : never) : never

export interface KeepOptions {
  readonly id: string
  readonly storage: DocumentStorage
  readonly tails: SmallTexts
  readonly claims: Claims
  readonly now: () => number
  readonly hand: Hand
  /** Where a work that is kept already goes on; absent = a new work. */
  readonly from?: { readonly at: number; readonly upTo: number; readonly unwritten: readonly Entry[] }
  /** Records of the log that the next checkpoint stands for. */
  readonly logKeys?: readonly string[]
  /** Whether the storage has a checkpoint that the log can go on from. */
  readonly isWhole: boolean
  /** Whether it is to be kept before anything is done to it. */
  readonly isDue: boolean
  readonly isSpare: boolean
  readonly tell: (state: Pick<ViewState, 'saved' | 'savedProblem'>) => void
  /** Another tab has taken the work: what is in hand goes on as a work of its own. */
  readonly onTaken: () => void
  /** Everything is durable, and the text says the same as the design: a moment for a snapshot. */
  readonly onKept: (hand: Hand) => void
}

const RETRY_MS = 10_000
/** A longer log makes way for a checkpoint; for a large design it may be longer, as its checkpoint costs more. */
const MOST_LOG = 128 * 1024
const LOG_PER_TEXT = 1 / 8
/** A longer text is not put into the tail: that would hold the page up. */
const MOST_TAIL = 1024 * 1024
const MOST_HISTORY = 1024 * 1024

/** Keeps a work: a checkpoint, the log since, and the tail for what the storage has not taken yet. Failures are shown and tried again. */
export function keepWork(options: KeepOptions): KeptWork {
  const { id, storage, tails, claims, now, tell } = options
  let { hand, isWhole, isDue, isSpare } = options
  let { at, upTo } = options.from ?? { at: 0, upTo: 0 }
  let pending: readonly Entry[] = options.from?.unwritten ?? []
  let logKeys = options.logKeys ?? []
  let logSize = 0
  let mostLog = MOST_LOG
  let isClaimed = options.from !== undefined
  let isGivenUp = false
  let hasTail = options.from !== undefined
  let hasTailBase = false
  let flushing: Promise<boolean> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const isDurable = () => isGivenUp || (!isDue && pending.length === 0)

  function putTail() {
    if (pending.length === 0 && !hasTail) return
    hasTail = pending.length > 0
    tails.write(tailKey(id), hasTail ? JSON.stringify(pending) : null)
  }

  /** The first text of a work, for as long as the storage does not have one. */
  function putTailBase() {
    if (isWhole || hasTailBase) return
    hasTailBase = true
    const text = textOf(hand.design)
    if (text.length <= MOST_TAIL) tails.write(tailBaseKey(id), JSON.stringify({ text, upTo: at, version: VERSION }))
  }

  function schedule(delay: number) {
    clearTimeout(timer)
    if (!isGivenUp) timer = setTimeout(() => void flush(), delay)
  }

  async function save() {
    if (isClaimed && !(await claims.holds(id))) {
      retire()
      return options.onTaken()
    }
    isClaimed ||= await claims.claim(id, 0)
    if (!isClaimed) throw new Error('another tab holds the design')
    if (isDue || !isWhole) return putCheckpoint()
    const [first] = pending
    const upToNow = at
    const text = JSON.stringify(pending)
    await storage.write({ put: { [logKey(id, first!.n)]: text, [factsKey('workspace', id)]: facts() } })
    logKeys = [...logKeys, logKey(id, first!.n)]
    logSize += text.length
    forgetPending(upToNow)
  }

  async function putCheckpoint() {
    const [held, upToNow, replaced] = [hand, at, logKeys]
    const text = readableText(held)
    await storage.write({
      put: {
        [textKey('workspace', id)]: text,
        [factsKey('workspace', id)]: { ...facts(held), upTo: upToNow, ...(isSpare && { isSpare }) },
        [historyKey(id)]: historyOf(held, upToNow),
      },
      drop: replaced,
    })
    upTo = upToNow
    isWhole = true
    isDue = false
    logKeys = []
    logSize = 0
    mostLog = Math.max(MOST_LOG, text.length * LOG_PER_TEXT)
    forgetPending(upToNow)
    if (hasTailBase) tails.write(tailBaseKey(id), null)
    hasTailBase = false
  }

  const facts = ({ design }: Hand = hand) => ({ title: design.title, savedAt: now(), note: '', upTo, version: VERSION })

  function forgetPending(upToNow: number) {
    pending = pending.filter(({ n }) => n > upToNow)
    putTail()
  }

  async function drain(): Promise<boolean> {
    try {
      while (!isDurable()) await save()
    } catch (error) {
      if (!isGivenUp) tell({ saved: 'not-saved', savedProblem: describeFailure(error) })
      return false
    }
    if (isGivenUp) return true
    tell({ saved: 'saved', savedProblem: null })
    if (logSize > mostLog) await shortenLog()
    options.onKept(hand)
    return true
  }

  /** The log is durable and can be gone on with, so that a failure waits; a text that cannot be read does not. */
  async function shortenLog() {
    try {
      await putCheckpoint()
    } catch (error) {
      if (isUnreadable(error)) tell({ saved: 'not-saved', savedProblem: error.message })
      mostLog *= 2
    }
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    flushing ??= drain().then((isKept) => {
      flushing = null
      if (!isDurable()) schedule(isKept ? 0 : RETRY_MS)
      return isKept
    })
    return flushing
  }

  function retire() {
    isGivenUp = true
    pending = []
    clearTimeout(timer)
  }

  if (isDue) putTailBase()
  if (!isDurable()) {
    tell({ saved: 'saving', savedProblem: null })
    schedule(0)
  }
  return {
    id,
    hand: () => hand,
    note(entry, next) {
      putTailBase()
      hand = next
      at++
      isSpare = false
      pending = [...pending, { ...entry, n: at }]
      putTail()
      tell({ saved: 'saving', savedProblem: null })
      if (!flushing) schedule(0)
    },
    flush,
    isDurable,
    isSpare: () => isSpare,
    giveUp() {
      retire()
      putTail()
      if (hasTailBase) tails.write(tailBaseKey(id), null)
    },
  }
}

/** The text of a design, held to the schema that it will be read by: what could not be read again is not called kept. */
function readableText({ design }: Hand): string {
  const text = textOf(design)
  const result = parseDesign(text)
  if (result.ok) return text
  const [{ path, message }] = result.problems
  throw Object.assign(new Error(`The design could not be opened again, so it is not kept: ${path} ${message}.`), {
    name: 'Unreadable',
  })
}

const isUnreadable = (error: unknown): error is Error => error instanceof Error && error.name === 'Unreadable'

const describeFailure = (error: unknown): string =>
  isUnreadable(error) ? error.message : describeStorageFailure(error)

/** History and drafts beside a checkpoint; of a history that is too large, the latest steps. */
function historyOf({ timeline, drafts }: Hand, upTo: number): string {
  let { past, future } = timeline
  for (;;) {
    const text = JSON.stringify({ upTo, timeline: { past, future }, drafts })
    if (text.length <= MOST_HISTORY || (past.length === 0 && future.length === 0)) return text
    past = past.slice(Math.ceil(past.length / 2))
    future = future.slice(Math.ceil(future.length / 2))
  }
}
