import { constructOfKind } from '../../model/containment.ts'
import { isManagedListName } from '../../model/kinds/common.ts'
import type { Construct, ConstructOf } from '../../model/kinds/registry.ts'
import type { PartKey } from './part.ts'
import { addRemark, type Planning } from './planning.ts'

/** The prefix list that a route or rule names: a drawn one, or one that AWS keeps; null and a remark when there is none. */
export function resolveList(planning: Planning, holder: Construct, text: string): PartKey | null {
  const drawn = constructOfKind(planning.design, text, 'prefix-list')
  if (drawn && !isManagedList(drawn)) {
    if (planning.included.has(drawn.id)) return drawn.id
    addRemark(planning, holder, `the prefix list “${text}” belongs to another Region, so what uses it is left out.`)
    return null
  }
  const listName = drawn ? drawn.listName : text
  if (!isManagedListName(listName)) {
    addRemark(planning, holder, `there is no prefix list “${text}”, so what uses it is left out.`)
    return null
  }
  const key = `@${listName}`
  planning.managedLists.set(key, listName)
  return key
}

/** Whether the construct only redraws a list that AWS keeps, and so is looked up and never made. */
export const isManagedList = (list: ConstructOf<'prefix-list'>): boolean => isManagedListName(list.listName)

/** A word for logical names: `com.amazonaws.us-east-1.s3` reads `S3`. */
export const wordOfList = (key: PartKey): string => (key.startsWith('@') ? key.slice(key.lastIndexOf('.') + 1) : key)
