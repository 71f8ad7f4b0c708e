import { largest } from '../../base/largest.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { covers } from '../../net/block.ts'
import { type FilterEntry, PROTOCOL } from '../../topology/topology.ts'

type AclEntry = ConstructOf<'network-acl'>['ingress'][number]
const HIGHEST = 32766

/** Whether every packet that `inner` matches is matched by `outer` too. */
export function coversEntry(outer: FilterEntry, inner: FilterEntry): boolean {
  if (!inner.blocks.every((block) => outer.blocks.some((wide) => covers(wide, block)))) return false
  if (outer.protocol === PROTOCOL.all) return true
  if (outer.protocol !== inner.protocol) return false
  if (outer.protocol === PROTOCOL.icmp || outer.protocol === PROTOCOL.icmpv6)
    return (outer.from === -1 || outer.from === inner.from) && (outer.to === -1 || outer.to === inner.to)
  return outer.from <= inner.from && outer.to >= inner.to
}

/** The highest free rule number below `below`; null where all are taken. */
export function freeNumberBelow(entries: readonly AclEntry[], below: number): number | null {
  const taken = new Set(entries.map((entry) => entry.number))
  for (let number = below - 1; number >= 1; number--) if (!taken.has(number)) return number
  return null
}

/** The lowest free rule number above `above`; null where all are taken. */
export function freeNumberAbove(entries: readonly AclEntry[], above: number): number | null {
  const taken = new Set(entries.map((entry) => entry.number))
  for (let number = above + 1; number <= HIGHEST; number++) if (!taken.has(number)) return number
  return null
}

/** A number for an entry that has to come before the one of number `before`; null = none has to follow it, and it goes to the end, in steps of ten. */
export function freeNumberFor(entries: readonly AclEntry[], before: number | null): number | null {
  if (before !== null) return freeNumberBelow(entries, before)
  const numbers = entries.map((entry) => entry.number)
  return freeNumberAbove(entries, largest(numbers, 90) + 9)
}
