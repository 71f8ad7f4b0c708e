import { smallest } from '../../base/smallest.ts'

/** The name that is fewest letters away from what was written, in whatever case; null where none is near. */
export function nearestName(written: string, names: Iterable<string>): string | null {
  const text = written.toLowerCase()
  let best: string | null = null
  let least = Math.max(2, Math.floor(text.length / 4)) + 1
  for (const name of names) {
    if (Math.abs(name.length - text.length) >= least) continue
    const distance = distanceOf(text, name.toLowerCase(), least)
    if (distance >= least) continue
    least = distance
    best = name
  }
  return best
}

/** Letters to change, add or leave out; two that changed places count as one. No longer counted where they are `most` or more. */
function distanceOf(a: string, b: string, most: number): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
    }
    if (smallest(row) >= most) return most
    before = above
    above = row
  }
  return above[b.length]!
}
