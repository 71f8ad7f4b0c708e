import { compareAddress } from './address.ts'
import { type Block, blockAt, blockOf, covers, formatBlock, sameBlock } from './block.ts'

/**
 * The fewest CIDR blocks that hold exactly the same addresses, in order, IPv4 first.
 * Texts that are no CIDR block are left out.
 */
export function mergeBlocks(texts: readonly string[]): string[] {
  const blocks = texts.map(blockOf).filter((block): block is Block => block !== null)
  blocks.sort((a, b) => compareAddress(a.base, b.base) || a.length - b.length)
  const merged: Block[] = []
  for (const block of blocks) {
    const last = merged.at(-1)
    if (last && covers(last, block)) continue
    merged.push(block)
    while (joinLastTwo(merged));
  }
  return merged.map(formatBlock)
}

/** Replaces the last two blocks by their common parent when they are its two halves. */
function joinLastTwo(blocks: Block[]): boolean {
  const [left, right] = [blocks.at(-2), blocks.at(-1)]
  if (!left || !right || left.length !== right.length || left.length === 0) return false
  const parent = blockAt(left.base, left.length - 1)
  if (!sameBlock(parent, blockAt(right.base, right.length - 1))) return false
  blocks.splice(-2, 2, parent)
  return true
}
