// The parts of ip-num that are used, and not its index with its address pools. This file stands in no index: whoever imports it carries ip-num.
import { IPv4, IPv6 } from 'ip-num/dist/src/IPNumber.js'
import { IPv4CidrRange, IPv6CidrRange } from 'ip-num/dist/src/IPRange.js'
import { IPv4Prefix, IPv6Prefix } from 'ip-num/dist/src/Prefix.js'
import { formatAddress, isIp4 } from './address.ts'
import { type Block, blockAt, blockOf, covers, formatBlock, lastOf, overlaps } from './block.ts'

/**
 * The first free block of `length` inside `parents` that touches none of `taken` (all CIDR texts); null when there is none.
 * Texts that are no CIDR block count for nothing, and blocks of the other family never touch.
 */
export function nextFreeBlock(parents: readonly string[], taken: readonly string[], length: number): string | null {
  const used = readBlocks(taken)
  for (const parent of readBlocks(parents)) {
    const found = firstFree(parent, used, length)
    if (found) return formatBlock(found)
  }
  return null
}

const readBlocks = (texts: readonly string[]): Block[] =>
  texts.map(blockOf).filter((block): block is Block => block !== null)

function firstFree(parent: Block, taken: readonly Block[], length: number): Block | null {
  if (!Number.isInteger(length) || length < parent.length || length > (isIp4(parent.base) ? 32 : 128)) return null
  const used = taken.filter((block) => overlaps(parent, block))
  let candidate: Block | null = blockAt(parent.base, length)
  // Each round steps past one used block, which is never met again.
  while (candidate && covers(parent, candidate)) {
    const here: Block = candidate
    const hit = used.find((block) => overlaps(here, block))
    if (!hit) return here
    candidate = blockAfter(hit.length < length ? { base: lastOf(hit), length } : here)
  }
  return null
}

/** The block of the same length that follows the one holding `block.base`; null at the end of the address space. */
function blockAfter({ base, length }: Block): Block | null {
  const text = formatAddress(base)
  const next = isIp4(base)
    ? new IPv4CidrRange(new IPv4(text), new IPv4Prefix(BigInt(length))).nextRange()
    : new IPv6CidrRange(new IPv6(text), new IPv6Prefix(BigInt(length))).nextRange()
  return next ? blockOf(next.toCidrString()) : null
}
