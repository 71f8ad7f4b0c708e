import type { Part } from '../plan/part.ts'
import { tagText } from '../text/tagText.ts'
import type { Tree } from './resource.ts'

/** Name and id of the construct, as tags. `strict` services take fewer characters than EC2. */
export function tagsOf(part: Part, strict?: 'strict'): Tree {
  const name = strict ? tagText(part.construct.name) : part.construct.name
  return [...(name === '' ? [] : [{ Key: 'Name', Value: name }]), { Key: 'hopwise:id', Value: part.key }]
}
