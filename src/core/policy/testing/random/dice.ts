/** Chance, the same for the same seed. */
export interface Dice {
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** Between `least` and `most` of what is made, as a list. */
  readonly times: <T>(least: number, most: number, make: (index: number) => T) => T[]
  /** As `times`, and one alone at times without its list, as policies may have it. */
  readonly some: <T>(least: number, most: number, make: (index: number) => T) => T | T[]
  readonly shuffled: <T>(list: readonly T[]) => T[]
}

/** Dice for a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (count: number): number => Math.floor(next() * count)
  const times: Dice['times'] = (least, most, make) =>
    Array.from({ length: least + upTo(most - least + 1) }, (_, i) => make(i))
  return {
    chance: (share) => next() < share,
    pick: (list) => list[upTo(list.length)]!,
    weighted: (list) => {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [one, weight] of list) {
        left -= weight
        if (left < 0) return one
      }
      return list.at(-1)![0]
    },
    times,
    some: (least, most, make) => {
      const made = times(least, most, make)
      return made.length === 1 && next() < 0.5 ? made[0]! : made
    },
    shuffled: (list) =>
      list
        .map((one) => [next(), one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one),
  }
}
