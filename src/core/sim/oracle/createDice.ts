/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same design. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export interface Dice {
  readonly chance: (of: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  readonly some: <T>(from: readonly T[], most: number) => T[]
}

export function createDice(random: () => number): Dice {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  return {
    chance: (of) => random() < of,
    pick,
    some: (from, most) => Array.from({ length: Math.floor(random() * (most + 1)) }, () => pick(from)),
  }
}
