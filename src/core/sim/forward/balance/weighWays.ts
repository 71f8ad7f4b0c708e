import { forkWalk, type Walk } from '../../walk.ts'

/** Which of several ways to walk for everybody to see, and what their faring differently means. */
export interface Weighed<Way> {
  readonly shown: Way
  /** Some of the ways work and some do not, and all of them are taken at one time or another. */
  readonly mixed: boolean
  /** A way of which nobody can say whether it is taken, and on which the outcome hangs. */
  readonly doubt: Way | null
}

type Fate = 'succeeds' | 'partly' | 'fails' | 'unknown'

/**
 * Tries every way that a connection may take and picks the one to show: the first that fails, else the first.
 * `sure` ways are taken by some connections for certain, `maybe` ways perhaps. null = more ways than are tried.
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
    fates.push(tryWay(walk, way, attempt))
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

function tryWay<Way>(walk: Walk, way: Way, attempt: (fork: Walk, way: Way) => void): Fate {
  const fork = forkWalk(walk)
  fork.blocked = false
  fork.partly = false
  fork.mixed = false
  const gaps = fork.gaps.length
  attempt(fork, way)
  if (fork.blocked) return 'fails'
  if (fork.gaps.length > gaps) return 'unknown'
  return fork.partly ? 'partly' : 'succeeds'
}
