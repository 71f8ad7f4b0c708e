import { appendAll } from '../../base/appendAll.ts'
import { applyEdits, isEditRefused } from '../applyEdit.ts'
import { constructAt, listOfKind, parentOf, parentReferenceOf } from '../containment.ts'
import type { Design, Placement } from '../design.ts'
import type { Edit } from '../edit.ts'
import { definitions } from '../kinds/definitions.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { createIdSource } from '../newId.ts'
import { referencesOf } from '../references.ts'
import { readSelection } from './copyConstructs.ts'
import { cannotDoWithout, detachReferences } from './detachReferences.ts'
import { findSite, type Site } from './findSite.ts'
import { arrivalProblem, lieIn } from './lieIn.ts'
import { ownerIn } from './ownerIn.ts'
import { planAddition } from './planAddition.ts'
import { changeOf, copyField, type Fields, writeAt } from './rewriteFields.ts'
import { canName, settle } from './settle.ts'
import { settleAddresses } from './settleAddresses.ts'
import { settleBlockReferences } from './settleBlockReferences.ts'
import { settleSubnetBlocks, settleVpcBlocks } from './settleBlocks.ts'
import { settleRegion } from './settleRegion.ts'

export type PastePlan =
  | { readonly ok: true; readonly edits: readonly Edit[]; readonly ids: readonly ConstructId[] }
  /** `isForeign`: it is no text of ours at all. */
  | { readonly ok: false; readonly sentence: string; readonly isForeign?: true }

/**
 * What comes of pasting into `parent` (null = where the originals lie, or the only place that fits): copies under new ids that name
 * each other where the originals did, with names, blocks and addresses that clash with nothing. `ids` are the outermost of them; they
 * stand where the originals stood, moved by `offset`.
 */
export function planPaste(
  design: Design,
  text: string,
  parent: ConstructId | null,
  offset: { readonly x: number; readonly y: number },
): PastePlan {
  const selection = readSelection(text)
  if (!selection)
    return { ok: false, isForeign: true, sentence: 'The clipboard holds nothing that was copied from a design' }
  try {
    return paste(design, selection, parent, offset)
  } catch (error) {
    if (isEditRefused(error)) return { ok: false, sentence: error.message }
    throw error
  }
}

function paste(
  design: Design,
  selection: NonNullable<ReturnType<typeof readSelection>>,
  parent: ConstructId | null,
  offset: { readonly x: number; readonly y: number },
): PastePlan {
  const nextId = createIdSource(design)
  const newIds = new Map(selection.constructs.map(({ id, kind }) => [id, nextId(kind)]))
  const names = namesFor(design, selection.constructs)
  const made: Edit[] = []
  const copies: Construct[] = []
  const roots = new Set<ConstructId>()
  let ground = design
  for (const original of selection.constructs) {
    const copy = copyOf(original, newIds, names.get(original.id)!)
    const container = parentReferenceOf(original)
    const isRoot = container === null || !newIds.has(container)
    if (isRoot) roots.add(copy.id)
    if (container === null || !isRoot) {
      copies.push(copy)
      continue
    }
    const site = siteFor(ground, original, parent)
    if (!site.ok) return { ok: false, sentence: site.sentence }
    const outer = site.missing ? planAddition(ground, site.missing, site.container?.id ?? null) : null
    if (outer && !outer.ok) return outer
    if (outer) {
      appendAll(made, outer.edits)
      ground = applyEdits(ground, outer.edits).design
    }
    copies.push({ ...copy, ...lieIn(copy, outer?.id ?? site.container!.id) } as Construct)
  }
  const owner = selection.constructs.some(({ kind }) => kind === 'account') ? null : ownerIn(ground)
  const needsOwner = copies.some((copy) => referencesOf(copy).some(({ field }) => field.onDelete === 're-point'))
  if (owner && needsOwner) appendAll(made, owner.edits)
  const there = applyEdits(design, [...made, ...copies.map((construct): Edit => ({ kind: 'add', construct }))]).design
  for (const id of roots) {
    const container = parentOf(there, id)
    const problem =
      container === null ? null : arrivalProblem(there, there.constructs[id]!, there.constructs[container]!)
    if (problem) return { ok: false, sentence: problem }
  }
  const pasted = new Set(newIds.values())
  const settling = settle(there, pasted, [
    settleOutside,
    settleRegion,
    settleVpcBlocks,
    settleSubnetBlocks,
    (at, moved) => settleBlockReferences(there, at, moved),
    settleAddresses,
  ])
  if (typeof settling === 'string') return { ok: false, sentence: settling }
  const settled = applyEdits(there, settling).design
  const adds = selection.constructs.map(({ id: was }): Edit => {
    const id = newIds.get(was)!
    const spot = shift(selection.layout[was], roots.has(id) ? offset : { x: 0, y: 0 })
    return { kind: 'add', construct: settled.constructs[id]!, ...(spot ? { placement: spot } : {}) }
  })
  return { ok: true, edits: [...made, ...adds], ids: [...roots] }
}

/** Where an outermost copy goes: to what it is pasted on, else to what the original lies in, else to the only place that fits. */
function siteFor(design: Design, original: Construct, parent: ConstructId | null): Site {
  const wished = parent === null ? null : findSite(design, original.kind, parent)
  if (wished?.ok) return wished
  const container = constructAt(design, parentReferenceOf(original) ?? '')
  if (container && definitions[original.kind].parent!.kinds.includes(container.kind))
    return { ok: true, container, missing: null }
  return wished ?? findSite(design, original.kind, null)
}

function copyOf(original: Construct, newIds: ReadonlyMap<ConstructId, ConstructId>, name: string): Construct {
  const fields: Fields = {}
  for (const { path, to } of referencesOf(original)) {
    const id = newIds.get(to)
    if (id === undefined) continue
    copyField(fields, original, path)
    writeAt(fields, path, id)
  }
  return { ...original, ...fields, id: newIds.get(original.id)!, name } as Construct
}

/** Lets go of references from the copies to what is not there, or not within their reach. */
function settleOutside(design: Design, pasted: ReadonlySet<ConstructId>): readonly Edit[] {
  const owner = listOfKind(design, 'account').find(({ id }) => !pasted.has(id)) ?? listOfKind(design, 'account')[0]
  const edits: Edit[] = []
  for (const id of pasted) {
    const holder = design.constructs[id]!
    const fields = detachReferences(
      holder,
      (reference) => {
        if (cannotDoWithout(reference)) return false
        const target = constructAt(design, reference.to)
        return (
          !target ||
          !reference.field.kinds.includes(target.kind) ||
          (!pasted.has(target.id) && !canName(design, holder, reference))
        )
      },
      () => owner?.id ?? null,
    )
    const edit = fields === 'goes' ? null : changeOf(holder, fields)
    if (edit) edits.push(edit)
  }
  return edits
}

/**
 * Names like the originals' that no other construct has: `Subnet 1` becomes `Subnet 2`. What is named after another of them goes on being
 * so: with `VPC 1` as `VPC 2`, `VPC 1 main table` is `VPC 2 main table`.
 */
function namesFor(design: Design, originals: readonly Construct[]): ReadonlyMap<ConstructId, string> {
  const taken = new Set(Object.values(design.constructs).map(({ name }) => name))
  const last = new Map<string, number>()
  const claim = (name: string): string => {
    const [, stem, joint] = /^(.*?)(?:([ -]?)\d+)?$/.exec(name)!
    let free = name
    let number = last.get(stem!) ?? 1
    while (taken.has(free)) free = `${stem!.slice(0, 100)}${joint ?? ' '}${++number}`
    last.set(stem!, number)
    taken.add(free)
    return free
  }
  const names = new Map<ConstructId, string>()
  const renamed = new Map<string, string>()
  // the shortest first: what others are named after
  for (const { id, kind, name } of [...originals].sort((a, b) => a.name.length - b.name.length)) {
    if (definitions[kind].keepsName || name === '') {
      names.set(id, name)
      continue
    }
    const [, before, rest] = [...name.matchAll(/ /g)]
      .map(({ index }) => [name, name.slice(0, index), name.slice(index)] as const)
      .findLast(([, stem]) => renamed.has(stem)) ?? [name, name, '']
    const free = claim((rest && `${renamed.get(before)}${rest}`) || name)
    names.set(id, free)
    renamed.set(name, free)
  }
  return names
}

function shift(spot: Placement | undefined, { x, y }: { readonly x: number; readonly y: number }): Placement | null {
  return spot ? { ...spot, x: spot.x + x, y: spot.y + y } : null
}
