import { type Block, blockOf, parseBlock } from '../../net/block.ts'

/** The block that AWS would make of a CIDR text (host bits are cleared); null where it is no CIDR. */
export function readBlock(text: string): Block | null {
  const result = parseBlock(text)
  if (result.ok) return result.block
  return result.suggestion === undefined ? null : blockOf(result.suggestion)
}
