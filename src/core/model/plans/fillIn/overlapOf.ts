import { blockOf, overlaps } from '../../../net/block.ts'
import type { ConstructOf } from '../../kinds/registry.ts'

/** A block of one VPC that touches one of the other; null when none does. */
export function overlapOf(one: ConstructOf<'vpc'>, other: ConstructOf<'vpc'>): string | null {
  const theirs = [...other.cidrs, ...other.ipv6Cidrs].flatMap((text) => blockOf(text) ?? [])
  const touches = (text: string) => {
    const block = blockOf(text)
    return block !== null && theirs.some((their) => overlaps(block, their))
  }
  return [...one.cidrs, ...one.ipv6Cidrs].find(touches) ?? null
}
