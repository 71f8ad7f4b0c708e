import { constructAt, zoneOf } from '../../containment.ts'
import type { Design } from '../../design.ts'
import type { ChangeEdit, Edit } from '../../edit.ts'
import type { Construct, ConstructId, ConstructKind, ConstructOf } from '../../kinds/registry.ts'
import type { Instead } from '../plan.ts'

/** The edits, what they make or change, and their sentence; or a sentence alone: why not. */
export type Link =
  | {
      readonly edits: readonly Edit[]
      readonly id: ConstructId
      readonly sentence: string
      readonly instead?: Instead | undefined
    }
  | string
type Linker<A extends ConstructKind, B extends ConstructKind> = (
  a: ConstructOf<A>,
  b: ConstructOf<B>,
  design: Design,
) => Link

/** What a line from one kind to another means. */
export interface Rule {
  readonly from: ConstructKind
  readonly to: ConstructKind
  readonly link: (a: Construct, b: Construct, design: Design) => Link
  /** Whether the two may lie in different VPCs. */
  readonly apart: boolean
}
export const rule = <A extends ConstructKind, B extends ConstructKind>(
  from: A,
  to: B,
  link: Linker<A, B>,
  apart = false,
): Rule => ({ from, to, link: (a, b, design) => link(a as ConstructOf<A>, b as ConstructOf<B>, design), apart })

/** One rule for each of several kinds. */
export const rules = <A extends ConstructKind, B extends ConstructKind>(
  from: readonly A[],
  to: readonly B[],
  link: Linker<A, B>,
  apart = false,
): readonly Rule[] =>
  from.flatMap((a) => to.map((b) => rule(a, b, link as unknown as Linker<typeof a, typeof b>, apart)))

/** A link that changes fields of one construct. */
export const changing = (construct: Construct, fields: Readonly<Record<string, unknown>>, sentence: string): Link => ({
  edits: [{ kind: 'change', of: construct.kind, id: construct.id, fields } as ChangeEdit],
  id: construct.id,
  sentence,
})

/** The subnets with one more, or why not: AWS takes one for each zone. */
export function withSubnet(
  design: Design,
  holder: Construct,
  standing: readonly ConstructId[],
  subnet: ConstructOf<'subnet'>,
): string | null {
  const zone = zoneOf(design, subnet.id)
  const same = standing.find((id) => constructAt(design, id) && zoneOf(design, id)?.id === zone?.id)
  if (same === subnet.id) return `${holder.name} has an interface in ${subnet.name} already`
  return same ? `${holder.name} has an interface in ${zone?.name} already: AWS takes one subnet for each zone` : null
}
