import { forkWalk, type Pick, type Walk } from './walk.ts'

/** How a walk fared. */
export type Fate = 'succeeds' | 'partly' | 'fails' | 'unknown'

export function fateOf({ told: { blocked, gaps, partly } }: Walk): Fate {
  if (blocked) return 'fails'
  if (gaps.length > 0) return 'unknown'
  return partly ? 'partly' : 'succeeds'
}

/** Of several ways, by their place in the list: the one to show, and what it means that they fare differently. */
export interface Chosen {
  readonly shown: number
  /** Some of the ways work and some do not, and all of them are taken at one time or another. */
  readonly mixed: boolean
  /** A way of which nobody can say whether it is taken, and on which the outcome hangs. */
  readonly doubt: number | null
}

/** Picks the way to show: the first that fails, else the first. The first `sure` ways are taken by some connections for certain, the others perhaps. */
export function chooseShown(fates: readonly Fate[], sure: number): Chosen {
  if (new Set(fates).size === 1) return { shown: 0, mixed: false, doubt: null }
  // whatever the others come to: what is not known of one keeps the whole from being told
  const unknown = fates.indexOf('unknown')
  if (unknown >= 0) return { shown: unknown, mixed: false, doubt: null }
  const failing = fates.indexOf('fails')
  const shown = failing >= 0 ? failing : Math.max(fates.indexOf('partly'), 0)
  const certain = fates.slice(0, sure)
  // whatever the doubtful ones add: some of those that are certainly taken work, and some do not
  if (certain.includes('partly') || new Set(certain).size > 1) return { shown, mixed: true, doubt: null }
  const other = fates.findIndex((fate, index) => index >= sure && fate !== certain[0])
  return { shown, mixed: true, doubt: other >= 0 ? other : shown }
}

/** What the choices on a way come to, and which of them show it. */
export interface Settled {
  readonly fate: Fate
  readonly picks: readonly Pick[]
  /** Picks with which it works where that is not in doubt; null = none. */
  readonly works: readonly Pick[] | null
}

/**
 * Tries a way with everything that may be picked on it (which interface of an attachment a transit gateway takes), each on a fork of the walk.
 * null = more ways than are tried. `first`: a walk that has been there with nothing picked, where there is one.
 */
export function settle(walk: Walk, attempt: (fork: Walk) => void, first: Walk | null = null): Settled | null {
  const run = (picks: readonly Pick[]): Walk | null => {
    if (--walk.trials.left < 0) return null
    const fork = forkWalk(walk)
    fork.carried.picks = picks
    fork.carried.met = []
    attempt(fork)
    return fork
  }
  const explore = (before: readonly Pick[], tried: Walk, depth: number): Settled | null => {
    const next = tried.carried.met[depth]
    if (!next) {
      const fate = fateOf(tried)
      return { fate, picks: [], works: fate === 'succeeds' ? before : null }
    }
    const ways: Settled[] = []
    for (let at = 0; at < next.options; at++) {
      const picks = [...before, { at, mixed: false, doubt: false }]
      // the first of the options is the one that has been tried
      const fork = at === 0 ? tried : run(picks)
      const way = fork && explore(picks, fork, at === 0 ? depth + 1 : 0)
      if (!way) return null
      ways.push(way)
    }
    const fates = ways.map(({ fate }) => fate)
    const { shown, mixed, doubt } = chooseShown(fates, next.sure ? next.options : 0)
    const inDoubt = doubt !== null || fates.includes('unknown')
    return {
      fate: doubt !== null ? 'unknown' : mixed ? 'partly' : fates[shown]!,
      works: inDoubt ? null : (ways.find(({ works }) => works !== null)?.works ?? null),
      picks: [{ at: shown, mixed, doubt: doubt !== null }, ...ways[shown]!.picks],
    }
  }
  const tried = first ?? run([])
  return tried && explore([], tried, 0)
}
