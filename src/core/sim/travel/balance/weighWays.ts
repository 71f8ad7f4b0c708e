import type { Next, Weigh } from '../next.ts'
import { forkWalk, type Walk } from '../walk.ts'

/** Which of several ways to walk for everybody to see, and what their faring differently means. */
export interface Weighed<Way> {
  readonly shown: Way
  /** Some of the ways work and some do not, and all of them are taken at one time or another. */
  readonly mixed: boolean
  /** A way of which nobody can say whether it is taken, and on which the outcome hangs. */
  readonly doubt: Way | null
}

type Fate = 'succeeds' | 'partly' | 'fails' | 'unknown'

/** Several ways that a connection may take, of which one is shown. */
export interface Ways<Way> {
  /** Taken by some connections for certain. */
  readonly sure: readonly Way[]
  /** Taken perhaps. */
  readonly maybe: readonly Way[]
  /** How far a way is tried: until the packet has arrived, or until its answer is back. */
  readonly tried: 'there' | 'there and back'
  /** Where a way begins, on a fork. */
  readonly start: (fork: Walk, way: Way) => Next
  /** What comes next; null = more ways than are tried. */
  readonly decide: (weighed: Weighed<Way> | null) => Next
}

/** Tries the ways on forks of the walk, then goes on by what they came to. */
export const chooseWay = <Way>(walk: Walk, { sure, maybe, tried, start, decide }: Ways<Way>): Weigh => ({
  kind: 'weigh',
  decide: (attempt) => decide(weighWays(walk, sure, maybe, (fork, way) => attempt(fork, start(fork, way), tried))),
})

/**
 * Tries every way that a connection may take and picks the one to show: the first that fails, else the first.
 * null = more ways than are tried.
 */
export function weighWays<Way>(
  walk: Walk,
  sure: readonly Way[],
  maybe: readonly Way[],
  attempt: (fork: Walk, way: Way) => void,
): Weighed<Way> | null {
  const ways = [...sure, ...maybe]
  if (ways.length === 1) return { shown: ways[0]!, mixed: false, doubt: null }
  const fates: Fate[] = []
  for (const way of ways) {
    if (--walk.trials.left < 0) return null
    const fork = forkWalk(walk)
    attempt(fork, way)
    fates.push(fateOf(fork))
  }
  const of = (fate: Fate) => ways[fates.indexOf(fate)]
  if (new Set(fates).size === 1) return { shown: ways[0]!, mixed: false, doubt: null }
  // whatever the others come to: what is not known of one keeps the whole from being told
  const unknown = of('unknown')
  if (unknown !== undefined) return { shown: unknown, mixed: false, doubt: null }
  const shown = of('fails') ?? of('partly') ?? ways[0]!
  const certain = fates.slice(0, sure.length)
  // whatever the doubtful ones add: some of those that are certainly taken work, and some do not
  if (certain.includes('partly') || new Set(certain).size > 1) return { shown, mixed: true, doubt: null }
  const doubt = maybe.find((_, index) => fates[sure.length + index] !== certain[0]) ?? shown
  return { shown, mixed: true, doubt }
}

function fateOf({ told: { blocked, gaps, partly } }: Walk): Fate {
  if (blocked) return 'fails'
  if (gaps.length > 0) return 'unknown'
  return partly ? 'partly' : 'succeeds'
}
