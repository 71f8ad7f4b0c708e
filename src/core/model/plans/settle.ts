import { appendAll } from '../../base/appendAll.ts'
import { applyEdits } from '../applyEdit.ts'
import { constructAt, parentOf } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { mayName } from '../reach.ts'
import type { Reference } from '../references.ts'
import { detachReferences } from './detachReferences.ts'
import { changeOf } from './rewriteFields.ts'

/** Edits that make moved constructs at home in one respect; a text = why they cannot be. */
type Step = (design: Design, moved: ReadonlySet<ConstructId>) => readonly Edit[] | string

/**
 * The edits that make constructs at home where they have just been put, in all respects of `steps`: names of their new Region, blocks
 * and addresses that clash with nothing there, no references out of their VPC or Region. `moved` holds their content too.
 */
export function settle(
  design: Design,
  moved: ReadonlySet<ConstructId>,
  steps: readonly Step[],
): readonly Edit[] | string {
  const edits: Edit[] = []
  let at = design
  for (const step of steps) {
    const more = step(at, moved)
    if (typeof more === 'string') return more
    at = applyEdits(at, more).design
    appendAll(edits, more)
  }
  return edits
}

/** Lets go of references between the moved and the rest that lead out of a VPC or Region. */
export function settleReferences(design: Design, moved: ReadonlySet<ConstructId>): readonly Edit[] {
  const edits: Edit[] = []
  for (const holder of Object.values(design.constructs)) {
    const fields = detachReferences(
      holder,
      (reference) => moved.has(holder.id) !== moved.has(reference.to) && !canName(design, holder, reference),
      ({ to }) => to,
    )
    const edit = fields === 'goes' ? null : changeOf(holder, fields)
    if (edit) edits.push(edit)
  }
  return edits
}

/** Whether the reference leads to where one of its holder may (see `mayName`). Dangling ones stay as they are. */
export function canName(design: Design, holder: Construct, { to, field }: Reference): boolean {
  const target = constructAt(design, to)
  if (!target || !field.kinds.includes(target.kind) || target.id === parentOf(design, holder.id)) return true
  return mayName(design, holder, target)
}
