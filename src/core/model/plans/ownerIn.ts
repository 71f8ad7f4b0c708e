import { listOfKind } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { createConstruct } from '../kinds/createConstruct.ts'
import type { ConstructId } from '../kinds/registry.ts'
import { newId } from '../newId.ts'

/** The account that new things belong to: the first one, made where there is none. */
export function ownerIn(design: Design): { readonly id: ConstructId; readonly edits: readonly Edit[] } {
  const [first] = listOfKind(design, 'account')
  if (first) return { id: first.id, edits: [] }
  const id = newId(design, 'account')
  return { id, edits: [{ kind: 'add', construct: createConstruct('account', id, 'Account 1', '') }] }
}
