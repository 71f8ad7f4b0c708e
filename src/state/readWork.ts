import { type Problem, parseDesign, parseDesignValue, VERSION } from '../core/model/index.ts'
import type { DocumentStorage } from './documentStorage.ts'
import { NO_HISTORY, type Timeline, takeTurn } from './history.ts'
import { replay } from './replay.ts'
import type { Draft, SmallTexts } from './types.ts'
import { type Entry, factsKey, type Hand, historyKey, tailBaseKey, tailKey, textKey } from './workKeys.ts'

/** A work as it was kept: a checkpoint, and the entries of the log since. */
export interface StoredWork extends Hand {
  readonly id: string
  /** The number of its last entry, and of the last that the checkpoint holds. */
  readonly at: number
  readonly upTo: number
  /** Entries that only the tail has. */
  readonly unwritten: readonly Entry[]
  readonly logKeys: readonly string[]
  /** Whether the log can be gone on with; else a new checkpoint comes first. */
  readonly isWhole: boolean
  /** Whether it can be had again from elsewhere, and nobody has touched it. */
  readonly isSpare: boolean
  /** Entries that could not be used; null where all could. */
  readonly unusable: string | null
}

export type ReadWork =
  | { readonly ok: true; readonly work: StoredWork }
  | { readonly ok: false; readonly text: string; readonly problems: readonly Problem[] }

/** Reads a work: its checkpoint, with what the log and the tail say that became of it since. null where there is none. */
export async function readWork(storage: DocumentStorage, tails: SmallTexts, id: string): Promise<ReadWork | null> {
  const logKeys = (await storage.keys()).filter((key) => key.startsWith(`log/${id}/`)).sort()
  const [stored, facts, history, ...records] = await storage.read([
    textKey('workspace', id),
    factsKey('workspace', id),
    historyKey(id),
    ...logKeys,
  ])
  const base = stored === undefined ? readJson(tails.read(tailBaseKey(id))) : facts
  const text = stored === undefined ? memberOf(base, 'text') : stored
  if (text === undefined) return null
  // What is no text, because something else wrote there, comes as JSON and is put aside.
  const file = typeof text === 'string' ? text : JSON.stringify(text)
  const upTo = numberOf(memberOf(base, 'upTo'))

  const chain: Entry[] = []
  const unusable: unknown[] = []
  const follow = (entry: Entry): boolean => {
    const last = chain.at(-1)?.n ?? upTo
    if (entry.n === last + 1) chain.push(entry)
    else if (!(entry.n <= last)) unusable.push(entry)
    return chain.at(-1) === entry
  }
  for (const record of records) {
    const entries = readEntries(record)
    if (!entries) unusable.push(record)
    else entries.forEach(follow)
  }
  const unwritten = (readEntries(tails.read(tailKey(id))) ?? []).filter(follow)

  const { opened, used } = openLongest(file, chain)
  if (!opened.ok) return { ok: false, text: file, problems: opened.problems }
  const lost = [...chain.slice(used.length), ...unusable]
  const isCurrent = memberOf(base, 'version') === VERSION
  return {
    ok: true,
    work: {
      id,
      design: opened.design,
      ...handOf(readJson(history), upTo, used, isCurrent),
      at: used.at(-1)?.n ?? upTo,
      upTo,
      unwritten: unwritten.filter((entry) => used.includes(entry)),
      logKeys,
      isWhole: stored !== undefined && isCurrent && lost.length === 0,
      isSpare: memberOf(facts, 'isSpare') === true && chain.length === 0,
      unusable: lost.length > 0 ? JSON.stringify(lost) : null,
    },
  }
}

/** The design of the file and as many of the entries as make one: all of them, unless something spoilt the log. */
function openLongest(file: string, chain: readonly Entry[]) {
  const whole = open(file, chain)
  if (whole.ok || chain.length === 0) return { opened: whole, used: chain }
  let [good, bad] = [0, chain.length]
  let opened = open(file, [])
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const some = open(file, chain.slice(0, middle))
    if (some.ok) [good, opened] = [middle, some]
    else bad = middle
  }
  return { opened, used: chain.slice(0, good) }
}

function open(file: string, chain: readonly Entry[]) {
  const turns = chain.flatMap((entry) => ('did' in entry ? [entry.did] : []))
  if (turns.length === 0) return parseDesign(file)
  try {
    return parseDesignValue(replay(file, turns))
  } catch {
    // of what is damaged, `openLongest` keeps what it can; where that is nothing, the parser says what is wrong with the text
    return { ok: false as const, problems: [] }
  }
}

/** History and drafts as they were at the checkpoint, carried on. A history of an older version of the format no longer fits. */
function handOf(history: unknown, upTo: number, chain: readonly Entry[], isCurrent: boolean): Omit<Hand, 'design'> {
  const isOfBase = isCurrent && memberOf(history, 'upTo') === upTo
  let timeline = isOfBase ? (memberOf(history, 'timeline') as Timeline) : NO_HISTORY
  let drafts = isOfBase ? (memberOf(history, 'drafts') as readonly Draft[]) : []
  for (const entry of chain)
    if ('drafts' in entry) drafts = entry.drafts
    else if (isCurrent) timeline = takeTurn(timeline, entry.did)
  return { timeline, drafts }
}

function readEntries(record: unknown): readonly Entry[] | null {
  const entries = readJson(record)
  return Array.isArray(entries) && entries.every((entry) => typeof memberOf(entry, 'n') === 'number') ? entries : null
}

/** What a text says as JSON; undefined where it says nothing. */
export function readJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

export const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
