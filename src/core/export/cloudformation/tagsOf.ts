import type { Construct } from '../../model/kinds/registry.ts'
import type { PartKey } from '../plan/part.ts'
import { tagText } from '../text/tagText.ts'
import type { Tree } from './resource.ts'

export interface Tagged {
  readonly key: PartKey
  readonly construct: Construct
}

/** Name and id of the construct, as tags. `strict` services take fewer characters than EC2. */
export function tagsOf({ key, construct }: Tagged, strict?: 'strict'): Tree {
  const name = strict ? tagText(construct.name) : construct.name
  return [...(name === '' ? [] : [{ Key: 'Name', Value: name }]), { Key: 'hopwise:id', Value: key }]
}
