import { constructOfKind, listOfKind, vpcOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { Edit } from '../../edit.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../kinds/registry.ts'

/** Where and as what something new is to stand. `target` is what it was dropped on, at or inside the container. */
export interface Opening {
  readonly design: Design
  readonly container: Construct | null
  readonly target: Construct | null
  readonly id: ConstructId
  readonly name: string
  /** The form of its kind that is meant, where it has several. */
  readonly form: string | null
}
/** The new construct with what AWS or a careful person would fill in, what comes with it, and the sentence; or why it cannot be. */
export type Filled =
  | { readonly construct: Construct; readonly sentence: string; readonly also?: readonly Edit[] }
  | { readonly refusal: string }
/** Fills in a new construct of one kind. */
export type Filler<K extends ConstructKind> = (opening: Opening, blank: ConstructOf<K>) => Filled
/** The fillers of some kinds. */
export type Fillers<K extends ConstructKind> = { readonly [Kind in K]: Filler<Kind> }

export const blockText = (container: Construct | null): string =>
  (container?.kind === 'subnet' ? (container.cidr ?? container.ipv6Cidr) : null) ?? 'its subnet'

/** The subnet dropped on, or that of the client dropped on. */
export const subnetUnder = (design: Design, target: Construct | null): ConstructOf<'subnet'> | null => {
  if (target?.kind === 'subnet') return target
  return target?.kind === 'client' ? constructOfKind(design, target.interfaces[0]!.subnet, 'subnet') : null
}

/** The first subnet of each zone of the VPC, as AWS wants them; `preferred` stands for its own zone. */
export function firstInEachZone(
  design: Design,
  vpc: ConstructId,
  preferred: ConstructOf<'subnet'> | null = null,
): readonly ConstructId[] {
  const seen = new Set<ConstructId>(preferred ? [preferred.zone] : [])
  const others = listOfKind(design, 'subnet').filter(
    ({ id, zone }) => vpcOf(design, id)?.id === vpc && !seen.has(zone) && seen.add(zone),
  )
  return [...(preferred ? [preferred.id] : []), ...others.map(({ id }) => id)]
}

/** `1 zone`, `3 zones`. */
export const zonesText = (count: number): string => `${count} ${count === 1 ? 'zone' : 'zones'}`
