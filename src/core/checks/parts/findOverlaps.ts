import { type Address, isIp4 } from '../../net/address.ts'
import { type Block, covers } from '../../net/block.ts'

/** A block and whose it is. */
export interface Held<T> {
  readonly block: Block
  readonly item: T
}

/** Every block that shares addresses with an earlier one: one pair for each, found by sorting, not by comparing all with all. */
export function findOverlaps<T>(items: readonly Held<T>[]): readonly { readonly outer: T; readonly inner: T }[] {
  const sorted = items
    .map((held, order) => ({ ...held, order }))
    .sort(
      (a, b) => compareAddresses(a.block.base, b.block.base) || a.block.length - b.block.length || a.order - b.order,
    )
  const found: { outer: T; inner: T }[] = []
  const open: Held<T>[] = []
  for (const held of sorted) {
    // CIDR blocks nest or are apart: what does not cover this one covers none that follow
    while (open.length > 0 && !covers(open.at(-1)!.block, held.block)) open.pop()
    const outer = open.at(-1)
    if (outer) found.push({ outer: outer.item, inner: held.item })
    open.push(held)
  }
  return found
}

function compareAddresses(a: Address, b: Address): number {
  if (isIp4(a) || isIp4(b)) return isIp4(a) && isIp4(b) ? a - b : isIp4(a) ? -1 : 1
  for (let i = 0; i < 4; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return 0
}
