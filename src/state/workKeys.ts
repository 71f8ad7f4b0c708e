import type { Design } from '../core/model/index.ts'
import type { Timeline, Turn } from './history.ts'
import type { Draft } from './types.ts'

/** One entry of the log of a work: a turn, or what stands in fields from then on. Numbers grow by one. */
export type Entry = { readonly n: number } & ({ readonly did: Turn } | { readonly drafts: readonly Draft[] })

/** What a person has in hand: all that comes back after a reload. */
export interface Hand {
  readonly design: Design
  readonly timeline: Timeline
  readonly drafts: readonly Draft[]
}

export const textKey = (kind: string, id: string) => `${kind}/${id}/text`
export const factsKey = (kind: string, id: string) => `${kind}/${id}/facts`
export const historyKey = (id: string) => `workspace/${id}/history`
export const logKey = (id: string, n: number) => `log/${id}/${String(n).padStart(9, '0')}`
/** The file of the person's that the work is kept in too. */
export const fileKey = (id: string) => `file/${id}`
const TAIL = 'hopwise.tail.'
export const tailKey = (id: string) => `${TAIL}${id}`
export const tailBaseKey = (id: string) => `${TAIL}${id}.base`
/** The work that a key holds the first text of; null for other keys. */
export const workOfTailBase = (key: string): string | null =>
  key.startsWith(TAIL) && key.endsWith('.base') ? key.slice(TAIL.length, -'.base'.length) : null

/** All keys of a work in the storage, out of those that there are. */
export const keysOfWork = (keys: readonly string[], id: string): readonly string[] =>
  keys.filter((key) => key.startsWith(`workspace/${id}/`) || key.startsWith(`log/${id}/`) || key === fileKey(id))

/** Whether a key, of the storage or of a tail, says that there is a work. */
export const isOfWork = (key: string): boolean => key.startsWith('workspace/') || key.startsWith(TAIL)
