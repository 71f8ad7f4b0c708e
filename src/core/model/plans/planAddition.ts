import { applyEdits } from '../applyEdit.ts'
import { constructAt } from '../containment.ts'
import type { Design, Placement } from '../design.ts'
import { type Addable, readAddable, wordsOfAddable } from '../kinds/addables.ts'
import type { ConstructId } from '../kinds/registry.ts'
import { newId } from '../newId.ts'
import { fillIn } from './fillIn.ts'
import { findSite } from './findSite.ts'
import { type Plan, refusal } from './plan.ts'

/**
 * What comes of dropping something new on `parent` (null = the canvas). It may go to a container above or inside `parent`, or bring a
 * new one along: `placement` is relative to the plan's `parent` and places the outermost thing that is new.
 */
export function planAddition(
  design: Design,
  addable: Addable,
  parent: ConstructId | null,
  placement?: Placement,
): Plan {
  const { kind, form } = readAddable(addable)
  const site = findSite(design, kind, parent)
  if (!site.ok) return refusal(site.sentence)
  if (site.missing) {
    const outer = planAddition(design, site.missing, site.container?.id ?? null, placement)
    if (!outer.ok) return outer
    const inner = planAddition(applyEdits(design, outer.edits).design, addable, outer.id)
    if (!inner.ok) return inner
    const where = site.container ? `, a new zone of ${site.container.name}` : ', a new Region'
    return {
      ...inner,
      edits: [...outer.edits, ...inner.edits],
      sentence: inner.sentence.replace(/(?=, |$)/, where),
      parent: outer.parent,
    }
  }
  const id = newId(design, kind)
  const name = `${wordsOfAddable(addable).title} ${id.slice(kind.length + 1)}`
  const filled = fillIn(kind, {
    design,
    container: site.container,
    target: parent === null ? null : constructAt(design, parent),
    id,
    name,
    form,
  })
  if ('refusal' in filled) return refusal(filled.refusal)
  return {
    ok: true,
    edits: [...(filled.also ?? []), { kind: 'add', construct: filled.construct, ...(placement ? { placement } : {}) }],
    id,
    sentence: filled.sentence,
    parent: site.container?.id ?? null,
  }
}
