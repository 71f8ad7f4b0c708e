/** Chances that a seed decides. */
export interface Dice {
  readonly chance: (of: number) => boolean
  readonly pick: <T>(from: readonly T[]) => T
  /** Up to `most` different ones. */
  readonly some: <T>(from: readonly T[], most: number) => T[]
}

/** The same seed throws the same dice (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from')
    return from[Math.floor(random() * from.length)]!
  }
  return {
    chance: (of) => random() < of,
    pick,
    some: (from, most) => {
      const rest = [...from]
      return Array.from({ length: Math.min(rest.length, Math.floor(random() * (most + 1))) }, () => {
        const [one] = rest.splice(Math.floor(random() * rest.length), 1)
        return one!
      })
    },
  }
}
