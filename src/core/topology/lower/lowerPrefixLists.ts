import { managedListEntries } from '../../aws/managedListEntries.ts'
import { remember } from '../../base/remember.ts'
import type { ConstructOf } from '../../model/kinds/registry.ts'
import { type Block, blockOf } from '../../net/block.ts'
import type { TopologyGap } from '../topology.ts'
import { type Building, isGap, type Lower, lowerBlock, type PrefixListNet } from './building.ts'

/**
 * Makes the reader of prefix lists, which has a memory: constructs by id, AWS's lists by name, where a construct of that name replaces AWS's entries.
 * A list is there in its own Region only. Source: VPC guide, prefix lists.
 */
export const lowerPrefixLists: Lower<'prefix-list'> = (building, lists) => {
  const regionCodes = new Map(building.byKind.region.map((region) => [region.id, region.code]))
  const drawn = new Map<string, PrefixListNet>()
  for (const list of lists) {
    const net = readDrawn(building, list)
    const region = regionCodes.get(list.region) ?? ''
    drawn.set(`${region} ${list.id}`, net)
    if (!drawn.has(`${region} ${list.listName}`)) drawn.set(`${region} ${list.listName}`, net)
  }
  const managed = new Map<string, PrefixListNet | false>()
  building.readPrefixList = (list, region) => {
    const own = drawn.get(`${region} ${list}`)
    if (own) return own
    return list.includes(`.${region}.`) || list.includes('.global.')
      ? remember(managed, list, () => readManaged(building, list)) || null
      : null
  }
}

function readManaged(building: Building, list: string): PrefixListNet | false {
  const entries = managedListEntries(building.catalogue, list)
  return entries !== null && { blocks: entries.map(blockOf).filter((block) => block !== null), gap: null }
}

function readDrawn(building: Building, list: ConstructOf<'prefix-list'>): PrefixListNet {
  const blocks: Block[] = []
  let gap: TopologyGap | null = null
  list.entries.forEach(({ cidr }, index) => {
    const block = lowerBlock(building, cidr, { construct: list.id, path: ['entries', index, 'cidr'] })
    if (isGap(block)) gap ??= block
    else blocks.push(block)
  })
  return { blocks, gap }
}
