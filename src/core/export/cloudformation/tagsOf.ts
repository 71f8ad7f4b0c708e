import type { Construct } from '../../model/kinds/registry.ts'
import { nameTag, ownTags } from '../aws/tags.ts'
import type { Value } from '../aws/value.ts'
import type { PartKey } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'

export interface Tagged {
  readonly key: PartKey
  readonly construct: Construct
}

/** Name and id of the construct, and the person's own tags. `strict` services take fewer characters than EC2. */
export function tagsOf(part: Tagged, stack: StackPlan, strict?: 'strict'): Value {
  const name = nameTag(part.construct, stack.naming, strict)
  return [
    ...(name === '' ? [] : [{ Key: 'Name', Value: name }]),
    ...ownTags(stack.naming).map(([Key, Value]) => ({ Key, Value })),
    { Key: 'hopwise:id', Value: part.key },
  ]
}
