import type { Next, Weigh } from '../next.ts'
import { chooseShown, type Settled, settle } from '../settle.ts'
import type { Pick, Walk } from '../walk.ts'

/** Which of several ways to walk for everybody to see, and what their faring differently means. */
export interface Weighed<Way> {
  readonly shown: Way
  /** Some of the ways work and some do not, and all of them are taken at one time or another. */
  readonly mixed: boolean
  /** A way of which nobody can say whether it is taken, and on which the outcome hangs. */
  readonly doubt: Way | null
  /** What is picked on the way that is shown. */
  readonly picks: readonly Pick[]
}

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
  decide(attempt) {
    const weighed = weighWays(walk, sure, maybe, (fork, way) => attempt(fork, start(fork, way), tried))
    const { carried } = walk
    if (weighed && weighed.picks.length > 0) carried.picks = [...weighed.picks, ...carried.picks]
    return decide(weighed)
  },
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
  if (ways.length === 1) return { shown: ways[0]!, mixed: false, doubt: null, picks: [] }
  const settled: Settled[] = []
  for (const way of ways) {
    const one = settle(walk, (fork) => attempt(fork, way))
    if (!one) return null
    settled.push(one)
  }
  const { shown, mixed, doubt } = chooseShown(
    settled.map(({ fate }) => fate),
    sure.length,
  )
  const { picks } = settled[shown]!
  return { shown: ways[shown]!, mixed, doubt: doubt === null ? null : ways[doubt]!, picks }
}
