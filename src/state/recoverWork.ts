import type { Claims } from './claims.ts'
import { describeProblems } from './describeProblems.ts'
import type { DocumentStorage } from './documentStorage.ts'
import { dropWorks } from './dropWorks.ts'
import { readWork, type StoredWork } from './readWork.ts'
import { listCopies, putCopy } from './savedCopies.ts'
import type { SmallTexts, TabMemory, Tone } from './types.ts'
import { workOfTailBase } from './workKeys.ts'

/** How a tab began: with nothing kept, with its own work, with a copy of another tab's, beside work it could not read, or without storage. */
export type Recovery = 'fresh' | 'recovered' | 'copied' | 'damaged' | 'blocked'

export interface RecoverOptions {
  readonly storage: DocumentStorage
  readonly texts: SmallTexts
  readonly claims: Claims
  readonly tab: TabMemory
  readonly now: () => number
  readonly newId: () => string
  readonly say: (text: string, tone?: Tone) => void
  /** Shows the work, and goes on with it where it is free. */
  readonly show: (stored: StoredWork, isFree: boolean) => void
}

/** A tab that is loaded again waits this long for its own lock, which its former self may still be letting go. */
const OWN_LOCK_WAIT_MS = 800

/** Brings back the work of this tab, or else one that only a tail has, or else the latest of the browser. */
export async function recoverWork(options: RecoverOptions): Promise<Recovery> {
  const own = options.tab.workspace()
  const kept = (await listCopies(options.storage, 'workspace')).map(({ id }) => id)
  const tails = options.texts.keys().flatMap((key) => workOfTailBase(key) ?? [])
  const ids = [own, ...tails.filter((id) => !kept.includes(id)), kept[0]]
  let recovery: Recovery = 'fresh'
  for (const id of new Set(ids)) {
    const found = id ? await recoverOne(options, id, id === own, id === kept[0]) : null
    if (found) recovery = found
    if (found && found !== 'damaged') break
  }
  return recovery
}

/** `orCopy`: where another tab has it open, a copy will do. */
async function recoverOne(
  options: RecoverOptions,
  id: string,
  wasHere: boolean,
  orCopy: boolean,
): Promise<Recovery | null> {
  const { storage, texts, claims, say, show } = options
  const isFree = await claims.claim(id, wasHere ? OWN_LOCK_WAIT_MS : 0)
  let isShown = false
  try {
    if (!isFree && !wasHere && !orCopy) return null
    const read = await readWork(storage, texts, id)
    if (!read) return null
    if (!read.ok) {
      if (isFree) await setAside(options, id, read.text)
      say(
        `The design kept in this browser could not be read: ${describeProblems(read.problems)} It was put aside and can be downloaded from the list of earlier work.`,
        'error',
      )
      return 'damaged'
    }
    if (isFree && read.work.unusable !== null) await putAside(options, read.work.unusable)
    show(read.work, isFree)
    isShown = true
    if (!isFree) say('This design is open in another tab. This tab works on a copy of its own.')
    return isFree ? 'recovered' : 'copied'
  } finally {
    if (isFree && !isShown) claims.release(id)
  }
}

/** Keeps what is no design and no part of one, so that it can be downloaded. */
const damaged = ({ now }: RecoverOptions, id: string, text: string) =>
  putCopy({ kind: 'damaged', id, title: 'Design that could not be read', savedAt: now(), note: '' }, text)

const setAside = (options: RecoverOptions, id: string, text: string) =>
  dropWorks(options.storage, options.texts, [id], damaged(options, id, text))

async function putAside(options: RecoverOptions, text: string) {
  await options.storage.write({ put: damaged(options, options.newId(), text) })
  options.say(
    'The last changes could not be read. They were put aside and can be downloaded from the list of earlier work.',
    'error',
  )
}
