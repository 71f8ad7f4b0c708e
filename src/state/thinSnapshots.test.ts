import { expect, test } from 'vitest'
import { thinSnapshots } from './thinSnapshots.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Takes a snapshot every five minutes and thins each time, as a page does. */
function keepFor(duration: number): { readonly times: readonly number[]; readonly now: number } {
  const start = 20_000 * DAY
  let times: readonly number[] = []
  let now = start
  for (; now <= start + duration; now += 5 * MINUTE) {
    const gone = thinSnapshots(times, now)
    times = [...times.filter((time) => !gone.includes(time)), now]
  }
  return { times: times.map((time) => now - time), now }
}

test('an hour of work keeps every snapshot', () => {
  expect(keepFor(55 * MINUTE).times).toHaveLength(12)
})

test('the older, the fewer, but never none: the nearest is at most twice as far as the snapshots are apart', () => {
  const { times } = keepFor(60 * DAY)
  expect(times.length).toBeLessThan(110)
  for (const [age, apart] of [
    [3 * HOUR, HOUR],
    [40 * HOUR, HOUR],
    [5 * DAY, DAY],
    [25 * DAY, DAY],
    [50 * DAY, 7 * DAY],
  ] as const)
    expect(Math.min(...times.map((time) => Math.abs(time - age)))).toBeLessThanOrEqual(apart)
})

test('one that stands alone stays, however old', () => {
  expect(thinSnapshots([0], 1000 * DAY)).toEqual([])
})
