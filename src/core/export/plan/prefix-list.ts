import { isIp4 } from '../../net/address.ts'
import { blockOf } from '../../net/block.ts'
import { descriptionText } from '../text/tagText.ts'
import { makePart } from './part.ts'
import { addRemark, type Planner, remarkWritten } from './planning.ts'
import { canonicalBlock } from './resolveBlock.ts'
import { isManagedList } from './resolveList.ts'

/** A customer-managed list. One drawn under the name of a list of AWS's is not made: what names it uses AWS's. */
export const prefixList: Planner<'prefix-list'> = (construct, planning) => {
  if (isManagedList(construct)) {
    addRemark(
      planning,
      construct,
      `AWS keeps ${construct.listName} itself. Its real entries apply; the drawn ones are not exported.`,
    )
    return []
  }
  for (const { description } of construct.entries)
    remarkWritten(planning, construct, 'the description', description, descriptionText(description))
  const entries = construct.entries.map((entry) => ({
    ...entry,
    cidr: canonicalBlock(planning, construct, entry.cidr),
  }))
  const family = entries[0] ? familyOf(entries[0].cidr) : 4
  const own = entries.filter((entry) => familyOf(entry.cidr) === family)
  if (own.length < entries.length)
    addRemark(
      planning,
      construct,
      `a list of AWS holds one address family, so only the IPv${family} entries are exported.`,
    )
  return [makePart('prefix-list', construct, null, [], { family, entries: own })]
}

function familyOf(cidr: string): 4 | 6 {
  const block = blockOf(cidr)
  return block && isIp4(block.base) ? 4 : 6
}
