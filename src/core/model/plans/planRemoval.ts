import { groupBy } from '../../base/groupBy.ts'
import { compareText } from '../../base/order.ts'
import { constructAt, listConstructs } from '../containment.ts'
import type { Design } from '../design.ts'
import type { Edit } from '../edit.ts'
import { definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { type Reference, referencesOf } from '../references.ts'
import { firstRefused } from './deletionProblem.ts'
import { cannotDoWithout, detachReferences } from './detachReferences.ts'
import { changeOf } from './rewriteFields.ts'

/**
 * The edits that delete these constructs: all that lies in them goes too, and what names them lets go as its kind does
 * (`ReferenceField.onDelete`). What may not go (see `removalProblem`) stays.
 */
export function planRemoval(design: Design, ids: readonly ConstructId[]): readonly Edit[] {
  const gone = goingWith(design, withoutRefused(design, ids))
  for (const id of keptBack(design, gone)) gone.delete(id)
  const edits: Edit[] = []
  for (const holder of listConstructs(design)) {
    if (gone.has(holder.id)) continue
    const fields = detachReferences(
      holder,
      (reference) => gone.has(reference.to) && isSound(design, reference),
      ({ to }) => substituteFor(design, to, gone),
    )
    if (fields === 'goes') throw new Error(`“${holder.id}” should have gone with what it names`)
    const edit = changeOf(holder, fields)
    if (edit) edits.push(edit)
  }
  for (const id of [...gone].sort(compareText)) edits.push({ kind: 'remove', id })
  return edits
}

/** Why some of these constructs cannot be deleted, as a sentence; null when all can. */
export function removalProblem(design: Design, ids: readonly ConstructId[]): string | null {
  const gone = goingWith(design, ids)
  const refused = firstRefused(design, gone)
  if (refused) return refused.sentence
  const [kept] = keptBack(design, gone)
  if (kept === undefined) return null
  const holder = listConstructs(design).find(
    (one) => !gone.has(one.id) && needsOne(design, one).some(({ to }) => to === kept),
  )!
  const { kind, name } = constructAt(design, kept)!
  return `${name} is the last ${definitions[kind].title.toLowerCase()} and ${holder.name} belongs to it, so it stays.`
}

/** Those of the ids that AWS would let go: the rest would take along something that is in use. */
function withoutRefused(design: Design, ids: readonly ConstructId[]): readonly ConstructId[] {
  const refused = firstRefused(design, goingWith(design, ids))
  if (!refused) return ids
  const left = ids.filter((id) => !goingWith(design, [id]).has(refused.id))
  return withoutRefused(design, left)
}

/** The ids and all that cannot be without them. */
function goingWith(design: Design, ids: readonly ConstructId[]): Set<ConstructId> {
  const needed = Object.values(design.constructs).flatMap((holder) =>
    referencesOf(holder)
      .filter((reference) => cannotDoWithout(reference) && isSound(design, reference))
      .map(({ to }) => ({ from: holder.id, to })),
  )
  const dependents = groupBy(needed, ({ to }) => to)
  const gone = new Set(ids.filter((id) => constructAt(design, id) !== null))
  for (const id of gone) for (const { from } of dependents.get(id) ?? []) gone.add(from)
  return gone
}

/** Whether it names something of the right kind; what names anything else is left as it is, a finding before and after. */
const isSound = (design: Design, { to, field }: Reference): boolean => {
  const target = constructAt(design, to)
  return target !== null && field.kinds.includes(target.kind)
}

/** Constructs among `gone` that others must be able to name while none of their kind would be left; one stands for all. */
function keptBack(design: Design, gone: ReadonlySet<ConstructId>): readonly ConstructId[] {
  const needed = new Set<ConstructId>()
  for (const holder of Object.values(design.constructs))
    if (!gone.has(holder.id)) for (const { to } of needsOne(design, holder)) if (gone.has(to)) needed.add(to)
  return [...needed]
    .filter((id) => constructAt(design, id) !== null && substituteFor(design, id, gone) === null)
    .sort(compareText)
    .slice(0, 1)
}

const needsOne = (design: Design, holder: Construct): readonly Reference[] =>
  referencesOf(holder).filter((reference) => reference.field.onDelete === 're-point' && isSound(design, reference))

/** The construct that takes the place of a deleted one: the first of its kind that stays. */
function substituteFor(design: Design, id: ConstructId, gone: ReadonlySet<ConstructId>): ConstructId | null {
  const kind = constructAt(design, id)?.kind
  let first: ConstructId | null = null
  for (const construct of Object.values(design.constructs))
    if (construct.kind === kind && !gone.has(construct.id) && (first === null || construct.id < first))
      first = construct.id
  return first
}
