import { IPv4CidrRange, Pool, RangedSet } from 'ip-num'

/** The first free IPv4 block of `length` inside `parents` that touches none of `taken` (CIDR texts); null when there is none. */
export function nextFreeBlock(parents: readonly string[], taken: readonly string[], length: number): string | null {
  for (const parent of parents) {
    const outer = IPv4CidrRange.fromCidr(parent)
    const used = taken.map((text) => IPv4CidrRange.fromCidr(text)).filter((range) => outer.contains(range) || outer.isEquals(range))
    let free = [RangedSet.fromCidrRange(outer)]
    for (const range of used) free = free.flatMap((set) => subtract(set, RangedSet.fromCidrRange(range)))
    for (const set of free) {
      const found = firstAligned(set, length)
      if (found) return found
    }
  }
  return null
}

type V4Set = RangedSet<ReturnType<IPv4CidrRange['getFirst']>>

function subtract(set: V4Set, hole: V4Set): V4Set[] {
  if (!set.isOverlapping(hole) && !set.contains(hole) && !set.isEquals(hole)) return [set]
  const out: V4Set[] = []
  if (set.getFirst().isLessThan(hole.getFirst())) out.push(new RangedSet(set.getFirst(), hole.getFirst().previousIPNumber()))
  if (set.getLast().isGreaterThan(hole.getLast())) out.push(new RangedSet(hole.getLast().nextIPNumber(), set.getLast()))
  return out
}

function firstAligned(set: V4Set, length: number): string | null {
  const size = 2n ** BigInt(32 - length)
  const first = ((set.getFirst().getValue() + size - 1n) / size) * size
  if (first + size - 1n > set.getLast().getValue()) return null
  const n = Number(first)
  return `${n >>> 24}.${(n >>> 16) & 255}.${(n >>> 8) & 255}.${n & 255}/${length}`
}

export { Pool }
