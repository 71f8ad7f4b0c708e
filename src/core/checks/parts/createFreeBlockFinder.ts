import { childrenIndex, constructOfKind } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { isIp4 } from '../../net/address.ts'
import { formatBlock } from '../../net/block.ts'
import { nextFreeBlock } from '../../net/nextFreeBlock.ts'
import { readBlock } from './readBlock.ts'

/** A finder of free IPv4 blocks of a VPC; remembers its answers, since all sightings of one run ask about the same design. */
export function createFreeBlockFinder(design: Design): (vpc: ConstructId, length: number) => string | null {
  const known = new Map<string, string | null>()
  return (vpc, length) => {
    const key = `${vpc} ${length}`
    if (!known.has(key)) known.set(key, length < 16 || length > 28 ? null : findFreeBlock(design, vpc, length))
    return known.get(key)!
  }
}

function findFreeBlock(design: Design, vpc: ConstructId, length: number): string | null {
  const parents = constructOfKind(design, vpc, 'vpc')?.cidrs ?? []
  const zones = childrenIndex(design).get(vpc) ?? []
  const taken = zones
    .flatMap((zone) => childrenIndex(design).get(zone) ?? [])
    .flatMap((id) => constructOfKind(design, id, 'subnet')?.cidr ?? [])
  // beyond AWS's own quota of subnets the search would cost more than the offer is worth
  return taken.length > 200 ? null : nextFreeBlock(canonical(parents), canonical(taken), length)
}

const canonical = (texts: readonly string[]): readonly string[] =>
  texts
    .map(readBlock)
    .filter((block) => block !== null && isIp4(block.base))
    .map((block) => formatBlock(block!))
