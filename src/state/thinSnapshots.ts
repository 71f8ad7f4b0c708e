const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far apart snapshots stay, by how old they are at least: the older, the fewer. None goes that is the only one of its time. */
const AGES: readonly { readonly from: number; readonly apart: number }[] = [
  { from: 30 * DAY, apart: 7 * DAY },
  { from: 2 * DAY, apart: DAY },
  { from: HOUR, apart: HOUR },
]

/** Which of the snapshots of one design are no longer wanted, given when each was taken. The newest of each stretch of time stays. */
export function thinSnapshots(times: readonly number[], now: number): readonly number[] {
  const taken = new Set<string>()
  return [...times]
    .sort((a, b) => b - a)
    .filter((time) => {
      const age = AGES.find(({ from }) => now - time >= from)
      if (!age) return false
      const stretch = `${age.apart} ${Math.floor(time / age.apart)}`
      const isSecond = taken.has(stretch)
      taken.add(stretch)
      return isSecond
    })
}
