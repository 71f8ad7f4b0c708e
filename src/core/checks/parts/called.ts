import { constructAt } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import { definitionOf } from '../../model/kinds/definitions.ts'
import type { ConstructId } from '../../model/kinds/registry.ts'
import { apartIn } from '../../model/nameIn.ts'

/** What a message calls a construct: `subnet “private-a”`, and `subnet “private-a” (vpc-b)` where another is called so too; the bare id in quotes where nothing has it. */
export function called(design: Design, id: ConstructId): string {
  const construct = constructAt(design, id)
  if (!construct) return `“${id}”`
  const apart = apartIn(design, construct)
  return `${definitionOf(construct.kind).noun.replace(/^an? /, '')} “${construct.name || id}”${apart === null ? '' : ` (${apart})`}`
}

/** `the client “a”, the client “b” and the client “c”`; at most three, and how many more there are. */
export function calledAll(design: Design, ids: readonly ConstructId[]): string {
  const shown = ids.slice(0, 3).map((id) => `the ${called(design, id)}`)
  if (ids.length > 3) return `${shown.join(', ')} and ${ids.length - 3} more`
  const last = shown.pop() ?? 'nothing'
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last
}
