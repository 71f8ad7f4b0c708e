import { listConstructs } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { Edit } from '../../model/edit.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { detachReferences } from '../../model/plans/detachReferences.ts'
import { changeOf } from '../../model/plans/rewriteFields.ts'
import { referencesOf } from '../../model/references.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'

/** Tables of transit gateways with thousands of attachments: changing one for each finding would cost more than the offer is worth. */
const MOST_REFERENCES = 500
const indexes = new WeakMap<Design['constructs'], ReadonlyMap<ConstructId, ReadonlySet<Construct | null>>>()

/** Deletes a construct that nothing depends on the way the canvas does: what names it lets go. No fix where others would have to go with it. */
export function removal(design: Design, id: ConstructId): readonly Fix[] {
  const edits: Edit[] = []
  for (const holder of holdersOf(design).get(id) ?? []) {
    if (holder === null) return []
    const fields = detachReferences(
      holder,
      ({ to }) => to === id,
      () => null,
    )
    const edit = fields === 'goes' ? null : changeOf(holder, fields)
    if (!edit) return []
    edits.push(edit)
  }
  return [{ title: `Delete the ${called(design, id)}`, safety: 'review', edits: [{ kind: 'remove', id }, ...edits] }]
}

/** Whoever names a construct, by its id; null for one that names too many. Collected once, and only where a check needs it. */
function holdersOf(design: Design): ReadonlyMap<ConstructId, ReadonlySet<Construct | null>> {
  const known = indexes.get(design.constructs)
  if (known) return known
  const index = new Map<ConstructId, Set<Construct | null>>()
  for (const construct of listConstructs(design)) {
    const references = referencesOf(construct)
    const holder = references.length > MOST_REFERENCES ? null : construct
    for (const { to } of references) {
      const holders = index.get(to)
      if (holders) holders.add(holder)
      else index.set(to, new Set([holder]))
    }
  }
  indexes.set(design.constructs, index)
  return index
}
