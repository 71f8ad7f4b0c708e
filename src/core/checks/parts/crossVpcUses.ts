import { constructAt, listOfKind, vpcOf } from '../../model/containment.ts'
import type { Design } from '../../model/design.ts'
import type { ConstructKind } from '../../model/kinds/kindNames.ts'
import type { Construct, ConstructId } from '../../model/kinds/registry.ts'
import { detachReferences } from '../../model/plans/detachReferences.ts'
import { changeOf } from '../../model/plans/rewriteFields.ts'
import { type Reference, referencesOf } from '../../model/references.ts'
import type { Origin } from '../../topology/origin.ts'
import type { Fix } from '../check.ts'
import { called } from './called.ts'
import { place } from './place.ts'

/** A construct that names something of another VPC. */
export interface CrossVpcUse {
  /** The VPC that the holder belongs to, and that of what it names. */
  readonly own: ConstructId
  readonly other: ConstructId
  readonly holder: Construct
  /** The reference, then what it names. */
  readonly at: readonly [Origin, Origin]
  readonly path: Reference['path']
  readonly message: string
  /** The fix that lets go of it, as if it had been deleted. */
  letGo(title: string): readonly Fix[]
}

/** Where constructs of the kinds `holders` name something of the kind `target` that lies in another VPC than they do. */
export function* crossVpcUses(
  design: Design,
  holders: readonly ConstructKind[],
  target: ConstructKind,
): Iterable<CrossVpcUse> {
  for (const holder of holders.flatMap<Construct>((kind) => listOfKind(design, kind)))
    for (const reference of referencesOf(holder)) {
      const { path, to } = reference
      if (!reference.field.kinds.includes(target) || constructAt(design, to)?.kind !== target) continue
      const own = vpcAt(design, holder, path)
      const other = vpcOf(design, to)?.id
      if (own === undefined || other === undefined || own === other) continue
      yield {
        own,
        other,
        holder,
        at: [{ construct: holder.id, path }, place(to)],
        path,
        message: `The ${called(design, holder.id)} belongs to the ${called(design, own)}, but names the ${called(design, to)} of the ${called(design, other)}.`,
        letGo: (title) => letGo(holder, reference, title),
      }
    }
}

/** Each interface of a client has its own subnet, and so its own VPC. */
function vpcAt(design: Design, holder: Construct, path: Reference['path']): ConstructId | undefined {
  const one = holder.kind === 'client' ? holder.interfaces[path[1] as number] : undefined
  return vpcOf(design, one?.subnet ?? holder.id)?.id
}

function letGo(holder: Construct, { path }: Reference, title: string): readonly Fix[] {
  const fields = detachReferences(
    holder,
    (other) => other.path.join() === path.join(),
    () => null,
  )
  const edit = fields === 'goes' ? null : changeOf(holder, fields)
  return edit ? [{ title, safety: 'review', edits: [edit] }] : []
}
