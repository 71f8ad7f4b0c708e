import { managedListEntries } from '../aws/index.ts'
import type { ConstructId } from '../model/constructs/registry.ts'
import { type Block, blockOf } from '../net/block.ts'
import type { Building } from './building.ts'

/** A reader of prefix lists with a memory: constructs by id, AWS's lists by name, where a construct of that name replaces AWS's entries. */
export function createPrefixListReader(building: Building): Building['prefixListBlocks'] {
  const regionCodes = new Map(building.byKind.region.map((region) => [region.id, region.code]))
  const drawn = new Map<string, readonly Block[]>()
  const drawnByName = new Map<string, ConstructId>()
  for (const list of building.byKind['prefix-list']) {
    drawn.set(list.id, readBlocks(list.entries.map((entry) => entry.cidr)))
    drawnByName.set(`${regionCodes.get(list.region) ?? ''} ${list.listName}`, list.id)
  }
  const managed = new Map<string, readonly Block[] | null>()
  return (list, region) => {
    const own = drawn.get(list) ?? drawn.get(drawnByName.get(`${region} ${list}`) ?? '')
    if (own) return own
    if (!managed.has(list)) {
      const entries = managedListEntries(building.catalogue, list)
      managed.set(list, entries ? readBlocks(entries) : null)
    }
    return managed.get(list)!
  }
}

const readBlocks = (texts: readonly string[]): readonly Block[] => texts.map(blockOf).filter((block) => block !== null)
